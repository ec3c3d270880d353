import { describe, expect, it } from "vitest";
import type { SimulatorOptions } from "otc-as-simulator";
import { POOL } from "../../e2e/support/group-args";
import { openStack } from "../../support/engine";
import { simulated, type World } from "../../support/simulated";
import { doneBut, fated, precededBy, refused, unanswered } from "../../support/wires";

const MODIFY = "modify AS group";
const listener = { poolId: POOL, protocolPort: 80, weight: 1 };

const applied = async (options: SimulatorOptions = {}, more = {}) => {
  const world = await simulated(options);
  const stack = openStack(world);
  const program = world.args({ lbaasListeners: [listener], ...more });
  expect((await stack.up(program)).failure).toBeUndefined();
  world.calls();
  return { world, stack, program };
};

/** A policy raises the number, and the scaling action has begun. */
const startScaling = (world: World): void => {
  world.outside("setCapacity", { desire_instance_number: world.group().instances.length + 1 });
  world.pass(5);
  expect(world.group().document["is_scaling"]).toBe(true);
};

const settledEdits = [
  ["availableZones", { availableZones: ["eu-de-01"] }, { available_zones: ["eu-de-01"] }],
  [
    "the weight of a listener",
    { lbaasListeners: [{ ...listener, weight: 7 }] },
    { lbaas_listeners: [{ pool_id: POOL, protocol_port: 80, weight: 7 }] },
  ],
] as const;

describe.each(settledEdits)("a change of %s", (_, edit, body) => {
  it("waits for the scaling action that runs, then makes one call", async () => {
    const { world, stack, program } = await applied();
    startScaling(world);
    const { failure, progress } = await stack.up({ ...program, ...edit });
    expect(failure).toBeUndefined();
    expect(progress[0]).toBe("step 1 of 2: wait for the scaling action to end");
    const { writes, bodies } = world.calls();
    expect(writes).toEqual(["PUT scaling_group/*"]);
    expect(bodies).toEqual([body]);
    expect(world.group().instances).toHaveLength(2);
  });

  it("waits for a scaling action that begins between the look and the call", async () => {
    const { world, stack, program } = await applied();
    const starts = precededBy(() => {
      startScaling(world);
    });
    stack.onCalls(fated(MODIFY, starts));
    expect((await stack.up({ ...program, ...edit })).failure).toBeUndefined();
    const { bodies } = world.calls();
    expect(bodies).toEqual([body, body]);
    expect(world.group().instances).toHaveLength(2);
  });

  it("gives up at the deadline, and says what it has waited for", async () => {
    const { world, stack, program } = await applied({}, { timeouts: { update: "20s" } });
    startScaling(world);
    const { failure } = await stack.up({ ...program, ...edit });
    expect(failure).toContain("updating has waited 20s for no scaling action in progress");
    expect(failure).toContain("scaling action in progress (NORMAL)");
    expect(world.calls().writes).toEqual([]);
  });

  it("with timeouts.update 0 does not wait, and explains", async () => {
    const { world, stack, program } = await applied({}, { timeouts: { update: 0 } });
    startScaling(world);
    const { failure } = await stack.up({ ...program, ...edit });
    expect(failure).toContain("needs no scaling action in progress");
    expect(world.calls().writes).toEqual([]);
  });
});

describe("a call that is refused because the group is busy", () => {
  it.each(["AS.0003", "AS.2033"])("is repeated after %s, three times, and succeeds", async (code) => {
    const { world, stack, program } = await applied();
    const busy = refused(400, code);
    stack.onCalls(fated(MODIFY, busy, busy, busy));
    expect((await stack.up({ ...program, coolDownTime: 17 })).failure).toBeUndefined();
    expect(world.group().document).toMatchObject({ cool_down_time: 17 });
  });

  it("fails with the code when it stays busy until the deadline", async () => {
    const { world, stack, program } = await applied({}, { timeouts: { update: "1m" } });
    const began = world.clock.now();
    stack.onCalls((request, send) => (request.operation === MODIFY ? refused(400, "AS.0003")(send) : send()));
    const { failure } = await stack.up({ ...program, coolDownTime: 17 });
    expect(failure).toContain("AS.0003");
    expect(world.clock.now() - began).toBeGreaterThanOrEqual(60_000);
    expect(world.clock.now() - began).toBeLessThan(90_000);
  });

  it.each([
    ["tags", { tags: { env: "test" } }, "create tags of AS group"],
    ["the status", { enable: false }, "pause AS group"],
  ])("is repeated for %s, too", async (_, edit, operation) => {
    const { stack, program } = await applied({}, { tags: { env: "prod" } });
    const busy = refused(400, "AS.0003");
    stack.onCalls(fated(operation, busy, busy, busy));
    const edited = { ...program, ...edit };
    expect((await stack.up(edited)).failure).toBeUndefined();
    expect((await stack.preview(edited)).operation).toBe("same");
  });
});

describe("a call whose answer is lost", () => {
  it.each(["tolerate", "alone", "refuse"] as const)(
    "has happened, whatever the service says of the same number again (sameDesired=%s)",
    async (sameDesired) => {
      const { world, stack, program } = await applied({ variants: { sameDesired } });
      const fault = { match: { method: "PUT" }, effect: { kind: "lost" } } as const;
      world.simulator.admin.fault(fault);
      expect((await stack.up({ ...program, desireInstanceNumber: 2 })).failure).toBeUndefined();
      expect(world.group().instances).toHaveLength(2);
      world.simulator.admin.fault(fault);
      const edited = { ...program, desireInstanceNumber: 3, coolDownTime: 17 };
      expect((await stack.up(edited)).failure).toBeUndefined();
      expect(world.group().instances).toHaveLength(3);
      expect(world.group().document).toMatchObject({ cool_down_time: 17 });
      expect((await stack.preview(edited)).operation).toBe("same");
    },
  );

  it("fails when no repetition is answered, and the next up sees that nothing is left to do", async () => {
    const { world, stack, program } = await applied();
    stack.onCalls(fated(MODIFY, doneBut(unanswered)));
    const edited = { ...program, coolDownTime: 17 };
    expect((await stack.up(edited)).failure).toContain("the request may have been carried out");
    stack.onCalls(undefined);
    world.calls();
    expect((await stack.up(edited)).failure).toBeUndefined();
    expect(world.calls().writes).toEqual([]);
    expect((await stack.preview(edited)).operation).toBe("same");
  });

  it.each([
    ["pause", false],
    ["resume", true],
  ] as const)(
    "is not repeated blindly, when it was to %s the group: the next up looks",
    async (action, enable) => {
      const { world, stack, program } = await applied({}, { enable: !enable });
      stack.onCalls(fated(`${action} AS group`, doneBut(unanswered)));
      const edited = { ...program, enable };
      expect((await stack.up(edited)).failure).toContain("the request may have been carried out");
      stack.onCalls(undefined);
      world.calls();
      expect((await stack.up(edited)).failure).toBeUndefined();
      expect(world.calls().writes).toEqual([]);
      expect(world.group().instances).toHaveLength(1);
    },
  );
});

describe.each(["AS.2033", "AS.2020"] as const)("a status that is the wanted one already (%s)", (status) => {
  it.each([
    ["paused", "pause AS group", "pauseGroup", false],
    ["resumed", "resume AS group", "resumeGroup", true],
  ] as const)(
    "is no failure when somebody has %s the group meanwhile",
    async (_, operation, change, enable) => {
      const { world, stack, program } = await applied({ variants: { status } }, { enable: !enable });
      stack.onCalls(
        fated(
          operation,
          precededBy(() => world.outside(change)),
        ),
      );
      const edited = { ...program, enable };
      expect((await stack.up(edited)).failure).toBeUndefined();
      expect((await stack.preview(edited)).operation).toBe("same");
    },
  );
});

describe("a group that vanishes", () => {
  it.each([
    ["before the modification", MODIFY, { coolDownTime: 17 }],
    ["before the pause", "pause AS group", { enable: false }],
    ["before the tags", "create tags of AS group", { tags: { env: "test" } }],
  ])("%s fails the update, and the next up creates it anew", async (_, operation, edit) => {
    const { world, stack, program } = await applied({}, { tags: { env: "prod" } });
    stack.onCalls(
      fated(
        operation,
        precededBy(() => world.outside("deleteGroup")),
      ),
    );
    const edited = { ...program, ...edit };
    const { failure } = await stack.up(edited);
    expect(failure).toContain("updating failed: the group does not exist");
    stack.onCalls(undefined);
    const { operation: done, failure: none } = await stack.up(edited);
    expect({ done, none }).toEqual({ done: "replace", none: undefined });
    expect(stack.recorded()?.id).toBe(world.group().id);
    expect((await stack.preview(edited)).operation).toBe("same");
  });

  it("while its instances are waited for, ends the wait at once", async () => {
    const { world, stack, program } = await applied();
    const began = world.clock.now();
    let looks = 0;
    stack.onCalls((request, send) => {
      if (request.operation === "list AS groups" && ++looks === 3) world.outside("deleteGroup");
      return send();
    });
    const { failure } = await stack.up({ ...program, desireInstanceNumber: 3 });
    expect(failure).toContain("the group is gone");
    expect(world.clock.now() - began).toBeLessThan(30_000);
  });
});

describe("a wait of an update", () => {
  it("fails with the cause when the scaling action fails for good", async () => {
    const { world, stack, program } = await applied();
    world.simulator.admin.outside("sellOutFlavour", { flavour: "s3.medium.1" });
    const before = stack.recorded();
    const { failure } = await stack.up({ ...program, desireInstanceNumber: 3 });
    expect(failure).toContain("updating failed: AS gave up before there were 3 instances in service");
    expect(failure).toContain(String(world.group().document["detail"]));
    expect(failure).toContain("(1 → 3 instances) failed");
    expect(stack.recorded()).toBe(before);
    world.simulator.admin.outside("restoreFlavour", { flavour: "s3.medium.1" });
    expect((await stack.up({ ...program, desireInstanceNumber: 3 })).failure).toBeUndefined();
    expect(world.group().instances).toHaveLength(3);
  });

  it("survives a read that fails in passing", async () => {
    const { world, stack, program } = await applied();
    let looks = 0;
    stack.onCalls((request, send) => {
      looks += request.operation === "list AS groups" ? 1 : 0;
      return looks === 3 || looks === 4 ? unanswered(send) : send();
    });
    expect((await stack.up({ ...program, desireInstanceNumber: 3 })).failure).toBeUndefined();
    expect(world.group().instances).toHaveLength(3);
  });

  it("ends when somebody pauses the group, which would never get there", async () => {
    const { world, stack, program } = await applied();
    stack.onCalls((request, send) => {
      const answer = send();
      return request.operation === MODIFY
        ? answer.then((done) => {
            world.outside("pauseGroup");
            return done;
          })
        : answer;
    });
    const { failure } = await stack.up({ ...program, desireInstanceNumber: 3 });
    expect(failure).toContain("somebody paused the group meanwhile");
    stack.onCalls(undefined);
    expect((await stack.up({ ...program, desireInstanceNumber: 3 })).failure).toBeUndefined();
    expect(world.group().instances).toHaveLength(3);
  });
});
