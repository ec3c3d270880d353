import * as E from "fp-ts/Either";
import { recordOf } from "../../provider/core/record";
import { knownPart } from "../checked";
import { actionsOf, type ScheduledAction } from "./plan/actions";
import { planTimetable } from "./plan/plan";
import type { Timetable } from "./plan/timetable";

/**
 * What a timetable does next, in the order of time. It depends on nothing but its arguments.
 *
 * ```ts
 * import { nextActions } from "pulumi-otc-autoscaling/components";
 *
 * const timetable = [{ at: "07:00", days: "weekdays", desireInstanceNumber: 12 }] as const;
 * const [first] = nextActions({ timeZone: "Europe/Berlin", timetable }, 1, new Date("2026-11-25T12:00Z"));
 * console.log(first?.local); // 2026-11-26T07:00+01:00
 * ```
 *
 * @param timetable the timetable
 * @param count how many actions; there are fewer when the plan ends before
 * @param from after which moment
 * @throws Error when the timetable is not sound
 */
export function nextActions(
  timetable: Timetable,
  count: number,
  from: Date = new Date(),
): readonly ScheduledAction[] {
  const planned = planTimetable(recordOf(knownPart(timetable)), from, Number.POSITIVE_INFINITY);
  if (E.isLeft(planned)) {
    throw new Error(
      `the timetable cannot be followed:${planned.left.map(({ reason }) => `\n  ${reason}`).join("")}`,
    );
  }
  return actionsOf(planned.right.occurrences, count);
}
