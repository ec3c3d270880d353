/** Rules between the steps of a pair that need no load. A rule applies only where all that it needs is known. */
import { count, counted } from "../../../provider/core/as-group/step";
import { type CheckFailure, failure } from "../../../provider/core/check/failure";
import { instancesIn } from "./movement";
import {
  allSizes,
  type Direction,
  directions,
  type Move,
  movesOf,
  type Pair,
  sizesOf,
  type Sizes,
  type Step,
} from "./pair";
import { failureAt, memberOf } from "./words";

/** Every step after the first, with the one before it. */
const successions = <Entry>(entries: readonly Entry[]): readonly (readonly [Entry, Entry])[] =>
  entries.slice(1).flatMap((entry, index) => {
    const { [index]: before } = entries;
    return before === undefined ? [] : [[before, entry] as const];
  });

/** AS.3032. */
const MOST_POLICIES = 50;

/** There is a policy for each step of both directions. */
export function fewEnough({ scaleOut, scaleIn }: Pair): readonly CheckFailure[] {
  return scaleOut.length + scaleIn.length <= MOST_POLICIES
    ? []
    : [
        failure(
          "scaleIn",
          `has ${counted(scaleIn.length, "step")} beside the ${scaleOut.length} of scaleOut: each is a policy, and a group has at most ${MOST_POLICIES}`,
        ),
      ];
}

/** One alarm rule would do two things at once. */
export function sharedAlarms({ scaleOut, scaleIn }: Pair): readonly CheckFailure[] {
  const steps = [...scaleOut, ...scaleIn];
  return steps.flatMap(({ place, alarmId }, index) => {
    const first = steps
      .slice(0, index)
      .find((earlier) => alarmId !== undefined && earlier.alarmId === alarmId);
    return first === undefined
      ? []
      : [
          failureAt(
            place,
            "alarmId",
            `${String(alarmId)} is that of ${first.place}, too: each step needs an alarm rule of its own`,
          ),
        ];
  });
}

/** During a cooldown no alarm scales, whatever its direction. */
export function cooldowns({ scaleOut, scaleIn }: Pair): readonly CheckFailure[] {
  return scaleIn.flatMap(({ place, coolDownTime }) => {
    const longer = scaleOut.find((out) => Number(out.coolDownTime) > Number(coolDownTime));
    return longer === undefined
      ? []
      : [
          failureAt(
            place,
            "coolDownTime",
            `${String(coolDownTime)} is shorter than the ${String(longer.coolDownTime)} of ${longer.place}: to scale out quickly and in slowly, it has to be as long at least`,
          ),
        ];
  });
}

/** Steps for more and more load, or for less and less. */
export function thresholdOrder({ scaleOut, scaleIn }: Pair): readonly CheckFailure[] {
  const disordered = (steps: readonly Step[], verb: "rise" | "fall"): readonly CheckFailure[] =>
    successions(steps).flatMap(([before, step]) => {
      if (before.threshold === undefined || step.threshold === undefined) return [];
      const difference = step.threshold - before.threshold;
      return (verb === "rise" ? difference : -difference) > 0
        ? []
        : [
            failureAt(
              step.place,
              "threshold",
              `${step.threshold} comes after the ${before.threshold} of ${before.place}: thresholds ${verb} from step to step`,
            ),
          ];
    });
  return [...disordered(scaleOut, "rise"), ...disordered(scaleIn, "fall")];
}

/** A step for more load adds as much at least as the one before it, at every size; likewise inwards. */
export function amountOrder(pair: Pair): readonly CheckFailure[] {
  const sizes = sizesOf(pair);
  if (sizes === undefined) return [];
  return [pair.scaleOut, pair.scaleIn].flatMap((steps) =>
    successions(steps).flatMap(([before, step]) => {
      if (before.amount === undefined || step.amount === undefined) return [];
      const [earlier, later] = [before.amount, step.amount];
      const size = allSizes(sizes).find((each) => instancesIn(later, each) < instancesIn(earlier, each));
      return size === undefined
        ? []
        : [
            failureAt(
              step.place,
              memberOf(later),
              `${later.value} is less than what ${before.place} does: at ${count(size)} it is ${instancesIn(later, size)}, and there ${instancesIn(earlier, size)}; a step after another moves as many at least`,
            ),
          ];
    }),
  );
}

/** Whether there is a size from which the whole step is made. */
function fits(direction: Direction, { amount }: Move, sizes: Sizes): boolean {
  return allSizes(sizes).some((size) => {
    const moved = instancesIn(amount, size);
    return moved > 0 && (direction === "scaleOut" ? size + moved <= sizes.max : size - moved >= sizes.min);
  });
}

/** Bounds that leave no room, and steps that are larger than the room. */
export function room(pair: Pair): readonly CheckFailure[] {
  const sizes = sizesOf(pair);
  if (sizes === undefined) return [];
  const { min, max } = sizes;
  if (min >= max) {
    return [
      failure("maxInstanceNumber", `${max} leaves no room above ${count(min)}: alarms would do nothing`),
    ];
  }
  return directions.flatMap((direction) =>
    (movesOf(pair[direction]) ?? [])
      .filter((move) => !fits(direction, move, sizes))
      .map(({ place, amount }) =>
        failureAt(
          place,
          memberOf(amount),
          `${amount.value} never fits between ${min} and ${count(max)}, and what the service makes of such a step is not documented: ${amount.unit === "instances" ? `at most ${max - min}` : "a smaller percentage"}`,
        ),
      ),
  );
}

/** A group that has come to no instances, and could not leave them. */
export function wayBackFromZero({ scaleOut, metric, min }: Pair): readonly CheckFailure[] {
  if (min !== 0 || metric === undefined) return [];
  if (metric === "perInstance")
    return [
      failure(
        "minInstanceNumber",
        '0 has no way back: without instances there is no load of an instance that could raise an alarm; at least 1, or metric "total" if the alarm rules watch something that does not come from the instances',
      ),
    ];
  return scaleOut.flatMap(({ place, amount }) =>
    amount?.unit === "percent"
      ? [
          failureAt(
            place,
            "instancePercentage",
            `${amount.value} has no way back from minInstanceNumber 0, of which every percentage is 0: give instanceNumber, or at least 1 as minInstanceNumber`,
          ),
        ]
      : [],
  );
}
