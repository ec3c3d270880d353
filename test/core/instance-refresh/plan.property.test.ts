import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { capacityOf } from "../../../provider/core/as-group/capacity";
import type { Step } from "../../../provider/core/as-group/step";
import { refreshJournalIn } from "../../../provider/core/instance-refresh/journal";
import { leastHealthy, type RefreshManner } from "../../../provider/core/instance-refresh/manner";
import { oldInstances } from "../../../provider/core/instance-refresh/old";
import { planRefresh } from "../../../provider/core/instance-refresh/plan";
import type { World } from "../../support/model-service";
import { anyManner, anyWorld, idsIn, moveDesired, refresh, requestFor, resume } from "./support";

const options = { seed: 20261124, numRuns: 2000 };

const created = ({ instances }: World): readonly string[] =>
  idsIn(instances.filter(({ scalingConfigurationId }) => scalingConfigurationId !== undefined));
const attached = ({ instances }: World): readonly string[] =>
  idsIn(instances.filter(({ scalingConfigurationId }) => scalingConfigurationId === undefined));
const oldIn = (world: World): readonly string[] =>
  idsIn(oldInstances(world.group, world.instances, { skipMatching: true }, 0));

/** What there is to replace in a world in which nothing has begun. */
const toReplace = (world: World, { skipMatching }: RefreshManner): readonly string[] =>
  skipMatching ? oldIn(world) : created(world);

/** A refresh that is impossible is refused before anything is touched. */
const isPossible = (world: World, how: RefreshManner): boolean =>
  E.isRight(planRefresh(requestFor(world, how)));

describe("a refresh on the model of the service", () => {
  const expectEnd = (start: World, how: RefreshManner, end: World): void => {
    expect(end.tags).toEqual(start.tags);
    expect(capacityOf(end.group)).toEqual(capacityOf(start.group));
    expect(end.instances.length).toBe(start.instances.length);
    expect(attached(end)).toEqual(attached(start));
    const known = idsIn(start.instances);
    const deleted = end.deleted.filter((id) => known.includes(id)).sort();
    // Where AS has refilled what was removed, it also takes back what is too much then.
    if (start.removalLowers) expect([...end.deleted].sort()).toEqual(toReplace(start, how));
    else expect(deleted).toEqual(expect.arrayContaining([...toReplace(start, how)]));
  };

  it("replaces exactly the old instances and leaves everything else as it was, wherever it is interrupted", () => {
    fc.assert(
      fc.property(anyWorld, anyManner, fc.nat(40), fc.nat(40), (world, how, first, second) => {
        fc.pre(isPossible(world, how));
        const once = refresh(world, how, { budget: first });
        const twice = resume(once, how, { budget: second });
        expectEnd(world, how, resume(twice, how));
      }),
      options,
    );
  });

  it("never has fewer instances in service, nor more, than it may", () => {
    fc.assert(
      fc.property(anyWorld, anyManner, fc.nat(40), (world, how, budget) => {
        fc.pre(isPossible(world, how));
        const wanted = world.group.desireInstanceNumber;
        const least = how.maxSurge === 0 ? leastHealthy(how, wanted) : wanted;
        const watch = ({ instances }: World): void => {
          expect(instances.length).toBeGreaterThanOrEqual(least);
          expect(instances.length).toBeLessThanOrEqual(wanted + how.maxSurge);
        };
        resume(refresh(world, how, { budget, watch }), how, { watch });
      }),
      options,
    );
  });

  it("keeps what policies add meanwhile, and restores the bounds", () => {
    const run = { budget: fc.nat(30), by: fc.integer({ min: 1, max: 3 }) };
    fc.assert(
      fc.property(anyWorld, anyManner, run.budget, run.by, (world, how, at, by) => {
        fc.pre(isPossible(world, how) && toReplace(world, how).length > 0);
        let steps = 0;
        let added = 0;
        const disturb = (now: World): World => {
          steps += 1;
          if (steps !== at) return now;
          const moved = moveDesired(by)(now);
          added = moved.group.desireInstanceNumber - now.group.desireInstanceNumber;
          return moved;
        };
        const end = refresh(world, how, { disturb });
        const { min, desired, max } = capacityOf(world.group);
        const live = capacityOf(end.group);
        expect([live.min, live.max]).toEqual([min, max]);
        expect([desired, Math.min(desired + added, max)]).toContain(live.desired);
        expect(O.isNone(refreshJournalIn(end.tags))).toBe(true);
      }),
      options,
    );
  });

  it("keeps all that a policy adds to an arrived surge, wherever it is interrupted afterwards", () => {
    fc.assert(
      fc.property(
        anyWorld,
        anyManner,
        fc.record({
          at: fc.integer({ min: 1, max: 4 }),
          by: fc.integer({ min: 1, max: 3 }),
          budget: fc.nat(40),
        }),
        (world, how, { at, by, budget }) => {
          fc.pre(isPossible(world, how) && toReplace(world, how).length > 0);
          let waits = 0;
          let added = 0;
          const disturb = (now: World, { _tag }: Step): World => {
            if (_tag === "WaitCapacity") waits += 1;
            if (_tag !== "WaitCapacity" || waits !== at) return now;
            const moved = moveDesired(by)(now);
            added = moved.group.desireInstanceNumber - now.group.desireInstanceNumber;
            return moved;
          };
          const end = resume(refresh(world, how, { budget, disturb }), how, { disturb });
          const { desired, max } = capacityOf(world.group);
          expect(capacityOf(end.group).desired).toBe(Math.min(desired + added, max));
        },
      ),
      options,
    );
  });

  it("replaces everything although policies move the number all the time", () => {
    fc.assert(
      fc.property(
        anyWorld,
        anyManner,
        fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1, maxLength: 30 }),
        fc.nat(40),
        (world, how, moves, budget) => {
          fc.pre(isPossible(world, { ...how, maxSurge: Math.max(1, how.maxSurge) }));
          const surging = { ...how, maxSurge: Math.max(1, how.maxSurge) };
          let steps = 0;
          const disturb = (now: World): World => {
            steps += 1;
            return moveDesired(moves[steps] ?? 0)(now);
          };
          const end = resume(refresh(world, surging, { budget, disturb }), surging, { disturb });
          const { min, max } = capacityOf(world.group);
          const live = capacityOf(end.group);
          expect([live.min, live.max]).toEqual([min, max]);
          expect(toReplace(world, surging).filter((id) => idsIn(end.instances).includes(id))).toEqual([]);
          expect(O.isNone(refreshJournalIn(end.tags))).toBe(true);
        },
      ),
      options,
    );
  });
});
