import type { SimulatorOptions } from "otc-as-simulator";
import { describe, expect, it } from "vitest";
import type { Args } from "../../e2e/support/group-args";
import { KILLED, openStack, type Stack } from "../../support/engine";
import type { Wire } from "../../support/provider-process";
import { simulated, type World } from "../../support/simulated";
import { doneBut, fated, followedBy, precededBy, refused, unanswered } from "../../support/wires";

const DELETE = "delete AS group";
const MODIFY = "modify AS group";

const applied = async (more: Args = {}, options: SimulatorOptions = {}) => {
  const world = await simulated(options);
  const stack = openStack(world);
  const program = world.args({ desireInstanceNumber: 2, ...more });
  expect((await stack.up(program)).failure).toBeUndefined();
  world.calls();
  return { world, stack, program };
};

const expectGone = (world: World, stack: Stack) => {
  const { groups, servers } = world.simulator.admin.snapshot();
  expect([groups, servers]).toEqual([[], []]);
  expect(stack.recorded()).toBeUndefined();
};

describe.each(["404", "400"] as const)("a group that is gone (%s)", (missing) => {
  it.each(["drain", "force", "refuse"])(
    "is a success without a write with deleteMode %j",
    async (deleteMode) => {
      const { world, stack } = await applied({ deleteMode }, { variants: { missing } });
      world.outside("deleteGroup");
      expect((await stack.destroy()).failure).toBeUndefined();
      expect(world.calls().writes).toEqual([]);
      expectGone(world, stack);
    },
  );

  it.each([MODIFY, DELETE])("just before %s is a success", async (operation) => {
    const { world, stack } = await applied({}, { variants: { missing } });
    stack.onCalls(
      fated(
        operation,
        precededBy(() => world.outside("deleteGroup")),
      ),
    );
    expect((await stack.destroy()).failure).toBeUndefined();
    expectGone(world, stack);
  });

  it("while its scaling action is waited for is a success", async () => {
    const { world, stack } = await applied({}, { variants: { missing } });
    world.outside("setCapacity", { desire_instance_number: 3 });
    world.pass(5);
    world.outside("pauseGroup");
    let looks = 0;
    stack.onCalls((request, send) => {
      if (request.operation === "list AS groups" && ++looks === 3) world.outside("deleteGroup");
      return send();
    });
    expect((await stack.destroy()).failure).toBeUndefined();
    expectGone(world, stack);
  });

  it("while it is being emptied is a success", async () => {
    const { world, stack } = await applied({}, { variants: { missing } });
    stack.onCalls(
      fated(
        MODIFY,
        followedBy(() => world.outside("deleteGroup")),
      ),
    );
    expect((await stack.destroy()).failure).toBeUndefined();
    expectGone(world, stack);
  });
});

describe("a group that somebody deletes with force", () => {
  /** Somebody makes the call when the provider makes its n-th listing. */
  const whenListed = (world: World, nth: number): Wire => {
    const { id } = world.group();
    let listings = 0;
    return async (request, send) => {
      if (request.operation === "list AS groups" && ++listings === nth) {
        const url = `${request.url}/${id}?force_delete=yes`;
        await fetch(url, { method: "DELETE", headers: request.headers ?? {} });
        expect(world.group().document["scaling_group_status"]).toBe("DELETING");
      }
      return send();
    };
  };

  it.each(["drain", "force", "refuse"])("is only waited for with deleteMode %j", async (deleteMode) => {
    const { world, stack } = await applied({ deleteMode });
    stack.onCalls(whenListed(world, 1));
    expect((await stack.destroy()).failure).toBeUndefined();
    expect(world.calls().writes).toEqual(["DELETE scaling_group/*"]);
    expectGone(world, stack);
  });

  it("while it is being emptied is waited for", async () => {
    const { world, stack } = await applied();
    stack.onCalls(whenListed(world, 4));
    expect((await stack.destroy()).failure).toBeUndefined();
    expect(world.calls().writes).toEqual(["PUT scaling_group/*", "DELETE scaling_group/*"]);
    expectGone(world, stack);
  });
});

describe("a refusal that passes", () => {
  it.each(["AS.0003", "AS.2020", "AS.2021", "AS.2033"])(
    "of the deletion, %s three times, is waited for",
    async (code) => {
      const { world, stack } = await applied();
      const fate = refused(400, code);
      stack.onCalls(fated(DELETE, fate, fate, fate));
      expect((await stack.destroy()).failure).toBeUndefined();
      expectGone(world, stack);
    },
  );

  it.each(["AS.0003", "AS.2020", "AS.2033"])(
    "of the modification, %s three times, is waited for",
    async (code) => {
      const { world, stack } = await applied();
      const fate = refused(400, code);
      stack.onCalls(fated(MODIFY, fate, fate, fate));
      expect((await stack.destroy()).failure).toBeUndefined();
      expectGone(world, stack);
    },
  );

  it.each(["AS.2033", "AS.0003"] as const)(
    "of a removal, because a scaling action has just begun, is waited for (busy=%s)",
    async (busy) => {
      const { world, stack } = await applied({}, { variants: { busy, removeWhilePaused: "allowed" } });
      world.outside("pauseGroup");
      const begins = precededBy(() => {
        world.outside("resumeGroup");
        world.outside("setCapacity", { desire_instance_number: 1, max_instance_number: 1 });
        world.pass(5);
        world.outside("pauseGroup");
        expect(world.group().document["is_scaling"]).toBe(true);
      });
      stack.onCalls(fated("remove instances from AS group", begins));
      expect((await stack.destroy()).failure).toBeUndefined();
      expectGone(world, stack);
    },
  );

  it("of the deletion, because instances have come meanwhile, empties the group again", async () => {
    const { world, stack } = await applied();
    const grows = precededBy(() => {
      world.outside("setCapacity", { desire_instance_number: 1, max_instance_number: 1 });
      world.pass(200);
      expect(world.group().instances).toHaveLength(1);
    });
    stack.onCalls(fated(DELETE, grows));
    expect((await stack.destroy()).failure).toBeUndefined();
    expectGone(world, stack);
  });

  it("that does not pass fails at the deadline with its code", async () => {
    const { world, stack } = await applied({ timeouts: { delete: "2m" } });
    const began = world.clock.now();
    stack.onCalls((request, send) => (request.operation === DELETE ? refused(400, "AS.2033")(send) : send()));
    expect((await stack.destroy()).failure).toContain("AS.2033");
    expect(world.clock.now() - began).toBeGreaterThanOrEqual(120_000);
    expect(world.clock.now() - began).toBeLessThan(180_000);
    expect(stack.recorded()?.id).toBe(world.group().id);
  });
});

describe("a deletion whose answer is not usable", () => {
  it.each(["lost", "truncated", "malformed", "reset"] as const)(
    "because it is %s ends well",
    async (kind) => {
      const { world, stack } = await applied();
      world.simulator.admin.fault({ match: { method: "DELETE" }, effect: { kind } });
      expect((await stack.destroy()).failure).toBeUndefined();
      expectGone(world, stack);
    },
  );

  it.each([
    ["no answer", unanswered],
    ["HTTP 500", refused(500, "AS.0001")],
  ])("because it is %s, however often it is asked for, ends well when the group is gone", async (_, fate) => {
    const { world, stack } = await applied();
    stack.onCalls(fated(DELETE, doneBut(fate)));
    expect((await stack.destroy()).failure).toBeUndefined();
    expectGone(world, stack);
  });

  it("fails when the group is still there, and the next destroy ends well", async () => {
    const { world, stack } = await applied();
    stack.onCalls(fated(DELETE, unanswered));
    expect((await stack.destroy()).failure).toContain("the request may have been carried out");
    expect(stack.recorded()?.id).toBe(world.group().id);
    stack.onCalls(undefined);
    expect((await stack.destroy()).failure).toBeUndefined();
    expectGone(world, stack);
  });
});

describe("a deletion that cannot look whether the group is gone", () => {
  it.each([401, 403, 429, 500, 503])("does not take HTTP %i for its absence", async (status) => {
    const { world, stack } = await applied();
    stack.onCalls((request, send) => (request.method === "GET" ? refused(status, "AS.0001")(send) : send()));
    expect((await stack.destroy()).failure).toBeDefined();
    expect(world.calls().writes).toEqual([]);
    expect(stack.recorded()?.id).toBe(world.group().id);
  });
});

describe("a deletion that takes too long", () => {
  it("names what is still there, and the next destroy goes on", async () => {
    const { world, stack } = await applied({ timeouts: { delete: "10s" } });
    const [one = "", other = ""] = world.members();
    const { failure } = await stack.destroy();
    expect(failure).toContain("has waited 10s for no instances left");
    expect(failure).toContain(one);
    expect(failure).toContain(other);
    expect(stack.recorded()?.id).toBe(world.group().id);
    world.pass(300);
    expect((await stack.destroy()).failure).toBeUndefined();
    expectGone(world, stack);
  });

  it("does not wait with timeouts.delete 0, and leaves the rest to the service", async () => {
    const { world, stack } = await applied({ deleteMode: "force", timeouts: { delete: 0 } });
    expect((await stack.destroy()).failure).toBeUndefined();
    expect(world.group().document["scaling_group_status"]).toBe("DELETING");
    world.pass(300);
    expectGone(world, stack);
  });
});

describe("a destroy", () => {
  it.each([MODIFY, DELETE])("that is killed after %s is completed by the next one", async (operation) => {
    const { world, stack } = await applied();
    stack.onCalls(
      fated(
        operation,
        doneBut(() => stack.kill()),
      ),
    );
    expect((await stack.destroy()).failure).toBe(KILLED);
    stack.onCalls(undefined);
    expect((await stack.destroy()).failure).toBeUndefined();
    expectGone(world, stack);
  });

  it("uses the mode that was applied last, not that of a program that failed", async () => {
    const { world, stack, program } = await applied({ deleteMode: "refuse" });
    stack.onCalls(fated(MODIFY, refused(400, "AS.2031")));
    await stack.up({ ...program, deleteMode: "drain", coolDownTime: 17 });
    stack.onCalls(undefined);
    expect((await stack.destroy()).failure).toContain('deleteMode is "refuse"');
    await stack.up({ ...program, deleteMode: "drain" });
    expect((await stack.destroy()).failure).toBeUndefined();
    expectGone(world, stack);
  });
});
