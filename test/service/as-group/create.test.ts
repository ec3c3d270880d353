import { describe, expect, it } from "vitest";
import { openStack } from "../../support/engine";
import { simulated } from "../../support/simulated";
import { fated, followedBy, precededBy, refused } from "../../support/wires";

/** What is read once a run before anything is created. */
const LOOK_AHEAD = { quotas: 1, "scaling_configuration/*": 1 };

describe("create", () => {
  it("looks once, creates, resumes and waits for the desired instances", async () => {
    const world = await simulated();
    const stack = openStack(world);
    const { operation, failure, warnings } = await stack.up(world.args({ desireInstanceNumber: 3 }));
    expect({ operation, failure, warnings }).toEqual({
      operation: "create",
      failure: undefined,
      warnings: [],
    });
    const { writes, signIns } = world.calls();
    expect(writes).toEqual(["POST scaling_group", "POST scaling_group/*/action"]);
    expect(signIns).toBe(1);
    expect(world.group().instances).toHaveLength(3);
    expect(stack.recorded()).toMatchObject({
      id: world.group().id,
      initErrors: [],
      outputs: {
        scalingGroupId: world.group().id,
        scalingGroupStatus: "INSERVICE",
        currentInstanceNumber: 3,
        isScaling: false,
        appliedDesireInstanceNumber: 3,
      },
    });
  });

  it("sends what the program says and nothing else", async () => {
    const world = await simulated();
    const { desireInstanceNumber: _desired, maxInstanceNumber: _max, ...program } = world.args();
    await openStack(world).up({ ...program, timeouts: { create: 0 }, coolDownTime: 0, deleteVolume: false });
    expect(world.calls().bodies[0]).toEqual({
      scaling_group_name: world.group().name,
      scaling_configuration_id: program["scalingConfigurationId"],
      min_instance_number: 0,
      cool_down_time: 0,
      delete_volume: false,
      networks: [{ id: (program["networks"] as [{ id: string }])[0].id, ipv6_enable: false }],
      vpc_id: program["vpcId"],
    });
  });

  it("without waiting makes four calls after its look ahead: two listings, the creation and the resumption", async () => {
    const world = await simulated();
    const stack = openStack(world);
    await stack.up(world.args({ timeouts: { create: 0 } }));
    const { writes, reads } = world.calls();
    expect(writes).toEqual(["POST scaling_group", "POST scaling_group/*/action"]);
    expect(reads).toEqual({ ...LOOK_AHEAD, scaling_group: 2 });
    expect(stack.recorded()?.outputs).toMatchObject({
      scalingGroupStatus: "INSERVICE",
      currentInstanceNumber: 0,
    });
  });

  it('waits for nothing with waitFor "none"', async () => {
    const world = await simulated();
    await openStack(world).up(world.args({ waitFor: "none" }));
    expect(world.calls().reads).toEqual({ ...LOOK_AHEAD, scaling_group: 2 });
    expect(world.group().instances).toHaveLength(0);
  });

  it('waits until the instances are healthy with waitFor "healthy"', async () => {
    const world = await simulated();
    const stack = openStack(world);
    const { failure } = await stack.up(world.args({ desireInstanceNumber: 2, waitFor: "healthy" }));
    expect(failure).toBeUndefined();
    expect(world.group().instances.map(({ document }) => document)).toMatchObject([
      { life_cycle_state: "INSERVICE", health_status: "NORMAL" },
      { life_cycle_state: "INSERVICE", health_status: "NORMAL" },
    ]);
  });

  it("writes the tags with one call more, before the group starts", async () => {
    const world = await simulated();
    await openStack(world).up(world.args({ tags: { env: "prod", team: "blue" }, timeouts: { create: 0 } }));
    expect(world.calls().writes).toEqual([
      "POST scaling_group",
      "POST scaling_group_tag/*/tags/action",
      "POST scaling_group/*/action",
    ]);
    expect(world.group().tags).toEqual({ env: "prod", team: "blue" });
  });

  it("leaves the group paused with enable: false", async () => {
    const world = await simulated();
    const stack = openStack(world);
    await stack.up(world.args({ enable: false, tags: { env: "prod" } }));
    const { writes, reads } = world.calls();
    expect(writes).toEqual(["POST scaling_group", "POST scaling_group_tag/*/tags/action"]);
    expect(reads).toEqual({
      ...LOOK_AHEAD,
      scaling_group: 2,
      "scaling_group/*": 1,
      "scaling_group_tag/resource_instances/action": 1,
    });
    expect(world.group().document).toMatchObject({ scaling_group_status: "PAUSED" });
    expect(world.group().tags).toEqual({ env: "prod" });
    expect((await stack.preview(world.args({ enable: false, tags: { env: "prod" } }))).operation).toBe(
      "same",
    );
  });

  it.each([
    [true, "INSERVICE", []],
    [false, "PAUSED", [{ action: "pause" }]],
  ] as const)(
    "with enable: %s ends %s where new groups are in service at once",
    async (enable, status, actions) => {
      const world = await simulated({ variants: { created: "inservice" } });
      const stack = openStack(world);
      expect((await stack.up(world.args({ enable, timeouts: { create: 0 } }))).failure).toBeUndefined();
      expect(world.group().document).toMatchObject({ scaling_group_status: status });
      const answered = world.simulator.admin.requests().filter(({ status: code = 0 }) => code < 300);
      const done = answered.map(({ body }) => body).filter((body) => body !== undefined);
      expect(done.slice(2)).toEqual(actions);
    },
  );

  it("creates where groups may not be listed", async () => {
    const world = await simulated();
    const stack = openStack(world);
    stack.onCalls((request, send) =>
      request.operation === "list AS groups" ? refused(403, "AS.0011")(send) : send(),
    );
    expect((await stack.up(world.args({ tags: { env: "prod" } }))).failure).toBeUndefined();
    expect(world.group().instances).toHaveLength(1);
    expect((await stack.preview(world.args({ tags: { env: "prod" } }))).operation).toBe("same");
  });

  it("fails without a trace when the service refuses", async () => {
    const world = await simulated();
    const stack = openStack(world);
    world.simulator.admin.fault({
      match: { method: "POST", path: "**/scaling_group" },
      effect: { kind: "status", status: 400, code: "AS.2012" },
    });
    const { failure } = await stack.up(world.args());
    expect(failure).toContain("creating failed: the service refused to create AS group (HTTP 400)");
    expect(failure).toContain("AS.2012: the VPC does not exist");
    expect(stack.recorded()).toBeUndefined();
    expect(world.groups()).toEqual([]);
  });

  it("refuses to guess when it cannot look for its own group", async () => {
    const world = await simulated();
    const stack = openStack(world);
    stack.onCalls(fated("list AS groups", refused(503, "AS.0001")));
    expect((await stack.up(world.args())).failure).toContain("HTTP 503");
    expect(world.groups()).toEqual([]);
    expect(stack.recorded()).toBeUndefined();
  });
});

describe("a create whose instances do not come up", () => {
  /** The flavour is sold out when AS begins to create instances. */
  const soldOut = async () => {
    const world = await simulated();
    const stack = openStack(world);
    const sellOut = (): unknown =>
      world.simulator.admin.outside("sellOutFlavour", { flavour: "s3.medium.1" });
    stack.onCalls(fated("resume AS group", followedBy(sellOut)));
    return { world, stack };
  };

  it("says why, with the group's own detail and the log, and keeps the group in the state", async () => {
    const { world, stack } = await soldOut();
    const { failure } = await stack.up(world.args({ desireInstanceNumber: 2 }));
    const { id, name, document } = world.group();
    expect(document["scaling_group_status"]).toBe("ERROR");
    expect(failure).toContain(
      `AS group ${name} (id ${id}): creating failed: AS gave up before there were 2 instances in service`,
    );
    expect(failure).toContain(`AS says: ${String(document["detail"])}; scaling action of 2026-`);
    expect(failure).toContain("(0 → 2 instances) failed");
    expect(stack.recorded()).toMatchObject({
      id,
      initErrors: [failure],
      outputs: {
        scalingGroupId: id,
        scalingGroupStatus: "ERROR",
        __provider: "the provider's text",
        managedArguments: expect.arrayContaining(["desireInstanceNumber"]) as string[],
      },
    });
  });

  it("keeps the group in the state when the service refuses to resume it", async () => {
    const world = await simulated();
    const stack = openStack(world);
    world.simulator.admin.outside("sellOutFlavour", { flavour: "s3.medium.1" });
    const { failure } = await stack.up(world.args());
    expect(failure).toContain("the service refused to resume AS group (HTTP 400)");
    expect(stack.recorded()).toMatchObject({
      id: world.group().id,
      outputs: { scalingGroupStatus: "PAUSED", __provider: "the provider's text" },
    });
  });

  it("keeps the group in the state when nobody can tell how it is", async () => {
    const world = await simulated();
    const stack = openStack(world);
    const isCreated = (): boolean => world.groups().length > 0;
    stack.onCalls((_request, send) => (isCreated() ? refused(500, "AS.0001")(send) : send()));
    expect((await stack.up(world.args())).failure).toContain("HTTP 500");
    const { id } = world.group();
    expect(stack.recorded()).toMatchObject({ id, outputs: { scalingGroupId: id } });
    stack.onCalls(undefined);
    expect((await stack.up(world.args())).failure).toBeUndefined();
    expect(world.group()).toMatchObject({ id, instances: [{ madeByAs: true }] });
  });

  it("forgets the group when it is gone meanwhile", async () => {
    const world = await simulated();
    const stack = openStack(world);
    stack.onCalls(
      fated(
        "resume AS group",
        precededBy(() => world.outside("deleteGroup")),
      ),
    );
    expect((await stack.up(world.args())).failure).toContain("creating failed: the group does not exist");
    expect(stack.recorded()).toBeUndefined();
  });

  it("is completed by the next up when the cause is gone", async () => {
    const { world, stack } = await soldOut();
    await stack.up(world.args());
    const { id } = world.group();
    world.simulator.admin.outside("restoreFlavour", { flavour: "s3.medium.1" });
    const { operation, failure } = await stack.up(world.args());
    expect({ operation, failure }).toEqual({ operation: "update", failure: undefined });
    expect(world.group().id).toBe(id);
    expect(world.group().instances).toHaveLength(1);
    expect((await stack.preview(world.args())).operation).toBe("same");
  });

  it("can be destroyed", async () => {
    const { world, stack } = await soldOut();
    await stack.up(world.args());
    expect((await stack.destroy()).failure).toBeUndefined();
    expect(world.groups()).toEqual([]);
  });

  it("times out with the last state and the wanted one, and the next up only waits", async () => {
    const world = await simulated();
    const stack = openStack(world);
    const program = world.args({ desireInstanceNumber: 3, timeouts: { create: "30s" } });
    const { failure } = await stack.up(program);
    expect(failure).toContain("creating has waited 30s for 3 instances in service");
    expect(failure).toContain("last seen: INSERVICE, 0 instances (desired 3), scaling action in progress");
    expect(failure).toContain("allow more time: timeouts.create");
    world.calls();
    const { operation, failure: none } = await stack.up(program);
    expect({ operation, failure: none }).toEqual({ operation: "update", failure: undefined });
    expect(world.calls().writes).toEqual([]);
    expect(world.group().instances).toHaveLength(3);
  });
});
