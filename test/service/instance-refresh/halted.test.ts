import { describe, expect, it } from "vitest";
import { fated, followedBy, precededBy, refused } from "../../support/wires";
import { scene, type Scene } from "../../support/old-instances";

const MODIFY = "modify AS group";
const REMOVE = "remove instances from AS group";
const FLAVOUR = { flavour: "s3.medium.1" };

const failNextAction = (world: Scene, reason: string) => () =>
  world.simulator.admin.outside("failNextAction", { reason });

describe("a refresh whose new instances cannot be created", () => {
  it("halts at full capacity, gives back the numbers, and says what is left and what the next up does", async () => {
    const world = await scene({ instances: 3 });
    const old = world.members();
    world.stack.onCalls(
      fated(
        MODIFY,
        followedBy(() => undefined),
        precededBy(() => world.simulator.admin.outside("sellOutFlavour", FLAVOUR)),
      ),
    );
    const { failure } = await world.stack.up(world.refreshArgs());
    world.stack.onCalls(undefined);
    const left = world.members().filter((id) => old.includes(id));
    expect(left).toHaveLength(2);
    expect(failure?.split("\n")).toEqual([
      `AS group (id ${world.group().id}): the instance refresh has halted: replacing instances failed: AS gave up before there were 4 instances in service`,
      "  last seen: ERROR, 3 instances (desired 4), no scaling action in progress",
      expect.stringMatching(
        /^ {2}AS says: AS\.2038: The flavor is sold out .*; scaling action of .* \(3 → 4 instances\) failed/,
      ),
      expect.stringMatching(/^ {2}1 of 3 old instances are replaced; still old: \S{36}, \S{36}$/),
      "  the next `pulumi up` goes on with those that are still old",
      "  the live group: ERROR, 3 instances (desired 3), no scaling action in progress, minimum 3, maximum 3",
      "What you can do:",
      "  1. remove the cause that AS names, then run `pulumi up` again: it goes on from the live group",
    ]);
    for (const id of left) expect(failure).toContain(id);
    expect(world.numbers()).toEqual([3, 3, 3]);
    expect(world.members()).toHaveLength(3);
    expect(world.stack.recorded()).toMatchObject({
      id: world.group().id,
      initErrors: [failure],
      outputs: { complete: false, replacedInstanceNumber: 1 },
    });

    // As long as nobody resumes the group, nothing can be made.
    expect((await world.stack.up(world.refreshArgs())).failure).toContain(
      "a group that is not in service starts no instances: ERROR, 3 instances",
    );
    world.simulator.admin.outside("restoreFlavour", FLAVOUR);
    world.outside("resumeGroup");
    const { failure: again, warnings } = await world.stack.up(world.refreshArgs());
    expect(again).toBeUndefined();
    expect(warnings).toEqual([
      "plan: go on with an interrupted instance refresh: replace 2 of 3 instances, 1 at a time, never fewer than 3 in service; about 8 minutes",
    ]);
    expect(world.members().filter((id) => old.includes(id))).toEqual([]);
    expect(world.numbers()).toEqual([3, 3, 3]);
    expect(world.group().tags).toEqual({});
  });

  it("halts on the first scaling action that fails, although AS would try again", async () => {
    const world = await scene({ instances: 2 });
    const old = world.members();
    failNextAction(world, "internal-error")();
    const { failure } = await world.stack.up(world.refreshArgs());
    expect(failure).toContain("AS gave up before there were 3 instances in service");
    expect(failure).toContain("AS says: AS.0001: System error. Try again later.");
    expect(failure).toContain("0 of 2 old instances are replaced; still old: ");
    world.pass(600);
    expect(world.members()).toEqual(old);
    expect(world.numbers()).toEqual([2, 2, 2]);
    expect((await world.stack.up(world.refreshArgs())).failure).toBeUndefined();
  });

  it("after removing first, asks AS for the missing ones all the same", async () => {
    const world = await scene({ instances: 2 });
    failNextAction(world, "internal-error")();
    const manner = { maxSurge: 0, minHealthyPercentage: 50 };
    const { failure } = await world.stack.up(world.refreshArgs(manner));
    expect(failure).toContain("AS gave up before there were 2 instances in service");
    expect(world.numbers()).toEqual([2, 2, 2]);
    world.pass(600);
    expect(world.members()).toHaveLength(2);
    expect((await world.stack.up(world.refreshArgs(manner))).failure).toBeUndefined();
    expect(world.numbers()).toEqual([2, 2, 2]);
  });
});

describe("a refresh that is disturbed", () => {
  it("keeps the surge as long as it stands in for others that are missing", async () => {
    const world = await scene({ instances: 2 });
    const [first, second] = world.members();
    world.stack.onCalls(
      fated(
        REMOVE,
        precededBy(() => {
          world.outside("pauseGroup");
          for (const instance_id of [first, second])
            world.simulator.admin.outside("stopInstance", { instance_id });
          world.pass(360);
        }),
      ),
    );
    const { failure } = await world.stack.up(world.refreshArgs());
    expect(failure).toContain("a group that is not in service starts no instances: PAUSED");
    expect(failure).toContain("the next `pulumi up` gives back: desired number 2, now 3; maximum 2, now 3");
    expect(world.numbers()).toEqual([2, 3, 3]);
    world.stack.onCalls(undefined);
    world.outside("resumeGroup");
    expect((await world.stack.up(world.refreshArgs())).failure).toBeUndefined();
    world.pass(600);
    expect(world.numbers()).toEqual([2, 2, 2]);
    expect(world.members()).toHaveLength(2);
    expect(world.group().tags).toEqual({});
  });

  it("within its timeout, halts where it is, and the next up goes on", async () => {
    const world = await scene({ instances: 4 });
    const { failure } = await world.stack.up(world.refreshArgs({ timeout: "4m" }));
    expect(failure).toMatch(
      /the instance refresh has halted: replacing instances has waited 4m|has waited \d+/,
    );
    expect(failure).toContain("allow more time: timeout");
    expect(world.numbers()).toEqual([4, 4, 4]);
    expect((await world.stack.up(world.refreshArgs({ timeout: "60m" }))).failure).toBeUndefined();
    expect(world.numbers()).toEqual([4, 4, 4]);
    expect(world.group().tags).toEqual({});
  });

  it("plans anew when an instance has left meanwhile, or a scaling action has begun", async () => {
    const world = await scene({ instances: 2, group: { maxInstanceNumber: 5 } });
    world.stack.onCalls(fated(REMOVE, refused(400, "AS.4030"), refused(400, "AS.2033")));
    expect((await world.stack.up(world.refreshArgs())).failure).toBeUndefined();
    expect(world.numbers()).toEqual([2, 2, 5]);
  });

  it("gives the desired number back where the service leaves it alone on a removal", async () => {
    const world = await scene({ instances: 2, group: { maxInstanceNumber: 5 } });
    const keepDesired = followedBy(() => {
      const [, desired] = world.numbers();
      world.outside("modifyGroup", { desire_instance_number: desired + 1 });
    });
    world.stack.onCalls(fated(REMOVE, keepDesired, keepDesired));
    expect((await world.stack.up(world.refreshArgs())).failure).toBeUndefined();
    expect(world.numbers()).toEqual([2, 2, 5]);
    expect(world.members()).toHaveLength(2);
  });

  it("does not try the same for ever when the service has a fault of its own", async () => {
    const world = await scene({ instances: 1 });
    const fault = refused(500, "AS.0001");
    world.stack.onCalls((request, send) => (request.operation === REMOVE ? fault(send) : send()));
    const { failure } = await world.stack.up(world.refreshArgs());
    expect(failure).toContain("the service refused to remove instances from AS group (HTTP 500)");
    expect(failure).toContain("0 of 1 old instances are replaced");
    expect(world.numbers()).toEqual([1, 1, 1]);
  });
});

describe("policies that act meanwhile", () => {
  it("keep what they add, and get the bounds back", async () => {
    const world = await scene({ instances: 3, group: { maxInstanceNumber: 10 } });
    const old = world.members();
    world.stack.onCalls(
      fated(
        REMOVE,
        precededBy(() => {
          world.outside("setCapacity", { desire_instance_number: world.numbers()[1] + 2 });
          world.pass(5);
        }),
      ),
    );
    expect((await world.stack.up(world.refreshArgs())).failure).toBeUndefined();
    expect(world.members().filter((id) => old.includes(id))).toEqual([]);
    expect(world.members()).toHaveLength(5);
    expect(world.numbers()).toEqual([3, 5, 10]);
  });

  it("may take instances away between two batches", async () => {
    const world = await scene({ instances: 4, group: { minInstanceNumber: 1, maxInstanceNumber: 10 } });
    const old = world.members();
    let removals = 0;
    world.stack.onCalls(async (request, send) => {
      const answer = await send();
      if (request.operation === REMOVE && (removals += 1) === 1) {
        world.pass(60);
        world.outside("setCapacity", { desire_instance_number: 2 });
      }
      return answer;
    });
    expect((await world.stack.up(world.refreshArgs())).failure).toBeUndefined();
    expect(world.members().filter((id) => old.includes(id))).toEqual([]);
    expect(world.numbers()).toEqual([1, 2, 10]);
  });
});
