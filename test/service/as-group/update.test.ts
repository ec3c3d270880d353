import { describe, expect, it } from "vitest";
import { LISTENER, OTHER_POOL, OTHER_SECURITY_GROUP, OTHER_SUBNET, POOL } from "../../e2e/support/group-args";
import { openStack } from "../../support/engine";
import { simulated } from "../../support/simulated";
import { fated, refused } from "../../support/wires";

type Bag = Readonly<Record<string, unknown>>;

const ENTERPRISE_PROJECT = "4c1f0a2b-9d3e-4b5c-8f7a-6e5d4c3b2a10";
const listener = { poolId: POOL, protocolPort: 80, weight: 1 };

/** A stack whose group is as the program says; the log begins after that. */
const applied = async (more: Bag = {}) => {
  const world = await simulated();
  const stack = openStack(world);
  const program = world.args(more);
  expect((await stack.up(program)).failure).toBeUndefined();
  world.calls();
  return { world, stack, program };
};

/** Argument before and after, and the body of the one call that makes the change. */
const edits: readonly (readonly [string, unknown, unknown, Bag])[] = [
  ["scalingGroupName", "old", "new", { scaling_group_name: "new" }],
  ["coolDownTime", 60, 0, { cool_down_time: 0 }],
  ["maxInstanceNumber", 5, 7, { max_instance_number: 7 }],
  ["minInstanceNumber", 0, 1, { min_instance_number: 1 }],
  ["desireInstanceNumber", 1, 2, { desire_instance_number: 2 }],
  ["desireInstanceNumber", 1, 0, { desire_instance_number: 0 }],
  ["healthPeriodicAuditTime", 15, 0, { health_periodic_audit_time: 0 }],
  ["instanceTerminatePolicy", "OLD_INSTANCE", "NEW_INSTANCE", { instance_terminate_policy: "NEW_INSTANCE" }],
  ["notifications", ["EMAIL"], [], { notifications: [] }],
  ["deletePublicip", true, false, { delete_publicip: false }],
  ["deleteVolume", false, true, { delete_volume: true }],
  ["enterpriseProjectId", "0", ENTERPRISE_PROJECT, { enterprise_project_id: ENTERPRISE_PROJECT }],
  [
    "multiAzPriorityPolicy",
    "EQUILIBRIUM_DISTRIBUTE",
    "PICK_FIRST",
    { multi_az_priority_policy: "PICK_FIRST" },
  ],
  ["description", "old", "new", { description: "new" }],
  ["availableZones", ["eu-de-01"], ["eu-de-02"], { available_zones: ["eu-de-02"] }],
  [
    "lbaasListeners",
    [listener],
    [{ ...listener, protocolPort: 81, weight: 0 }],
    { lbaas_listeners: [{ pool_id: POOL, protocol_port: 81, weight: 0 }] },
  ],
];

describe("an edit of one argument", () => {
  it.each(edits)("%s from %j to %j is one call with nothing else", async (name, before, after, body) => {
    const { world, stack, program } = await applied({ [name]: before });
    const { operation, failure, warnings } = await stack.up({ ...program, [name]: after });
    expect({ operation, failure, warnings }).toEqual({
      operation: "update",
      failure: undefined,
      warnings: [],
    });
    const { writes, bodies } = world.calls();
    expect(writes).toEqual(["PUT scaling_group/*"]);
    expect(bodies).toEqual([body]);
    expect((await stack.preview({ ...program, [name]: after })).operation).toBe("same");
  });

  it("reads the group once in diff, not again in update, and once after the write", async () => {
    const { world, stack, program } = await applied();
    await stack.up({ ...program, coolDownTime: 17 });
    expect(world.calls().reads).toEqual({
      scaling_group: 2,
      "scaling_group_tag/resource_instances/action": 1,
    });
  });

  it("waits until a changed number of instances is there", async () => {
    const { world, stack, program } = await applied();
    await stack.up({ ...program, desireInstanceNumber: 3 });
    expect(world.group().instances).toHaveLength(3);
    expect(stack.recorded()?.outputs).toMatchObject({ currentInstanceNumber: 3, isScaling: false });
    await stack.up({ ...program, desireInstanceNumber: 1 });
    expect(world.group().instances).toHaveLength(1);
  });

  it("moves the number that AS has decided on just far enough to fit new bounds", async () => {
    const { world, stack, program } = await applied();
    world.outside("setCapacity", { desire_instance_number: 4 });
    world.pass(300);
    await stack.up({ ...program, maxInstanceNumber: 3 });
    expect(world.calls().bodies).toEqual([{ max_instance_number: 3, desire_instance_number: 3 }]);
    expect(world.group().instances).toHaveLength(3);
    await stack.up({ ...program, maxInstanceNumber: 2, minInstanceNumber: 1 });
    expect(world.calls().bodies).toEqual([
      { min_instance_number: 1, max_instance_number: 2, desire_instance_number: 2 },
    ]);
    expect(world.group().instances).toHaveLength(2);
  });

  it("makes an argument that leaves the program its documented default", async () => {
    const { world, stack, program } = await applied({
      description: "old",
      coolDownTime: 60,
      deleteVolume: true,
      notifications: ["EMAIL"],
      instanceTerminatePolicy: "NEW_INSTANCE",
    });
    const { maxInstanceNumber: _, ...rest } = program;
    await stack.up({
      ...rest,
      description: undefined,
      coolDownTime: null,
      deleteVolume: undefined,
      notifications: undefined,
      instanceTerminatePolicy: undefined,
    });
    expect(world.calls().bodies).toEqual([
      {
        max_instance_number: 1,
        cool_down_time: 300,
        instance_terminate_policy: "OLD_CONFIG_OLD_INSTANCE",
        delete_volume: false,
        description: "",
        notifications: [],
      },
    ]);
  });

  it("says that an argument without a way back stays as it is", async () => {
    const { world, stack, program } = await applied({ availableZones: ["eu-de-01"] });
    const edited = { ...program, availableZones: undefined };
    const { failure } = await stack.up(edited);
    expect(failure).toBeUndefined();
    expect(world.calls().writes).toEqual([]);
    expect(world.group().document).toMatchObject({ available_zones: ["eu-de-01"] });
    expect((await stack.preview(edited)).operation).toBe("same");
  });
});

describe("tags", () => {
  it("are written and taken away with one call each, only those that differ", async () => {
    const { world, stack, program } = await applied({ tags: { env: "prod", team: "blue", cost: "12" } });
    await stack.up({ ...program, tags: { env: "test", team: "blue", owner: "shop" } });
    const { writes, bodies } = world.calls();
    expect(writes).toEqual(["POST scaling_group_tag/*/tags/action", "POST scaling_group_tag/*/tags/action"]);
    expect(bodies).toEqual([
      { action: "delete", tags: [{ key: "cost" }] },
      {
        action: "create",
        tags: [
          { key: "env", value: "test" },
          { key: "owner", value: "shop" },
        ],
      },
    ]);
    expect(world.group().tags).toEqual({ env: "test", team: "blue", owner: "shop" });
  });

  it("that the program never had are left alone", async () => {
    const { world, stack, program } = await applied();
    world.outside("setTags", { tags: { theirs: "1" } });
    expect((await stack.up({ ...program, coolDownTime: 17 })).failure).toBeUndefined();
    expect(world.group().tags).toEqual({ theirs: "1" });
  });

  it("that leave the program are taken away, others stay", async () => {
    const { world, stack, program } = await applied({ tags: { env: "prod" } });
    world.outside("setTags", { tags: { env: "prod", theirs: "1" } });
    await stack.up({ ...program, tags: undefined });
    expect(world.group().tags).toEqual({ theirs: "1" });
  });

  it("do not matter where nobody may read them and the program has none", async () => {
    const { world, stack, program } = await applied();
    stack.onCalls((request, send) =>
      /tags/.test(request.operation) ? refused(403, "AS.0011")(send) : send(),
    );
    expect((await stack.up({ ...program, coolDownTime: 17 })).failure).toBeUndefined();
    expect(world.group().document).toMatchObject({ cool_down_time: 17 });
  });

  it("fail the update where nobody may read them and the program has some", async () => {
    const { world, stack, program } = await applied({ tags: { env: "prod" } });
    stack.onCalls((request, send) =>
      /tags/.test(request.operation) ? refused(403, "AS.0011")(send) : send(),
    );
    expect((await stack.up({ ...program, coolDownTime: 17 })).failure).toContain("HTTP 403");
    expect(world.calls().writes).toEqual([]);
  });
});

describe("enable", () => {
  it("pauses and resumes with one call each, and waits for the instances that come back", async () => {
    const { world, stack, program } = await applied();
    await stack.up({ ...program, enable: false, desireInstanceNumber: 2 });
    expect(world.calls().bodies).toEqual([{ action: "pause" }, { desire_instance_number: 2 }]);
    expect(world.group().instances).toHaveLength(1);
    await stack.up({ ...program, enable: true, desireInstanceNumber: 2 });
    expect(world.calls().bodies).toEqual([{ action: "resume" }]);
    expect(world.group().instances).toHaveLength(2);
  });
});

describe("locked fields", () => {
  const locked = {
    networks: [{ id: OTHER_SUBNET }],
    securityGroups: [{ id: OTHER_SECURITY_GROUP }],
    lbaasListeners: [{ poolId: OTHER_POOL, protocolPort: 80, weight: 1 }],
  };

  it.each(Object.entries(locked))(
    "%s of a running group are refused and nothing is written",
    async (name, value) => {
      const { world, stack, program } = await applied();
      const { failure } = await stack.up({ ...program, [name]: value, coolDownTime: 17 });
      expect(failure).toContain(`${name} cannot change on the group as it is now`);
      expect(world.calls().writes).toEqual([]);
      expect((await stack.up(program)).operation).toBe("same");
    },
  );

  it("change with everything else in one call on a paused, empty group", async () => {
    const { world, stack, program } = await applied({ enable: false, desireInstanceNumber: 0 });
    await stack.up({ ...program, ...locked, coolDownTime: 17, enable: true, desireInstanceNumber: 1 });
    const { writes } = world.calls();
    expect(writes).toEqual(["PUT scaling_group/*", "POST scaling_group/*/action"]);
    expect(world.group().instances).toHaveLength(1);
  });

  it("change on a running group in two calls when the same edit empties and pauses it", async () => {
    const { world, stack, program } = await applied();
    const { lbaasListeners: _, ...rest } = locked;
    await stack.up({
      ...program,
      ...rest,
      lbListenerId: LISTENER,
      coolDownTime: 17,
      enable: false,
      desireInstanceNumber: 0,
    });
    expect(world.calls().bodies).toEqual([
      { desire_instance_number: 0, cool_down_time: 17 },
      { action: "pause" },
      {
        networks: [{ id: OTHER_SUBNET, ipv6_enable: false }],
        security_groups: [{ id: OTHER_SECURITY_GROUP }],
        lb_listener_id: LISTENER,
      },
    ]);
  });
});

describe("a failed update", () => {
  it("keeps the old state, and the next up does what is left", async () => {
    const { world, stack, program } = await applied({ tags: { env: "prod" } });
    const before = stack.recorded();
    stack.onCalls(fated("modify AS group", refused(400, "AS.2031")));
    const edited = { ...program, tags: { env: "test" }, coolDownTime: 17 };
    const { failure } = await stack.up(edited);
    expect(failure).toContain("updating failed: the service refused to modify AS group (HTTP 400)");
    expect(stack.recorded()).toBe(before);
    expect(world.group().tags).toEqual({ env: "test" });
    world.calls();
    stack.onCalls(undefined);
    expect((await stack.up(edited)).failure).toBeUndefined();
    expect(world.calls().bodies).toEqual([{ cool_down_time: 17 }]);
  });

  it("goes back when the program does", async () => {
    const { world, stack, program } = await applied({ tags: { env: "prod" } });
    stack.onCalls(fated("modify AS group", refused(400, "AS.2031")));
    await stack.up({ ...program, tags: { env: "test" }, coolDownTime: 17 });
    stack.onCalls(undefined);
    const { operation, warnings } = await stack.up(program);
    expect(operation).toBe("update");
    expect(warnings).toEqual(["changed outside of Pulumi: 1 tag"]);
    expect(world.group().tags).toEqual({ env: "prod" });
    expect((await stack.preview(program)).operation).toBe("same");
  });
});
