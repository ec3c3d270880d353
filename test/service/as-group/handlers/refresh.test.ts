import * as E from "fp-ts/Either";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unreachable } from "../../../../provider/core/error";
import { OTHER_SUBNET, POOL, SECURITY_GROUP, SUBNET, type Args } from "../../../e2e/support/group-args";
import { openStack } from "../../../support/engine";
import type { Answer, Wire } from "../../../support/provider-process";
import { simulated } from "../../../support/simulated";
import { fated } from "../../../support/wires";

/** Every argument that a refresh can see. */
const everything: Args = {
  scalingGroupName: "ours",
  securityGroups: [{ id: SECURITY_GROUP }],
  coolDownTime: 100,
  lbaasListeners: [{ poolId: POOL, protocolPort: 80, weight: 1 }],
  availableZones: ["eu-de-01", "eu-de-02"],
  healthPeriodicAuditMethod: "ELB_AUDIT",
  healthPeriodicAuditTime: 15,
  healthPeriodicAuditGracePeriod: 120,
  instanceTerminatePolicy: "OLD_INSTANCE",
  notifications: ["EMAIL"],
  deletePublicip: true,
  deleteVolume: true,
  enterpriseProjectId: "0",
  multiAzPriorityPolicy: "PICK_FIRST",
  description: "ours",
  tags: { env: "prod" },
  enable: true,
  deleteMode: "force",
  timeouts: { create: "20m" },
};

const applied = async (more: Args = {}) => {
  const world = await simulated();
  const stack = openStack(world);
  const program = world.args(more);
  expect((await stack.up(program)).failure).toBeUndefined();
  world.calls();
  return { world, stack, program };
};

describe("a refresh of an unchanged group", () => {
  it.each([
    ["few arguments", {}],
    ["every argument", everything],
  ])(
    "of a program with %s changes neither inputs nor outputs, and the next preview is clean",
    async (_, more) => {
      const { world, stack, program } = await applied(more);
      const before = stack.recorded()!;
      expect((await stack.refresh()).failure).toBeUndefined();
      expect(stack.recorded()).toEqual(before);
      expect(world.calls().writes).toEqual([]);
      expect((await stack.preview(program)).operation).toBe("same");
    },
  );

  it("is two calls", async () => {
    const { world, stack } = await applied(everything);
    await stack.refresh();
    expect(world.calls()).toMatchObject({
      writes: [],
      reads: { scaling_group: 1, "scaling_group_tag/resource_instances/action": 1 },
    });
  });
});

/** What somebody changes, and the inputs that show it. */
const changes: readonly (readonly [Args, Args])[] = [
  [{ scaling_group_name: "theirs" }, { scalingGroupName: "theirs" }],
  [{ cool_down_time: 0 }, { coolDownTime: 0 }],
  [
    { min_instance_number: 1, max_instance_number: 9 },
    { minInstanceNumber: 1, maxInstanceNumber: 9 },
  ],
  [{ available_zones: ["eu-de-02", "eu-de-01"] }, { availableZones: ["eu-de-02", "eu-de-01"] }],
  [{ networks: [{ id: OTHER_SUBNET }] }, { networks: [{ id: OTHER_SUBNET, ipv6Enable: false }] }],
  [{ security_groups: [] }, { securityGroups: [] }],
  [{ lbaas_listeners: [] }, { lbaasListeners: [] }],
  [{ health_periodic_audit_method: "NOVA_AUDIT" }, { healthPeriodicAuditMethod: "NOVA_AUDIT" }],
  [{ health_periodic_audit_time: 0 }, { healthPeriodicAuditTime: 0 }],
  [{ health_periodic_audit_grace_period: 1 }, { healthPeriodicAuditGracePeriod: 1 }],
  [{ instance_terminate_policy: "NEW_INSTANCE" }, { instanceTerminatePolicy: "NEW_INSTANCE" }],
  [{ notifications: [] }, { notifications: [] }],
  [{ delete_publicip: false }, { deletePublicip: false }],
  [{ delete_volume: false }, { deleteVolume: false }],
  [
    { multi_az_priority_policy: "EQUILIBRIUM_DISTRIBUTE" },
    { multiAzPriorityPolicy: "EQUILIBRIUM_DISTRIBUTE" },
  ],
  [{ description: "theirs" }, { description: "theirs" }],
];

describe("a refresh after somebody changed the group", () => {
  it.each(changes)("to %j shows it as inputs %j and nothing else", async (change, inputs) => {
    const { world, stack, program } = await applied(everything);
    const before = stack.recorded()!;
    world.outside("modifyGroup", change);
    expect((await stack.refresh()).failure).toBeUndefined();
    const { selfUrn: _before, ...wanted } = { ...before.inputs, ...inputs };
    const { selfUrn: _now, ...seen } = stack.recorded()!.inputs;
    expect(seen).toEqual(wanted);
    expect((await stack.preview(program)).operation ?? "refused").not.toBe("same");
  });

  it("shows the tags and the status", async () => {
    const { world, stack } = await applied(everything);
    world.outside("setTags", { tags: { env: "test", theirs: "1" } });
    world.outside("pauseGroup");
    await stack.refresh();
    expect(stack.recorded()?.inputs).toMatchObject({ tags: { env: "test", theirs: "1" }, enable: false });
    expect(stack.recorded()?.outputs).toMatchObject({ scalingGroupStatus: "PAUSED" });
  });

  it("is repaired by the next up", async () => {
    const { world, stack, program } = await applied(everything);
    world.outside("modifyGroup", { cool_down_time: 0, description: "theirs" });
    world.outside("setTags", { tags: { theirs: "1" } });
    await stack.refresh();
    expect((await stack.up(program)).failure).toBeUndefined();
    expect(world.group()).toMatchObject({
      document: { cool_down_time: 100, description: "ours" },
      tags: { env: "prod" },
    });
    expect((await stack.preview(program)).operation).toBe("same");
  });

  it("keeps the form of an argument whose meaning has not changed", async () => {
    const { stack } = await applied({ availableZones: ["eu-de-03", "eu-de-01"] });
    await stack.refresh();
    expect(stack.recorded()?.inputs).toMatchObject({
      availableZones: ["eu-de-03", "eu-de-01"],
      networks: [{ id: SUBNET }],
    });
  });

  it("shows what no argument manages in the outputs only", async () => {
    const { world, stack, program } = await applied();
    const { inputs } = stack.recorded()!;
    world.outside("modifyGroup", { cool_down_time: 0 });
    world.outside("setTags", { tags: { theirs: "1" } });
    await stack.refresh();
    expect(stack.recorded()?.inputs).toEqual(inputs);
    expect(stack.recorded()?.outputs).toMatchObject({ coolDownTime: 0 });
    expect((await stack.preview(program)).operation).toBe("same");
  });

  it.each([
    ["onEdit", 1],
    ["initial", 1],
    ["enforce", 3],
  ])("with desireInstanceNumberMode %j shows %i as the desired number", async (mode, desired) => {
    const { world, stack } = await applied({ desireInstanceNumberMode: mode });
    world.outside("setCapacity", { desire_instance_number: 3 });
    world.pass(200);
    await stack.refresh();
    expect(stack.recorded()?.inputs).toMatchObject({ desireInstanceNumber: desired });
    expect(stack.recorded()?.outputs).toMatchObject({ desireInstanceNumber: 3, currentInstanceNumber: 3 });
  });

  it("makes a state usable again that a failed create left", async () => {
    const { world, stack, program } = await applied();
    await stack.destroy();
    world.simulator.admin.outside("failNextAction", { reason: "flavour-sold-out" });
    await stack.up(program);
    expect(stack.recorded()?.initErrors).toHaveLength(1);
    await stack.refresh();
    expect(stack.recorded()).toMatchObject({ initErrors: [], outputs: { scalingGroupStatus: "ERROR" } });
    const { operation, failure } = await stack.up(program);
    expect({ operation, failure }).toEqual({ operation: "update", failure: undefined });
    expect(world.group().instances).toHaveLength(1);
  });
});

describe("a refresh of a group that is gone", () => {
  it.each(["404", "400"] as const)("drops it from the state (%s)", async (missing) => {
    const world = await simulated({ variants: { missing } });
    const stack = openStack(world);
    await stack.up(world.args());
    world.outside("deleteGroup");
    expect((await stack.refresh()).failure).toBeUndefined();
    expect(stack.recorded()).toBeUndefined();
  });
});

const NOT_JSON = "<html><body>Service temporarily unavailable</body></html>";

const anyBody = fc.oneof(
  fc.constantFrom(undefined, "", NOT_JSON, null, [], {}),
  fc
    .constantFrom("AS.0001", "AS.0005", "AS.0011", "AS.0031", "AS.0033", "AS.1004", "AS.4005", "APIGW.0101")
    .map((code) => ({ error: { code, message: "no" } })),
);

const anyUselessAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc
    .record({
      status: fc.constantFrom(200, 204, 400, 401, 403, 405, 408, 409, 429, 500, 502, 503, 504),
      body: anyBody,
    })
    .map(({ status, body }): Answer => E.right({ status, headers: {}, body })),
  // A gateway's 404 does not speak of the group.
  fc
    .constantFrom(undefined, NOT_JSON, {}, { error_code: "APIGW.0101", error_msg: "no such API" })
    .map((body): Answer => E.right({ status: 404, headers: {}, body })),
  fc
    .constantFrom("ECONNRESET", "ECONNREFUSED", "ETIMEDOUT")
    .map((reason): Answer => E.left(unreachable({ operation: "read", reason, neverSent: false }))),
);

const LISTED_EMPTY: Answer = E.right({
  status: 200,
  headers: {},
  body: { limit: 100, total_number: 0, start_number: 0, scaling_groups: [] },
});

describe("a refresh that gets no usable answer", () => {
  const whenReading = (list: Answer | undefined, get: Answer): Wire => {
    return (request, send) => {
      if (request.operation === "list AS groups" && list !== undefined) return Promise.resolve(list);
      return request.operation === "get AS group" ? Promise.resolve(get) : send();
    };
  };

  it("never takes the group for gone", async () => {
    const { stack } = await applied();
    const before = stack.recorded();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("listed empty", "as bad"),
        anyUselessAnswer,
        async (listing, answer) => {
          stack.onCalls(whenReading(listing === "as bad" ? answer : LISTED_EMPTY, answer));
          const { failure } = await stack.refresh();
          expect(failure).toMatch(/^AS group .* reading failed|no sign-in/);
          expect(stack.recorded()).toBe(before);
        },
      ),
      { seed: 20261124, numRuns: 150 },
    );
  });

  it("reads a group that a listing lacks alone", async () => {
    const { stack } = await applied();
    stack.onCalls(fated("list AS groups", () => Promise.resolve(LISTED_EMPTY)));
    const before = stack.recorded();
    expect((await stack.refresh()).failure).toBeUndefined();
    expect(stack.recorded()).toEqual(before);
  });
});
