import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AsGroupArguments, DrainConsent } from "../../../provider/core/as-group/arguments";
import { capacityOf } from "../../../provider/core/as-group/capacity";
import { compare, isUnchanged } from "../../../provider/core/as-group/compare";
import { journalIn } from "../../../provider/core/as-group/drain-journal";
import { factsOf } from "../../../provider/core/as-group/facts";
import { ownerOf } from "../../../provider/core/as-group/journal-owner";
import { lockedChanges, planUpdate } from "../../../provider/core/as-group/plan";
import { planDrain } from "../../../provider/core/as-group/plan-drain";
import { recordedAsGroup } from "../../../provider/core/as-group/recorded";
import type { Plan, Step } from "../../../provider/core/as-group/step";
import { anyArgs, anyGroup, args, group } from "../../support/as-group";
import { attachedInstance, instance, step, worldOf, type World } from "../../support/model-service";

const recorded = recordedAsGroup({ managedArguments: [], appliedDesireInstanceNumber: 3 });
const everything: DrainConsent = { protectedInstances: "release", attachedInstances: "reattach" };
const nothing: DrainConsent = { protectedInstances: "stop", attachedInstances: "stop" };
const options = { seed: 20261124, numRuns: 2000 };

const comparing = (wanted: AsGroupArguments, world: World) =>
  compare({ args: wanted, unknown: [] }, recorded, { group: world.group, tags: world.tags });

const drain = (wanted: AsGroupArguments, world: World, consent = everything) =>
  planDrain({
    comparison: comparing(wanted, world),
    facts: factsOf(world.group),
    capacity: capacityOf(world.group),
    instances: world.instances,
    tags: world.tags,
    consent,
    owner: ownerOf(wanted.selfUrn),
    removesWhilePaused: world.removesWhilePaused,
  });

/** What the service layer does: a drain where one is needed or not ended, else an ordinary update. */
const planOf = (wanted: AsGroupArguments, world: World): Plan => {
  const comparison = comparing(wanted, world);
  const drains = O.isSome(comparison.journal) || lockedChanges(comparison, factsOf(world.group)).length > 0;
  const plan = drains
    ? drain(wanted, world)
    : E.right({
        steps: E.getOrElse(() => [] as readonly Step[])(planUpdate(comparison, factsOf(world.group))),
        complete: true,
        summary: "",
      });
  if (E.isLeft(plan)) throw new Error(`no plan: ${JSON.stringify(plan.left)}`);
  return plan.right;
};

/** Carries out plans until one is complete, or until `budget` steps have been made: there the process dies. */
const proceed = (wanted: AsGroupArguments, start: World, budget = Infinity): World => {
  let world = start;
  let left = budget;
  for (let round = 0; round < 3; round += 1) {
    const plan = planOf(wanted, world);
    for (const next of plan.steps) {
      if (left === 0) return world;
      left -= 1;
      world = step(world, next);
    }
    if (plan.complete) return world;
  }
  throw new Error("three plans and no end");
};

const stepsOf = (wanted: AsGroupArguments, world: World): readonly string[] =>
  planOf(wanted, world).steps.map(({ _tag }) => _tag);

const otherNetworks = { networks: [{ id: "net-b", ipv6Enable: false }] };

const anyWorld: fc.Arbitrary<World> = fc
  .tuple(
    anyGroup,
    fc.array(fc.constantFrom("created", "protected", "attached"), { maxLength: 4 }),
    fc.boolean(),
  )
  .map(([live, kinds, removesWhilePaused]) =>
    worldOf(
      {
        ...live,
        scalingGroupStatus: live.scalingGroupStatus === "ERROR" ? "PAUSED" : live.scalingGroupStatus,
        minInstanceNumber: Math.min(live.minInstanceNumber, kinds.length),
        desireInstanceNumber: kinds.length,
        maxInstanceNumber: Math.max(4, kinds.length),
      },
      {
        removesWhilePaused,
        instances: kinds.map((kind, index) =>
          kind === "attached"
            ? attachedInstance(`hand-${index}`)
            : instance(`ecs-${index}`, { protectFromScalingDown: kind === "protected" }),
        ),
      },
    ),
  );

const attachedIn = (world: World): readonly string[] =>
  world.instances
    .filter(({ scalingConfigurationId }) => scalingConfigurationId === undefined)
    .map(({ instanceId = "" }) => instanceId)
    .sort();

describe("planDrain", () => {
  it("pauses, empties, changes with the capacity in one call, resumes, waits, and clears its journal", () => {
    expect(stepsOf(args(otherNetworks), worldOf(group()))).toEqual([
      "PutJournal",
      "Pause",
      "Modify",
      "WaitSettled",
      "RemoveInstances",
      "WaitEmpty",
      "Modify",
      "Resume",
      "WaitCapacity",
      "ClearJournal",
    ]);
  });

  it("lets AS empty the group where a paused one must not lose instances", () => {
    const world = worldOf(group(), { removesWhilePaused: false });
    expect(stepsOf(args(otherNetworks), world)).toEqual([
      "PutJournal",
      "Modify",
      "WaitEmpty",
      "Pause",
      "Modify",
      "Resume",
      "WaitCapacity",
      "ClearJournal",
    ]);
  });

  it("says in one sentence what happens, with the live facts", () => {
    expect(planOf(args(otherNetworks), worldOf(group())).summary).toBe(
      "pause, release 3 instances, change networks, restore 2/3/10, resume; about 4 minutes without capacity",
    );
  });

  it("releases nobody from a group without instances", () => {
    const empty = group({ currentInstanceNumber: 0, desireInstanceNumber: 2 });
    expect(planOf(args(otherNetworks), { ...worldOf(empty), instances: [] }).summary).toBe(
      "pause, change networks, restore 2/2/10, resume; about 3 minutes without capacity",
    );
  });

  it("says that it goes on, where an earlier run was interrupted", () => {
    const wanted = args(otherNetworks);
    const halfway = proceed(wanted, worldOf(group()), 3);
    expect(planOf(wanted, halfway).summary).toBe(
      "go on with an interrupted drain, release 3 instances, change networks, restore 2/3/10, resume; about 4 minutes without capacity",
    );
    const changed = proceed(wanted, worldOf(group()), 7);
    expect(planOf(wanted, changed).summary).toBe("complete an interrupted drain: restore 2/3/10, resume");
  });

  it("waits for a running scaling action first, and then plans anew", () => {
    const plan = planOf(args(otherNetworks), worldOf(group({ isScaling: true })));
    expect([plan.steps.map(({ _tag }) => _tag), plan.complete]).toEqual([
      ["PutJournal", "Pause", "WaitSettled"],
      false,
    ]);
  });

  it("needs one drain and one final call for several locked and free fields", () => {
    const wanted = args({ ...otherNetworks, securityGroups: [{ id: "sg-b" }], coolDownTime: 600 });
    const modifications = planOf(wanted, worldOf(group())).steps.flatMap((next) =>
      next._tag === "Modify" ? [next.modification] : [],
    );
    expect(modifications).toEqual([
      { minInstanceNumber: 0 },
      {
        networks: [{ id: "net-b", ipv6Enable: false }],
        securityGroups: [{ id: "sg-b" }],
        coolDownTime: 600,
        minInstanceNumber: 2,
        desireInstanceNumber: 3,
        maxInstanceNumber: 10,
      },
    ]);
  });

  it("stops without consent before anything is touched, and names the instances", () => {
    const world = worldOf(group(), {
      instances: [
        instance("ecs-0"),
        instance("precious", { protectFromScalingDown: true }),
        attachedInstance("hand"),
      ],
    });
    const plan = drain(args(otherNetworks), world, nothing);
    expect(E.isLeft(plan) && plan.left).toMatchObject({
      _tag: "Stopped",
      reason:
        "the group cannot be drained without consent; nothing has been touched; " +
        "protected from scale-in: precious; not created by AS: hand",
    });
  });

  it("does not claim that nothing has been touched when an interrupted drain lacks consent", () => {
    const paused = proceed(args(otherNetworks), worldOf(group()), 2);
    const world = {
      ...paused,
      instances: [instance("ecs-0"), instance("precious", { protectFromScalingDown: true })],
    };
    const plan = drain(args(otherNetworks), world, nothing);
    expect(E.isLeft(plan) && plan.left).toEqual({
      _tag: "Stopped",
      reason: "the interrupted drain cannot go on without consent; protected from scale-in: precious",
      next: [
        'set drain: { protectedInstances: "release" }, or take the protection off',
        "take the change back: then `pulumi up` undoes the drain",
      ],
    });
  });

  it("stops when there is no room for the journal among the tags", () => {
    const tags = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`key-${index}`, "a"]));
    const plan = drain(args(otherNetworks), worldOf(group(), { tags }));
    expect(E.isLeft(plan) && plan.left).toMatchObject({ _tag: "Stopped" });
  });

  it("refuses to touch a group that another stack is draining", () => {
    const paused = proceed(args(otherNetworks), worldOf(group()), 3);
    const other = args({ selfUrn: "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/otc:AsGroup::web" });
    const plan = drain(other, paused);
    expect(E.isLeft(plan) && plan.left).toMatchObject({ _tag: "Stopped" });
  });

  it("ends at the wanted group wherever it is interrupted, with attached instances back and none of them deleted", () => {
    fc.assert(
      fc.property(anyArgs, anyWorld, fc.nat(16), (given, world, budget) => {
        const wanted = { ...given, desireInstanceNumberMode: "onEdit" as const };
        fc.pre(lockedChanges(comparing(wanted, world), factsOf(world.group)).length > 0);
        fc.pre(attachedIn(world).length <= comparing(wanted, world).capacity.desired);
        const after = proceed(wanted, proceed(wanted, world, budget));
        const again = comparing(wanted, after);
        expect(isUnchanged(again)).toBe(true);
        expect(O.isNone(journalIn(after.tags))).toBe(true);
        expect(after.deleted.filter((id) => id.startsWith("hand"))).toEqual([]);
      }),
      options,
    );
  });

  it("gives back capacity, status and attached instances when the change is taken back after an interruption", () => {
    fc.assert(
      fc.property(anyWorld, fc.nat(16), (world, budget) => {
        const start = {
          ...world,
          group: { ...world.group, scalingGroupStatus: "INSERVICE" as const, isScaling: false },
        };
        const before = args({
          networks: start.group.networks,
          minInstanceNumber: start.group.minInstanceNumber,
          desireInstanceNumber: 3,
          maxInstanceNumber: start.group.maxInstanceNumber,
        });
        const interrupted = proceed(
          { ...before, networks: [{ id: "net-z", ipv6Enable: false }] },
          start,
          budget,
        );
        fc.pre(O.isSome(journalIn(interrupted.tags)));
        const after = proceed({ ...before, networks: interrupted.group.networks }, interrupted);
        expect(capacityOf(after.group)).toEqual(capacityOf(start.group));
        expect(after.group.scalingGroupStatus).toBe("INSERVICE");
        expect(after.instances.length).toBe(start.instances.length);
        expect(attachedIn(after)).toEqual(attachedIn(start));
        expect(journalIn(after.tags)).toEqual(O.none);
      }),
      options,
    );
  });
});
