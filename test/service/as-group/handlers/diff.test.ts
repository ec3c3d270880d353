import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../../provider/core/unknown";
import {
  OTHER_POOL,
  OTHER_SECURITY_GROUP,
  OTHER_SUBNET,
  OTHER_VPC,
  POOL,
  SECURITY_GROUP,
  type Args,
} from "../../../e2e/support/group-args";
import { openStack, URN } from "../../../support/engine";
import { startProvider, type Wire } from "../../../support/provider-process";
import { simulated, type World } from "../../../support/simulated";
import { refused } from "../../../support/wires";

const sendAll: Wire = (_request, send) => send();

/** A group as the program says it, and what `diff` says of other programs. */
const applied = async (more: Args = {}) => {
  const world = await simulated();
  const stack = openStack(world);
  const program = world.args(more);
  expect((await stack.up(program)).failure).toBeUndefined();
  const { id, inputs, outputs } = stack.recorded()!;

  const compare = async (edit: Args = {}, { olds = outputs, urn = URN, wire = sendAll } = {}) => {
    const { handlers, messages } = await startProvider(world, wire);
    const checked = await handlers.check(inputs, { ...program, ...edit, selfUrn: urn });
    expect(checked.failures).toEqual([]);
    world.calls();
    const { diff, error } = await handlers.diff(id, olds, checked.inputs).then(
      (result) => ({ diff: result, error: undefined }),
      (thrown: unknown) => ({
        diff: undefined,
        error: thrown instanceof Error ? thrown.message : "not an Error",
      }),
    );
    expect(world.calls().writes).toEqual([]);
    expect(messages.every((message) => message.urn === urn && message.kind === "warn")).toBe(true);
    return { diff, error, messages: messages.map(({ text }) => text) };
  };
  return { world, stack, program, id, outputs, compare };
};

const grow = (world: World): void => {
  world.outside("setCapacity", { desire_instance_number: 3 });
  world.pass(5);
};

describe("diff", () => {
  it("says nothing when nothing is to be done", async () => {
    const { compare } = await applied({ tags: { env: "prod" } });
    expect(await compare()).toEqual({ diff: {}, messages: [] });
  });

  it("leaves an edit to the engine, which shows each argument", async () => {
    const { compare } = await applied();
    expect(await compare({ coolDownTime: 17 })).toEqual({ diff: {}, messages: [] });
  });

  it("claims a change that was made outside, and says which", async () => {
    const { world, compare } = await applied({ coolDownTime: 60 });
    world.outside("modifyGroup", { cool_down_time: 17 });
    const { diff, messages } = await compare();
    expect(diff).toEqual({ changes: true });
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain("coolDownTime is 17, the program says 60");
  });

  it("leaves it to the engine when there is an edit, too, and says which was changed outside", async () => {
    const { world, compare } = await applied({ coolDownTime: 60 });
    world.outside("modifyGroup", { cool_down_time: 17 });
    const { diff, messages } = await compare({ description: "new" });
    expect(diff).toEqual({});
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain("coolDownTime is 17, the program says 60");
    expect(messages[0]).not.toContain("description");
  });

  it.each([
    ["paused", "pauseGroup", {}, "the group is PAUSED, the program says enable: true"],
    ["resumed", "resumeGroup", { enable: false }, "the group is INSERVICE, the program says enable: false"],
  ])("claims that somebody has %s the group", async (_, change, more, said) => {
    const { world, compare } = await applied(more);
    world.outside(change);
    const { diff, messages } = await compare();
    expect(diff).toEqual({ changes: true });
    expect(messages.join("\n")).toContain(said);
  });

  it("takes no notice of a number that AS has decided on", async () => {
    const { world, compare } = await applied();
    grow(world);
    expect(await compare()).toEqual({ diff: {}, messages: [] });
  });

  it("takes no notice of a group that has moved to another URN, and never updates for that alone", async () => {
    const { compare } = await applied();
    const urn = URN.replace("::web", "::renamed");
    expect(await compare({}, { urn })).toEqual({ diff: { changes: false }, messages: [] });
    expect(await compare({ coolDownTime: 17 }, { urn })).toEqual({ diff: {}, messages: [] });
  });
});

describe("diff of a group that is gone", () => {
  it("says so, and has it created anew", async () => {
    const { world, compare } = await applied();
    world.outside("deleteGroup");
    expect(await compare()).toEqual({
      diff: { changes: true, replaces: ["scalingGroupId"], deleteBeforeReplace: true },
      messages: ["the group is gone: it was deleted outside of Pulumi; up creates it anew"],
    });
  });

  it.each([
    [401, "no sign-in"],
    [403, "HTTP 403"],
    [429, "HTTP 429"],
    [503, "HTTP 503"],
  ])("is never taken from HTTP %i", async (status, said) => {
    const { compare } = await applied();
    const wire: Wire = (request, send) =>
      request.method === "GET" ? refused(status, "AS.0001")(send) : send();
    expect(await compare({}, { wire })).toMatchObject({ error: expect.stringContaining(said) as string });
  });
});

describe("diff of a locked change", () => {
  const locked: readonly (readonly [string, Args])[] = [
    ["networks", { networks: [{ id: OTHER_SUBNET }] }],
    ["securityGroups", { securityGroups: [{ id: OTHER_SECURITY_GROUP }] }],
    ["lbaasListeners", { lbaasListeners: [{ poolId: OTHER_POOL, protocolPort: 80 }] }],
  ];
  const before = {
    securityGroups: [{ id: SECURITY_GROUP }],
    lbaasListeners: [{ poolId: POOL, protocolPort: 80 }],
  };

  it.each(locked)(
    "of %s is refused with what it needs, the live facts and the ways out",
    async (name, edit) => {
      const { compare } = await applied(before);
      const { error, messages } = await compare(edit);
      expect(messages).toEqual([]);
      expect(error).toContain(`${name} cannot change on the group as it is now`);
      expect(error).toContain("INSERVICE, 1 instance (desired 1), no scaling action in progress");
      expect(error).toContain('lockedChange: "drain"');
      expect(error).toContain('lockedChange: "replace"');
    },
  );

  it.each(locked)('of %s is a replacement with lockedChange "replace"', async (name, edit) => {
    const { compare } = await applied(before);
    const { diff, messages } = await compare({ ...edit, lockedChange: "replace" });
    expect(diff).toEqual({ replaces: [name], deleteBeforeReplace: false });
    expect(messages.join("\n")).toContain(`${name} cannot change on this group`);
  });

  it.each(locked)('of %s is an update that is told with lockedChange "drain"', async (name, edit) => {
    const { compare } = await applied(before);
    const { diff, messages } = await compare({ ...edit, lockedChange: "drain" });
    expect(diff).toEqual({});
    expect(messages.join("\n")).toMatch(new RegExp(`plan: pause, release 1 instance, change ${name}, `));
  });

  it.each(locked)("of %s that somebody made outside is claimed as a replacement", async (name) => {
    const { world, compare } = await applied({
      ...before,
      networks: [{ id: OTHER_SUBNET }],
      lockedChange: "replace",
    });
    world.outside("modifyGroup", {
      networks: [{ id: "5b2f7a90-1c3d-4e5f-8a6b-7c8d9e0f1a09" }],
      security_groups: [],
      lbaas_listeners: [],
    });
    const { diff } = await compare();
    expect(diff).toMatchObject({ changes: true, deleteBeforeReplace: false });
    expect(diff?.replaces).toContain(name);
  });

  it("of nothing else than a settled field waits for a scaling action, and says so", async () => {
    const { world, compare } = await applied();
    grow(world);
    const { diff, messages } = await compare({ availableZones: ["eu-de-01"] });
    expect(diff).toEqual({});
    expect(messages).toEqual(["plan: wait for the scaling action to end, change availableZones"]);
  });

  it("is refused while somebody deletes the group", async () => {
    const { world, stack, compare } = await applied();
    const { handlers } = await startProvider(world, sendAll);
    const { id, outputs } = stack.recorded()!;
    await handlers.delete(id, { ...outputs, deleteMode: "force", timeouts: { delete: 0 } });
    const { error } = await compare({ coolDownTime: 17 });
    expect(error).toContain("the group is being deleted outside of Pulumi");
  });
});

describe("diff of another VPC", () => {
  it("is a replacement, whatever lockedChange says", async () => {
    const { compare } = await applied();
    const { diff } = await compare({ vpcId: OTHER_VPC });
    expect(diff).toEqual({ replaces: ["vpcId"], deleteBeforeReplace: false });
  });
});

describe("diff of values that are not known yet", () => {
  it.each([
    ["vpcId", UNKNOWN],
    ["scalingConfigurationId", UNKNOWN],
    ["networks", UNKNOWN],
    ["networks", [{ id: UNKNOWN }]],
    ["securityGroups", [{ id: UNKNOWN }]],
    ["lbaasListeners", [{ poolId: UNKNOWN, protocolPort: 80 }]],
    ["desireInstanceNumber", UNKNOWN],
    ["minInstanceNumber", UNKNOWN],
    ["tags", { env: UNKNOWN }],
    ["enable", UNKNOWN],
    ["lockedChange", UNKNOWN],
    ["timeouts", { update: UNKNOWN }],
  ])("of %s %j is left to the engine", async (name, value) => {
    const { compare } = await applied({
      securityGroups: [{ id: SECURITY_GROUP }],
      lbaasListeners: [{ poolId: POOL, protocolPort: 80 }],
      tags: { env: "prod" },
    });
    expect(await compare({ [name]: value })).toEqual({ diff: {}, messages: [] });
  });

  it("does not hide a locked change beside them", async () => {
    const { compare } = await applied();
    const edit = { scalingConfigurationId: UNKNOWN, networks: [{ id: OTHER_SUBNET }] };
    expect(await compare(edit)).toMatchObject({
      error: expect.stringContaining("networks cannot change") as string,
    });
  });
});

describe("diff under another sign-in", () => {
  it("refuses to touch a group that lives in another project", async () => {
    const { world, outputs, compare } = await applied();
    const theirs = "0123456789abcdef0123456789abcdef";
    const { error } = await compare({}, { olds: { ...outputs, projectId: theirs } });
    expect(error).toContain(`this group lives in project ${theirs} (eu-de)`);
    expect(error).toContain(`you are signed in to project ${world.simulator.credentials.projectId} (eu-de)`);
  });

  it.each(["update", "delete", "read"] as const)("so does %s", async (handler) => {
    const { world, stack, program } = await applied();
    const { id, inputs, outputs } = stack.recorded()!;
    const { handlers } = await startProvider(world, sendAll);
    const olds = { ...outputs, projectId: "0123456789abcdef0123456789abcdef" };
    const run = {
      update: () => handlers.update(id, olds, inputs),
      delete: () => handlers.delete(id, olds),
      read: () => handlers.read(id, olds),
    };
    world.calls();
    await expect(run[handler]()).rejects.toThrow("this group lives in project");
    expect(world.calls()).toEqual({ signIns: 1, writes: [], bodies: [], reads: {} });
    expect((await stack.preview(program)).operation).toBe("same");
  });

  it.each(["create", "read"] as const)(
    "explains a wrong password in %s, without showing it",
    async (handler) => {
      const world = await simulated();
      const configuration = { ...world.configuration, "otc:password": "not-the-password" };
      const { handlers } = await startProvider({ ...world, configuration }, sendAll);
      const { inputs } = await handlers.check({}, world.args({ selfUrn: URN }));
      const run = { create: () => handlers.create(inputs), read: () => handlers.read("some-id", {}) };
      const message = await run[handler]().then(
        () => "",
        (thrown: unknown) => (thrown as Error).message,
      );
      expect(message).toContain("no sign-in");
      expect(message).not.toContain("not-the-password");
    },
  );

  it("explains missing settings in the first operation, not while it is configured", async () => {
    const world = await simulated();
    const { handlers } = await startProvider({ ...world, configuration: {} }, sendAll);
    await expect(handlers.read("some-id", {})).rejects.toThrow(/OS_AUTH_URL/);
  });
});
