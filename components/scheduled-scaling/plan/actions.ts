/** What a plan is going to do, for people. */
import { momentText } from "./day";
import type { Occurrence } from "./occurrence";
import { localText } from "./plan";

/** Something that a timetable is going to do. */
export interface ScheduledAction {
  /** When, in UTC: `2026-12-24T18:00Z`. */
  readonly at: string;
  /** When, as clocks in the zone of the timetable show it: `2026-12-24T19:00+01:00`. */
  readonly local: string;
  /** Number of instances that is set. */
  readonly desireInstanceNumber: number;
  /** Name of the entry; of the change of an exception its first date and the time, such as `2026-12-24-0700`. */
  readonly entry: string;
}

/** The first of these moments. */
export const actionsOf = (occurrences: readonly Occurrence[], count: number): readonly ScheduledAction[] =>
  occurrences.slice(0, Math.max(count, 0)).map((occurrence) => ({
    at: momentText(occurrence.minute),
    local: localText(occurrence),
    desireInstanceNumber: occurrence.line.desireInstanceNumber,
    entry: occurrence.line.name,
  }));
