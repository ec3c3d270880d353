/** Stretches of moments that come at the same time of day in UTC, without a day left out: one periodic policy does them. */
import { dayText } from "./day";
import { isInterrupted, type Occurrence, resumedOn } from "./occurrence";
import { firstDay, isSkipped, momentAt, type Period } from "./time-zone";

/** Moments of one line, in their order. */
export interface Stretch {
  /** Name that no other stretch has: that of the line, and since when it is so. */
  readonly name: string;
  /** First minute at which it may act, whatever days the line names; undefined if it has always been so. */
  readonly beginning: number | undefined;
  readonly occurrences: readonly [Occurrence, ...Occurrence[]];
}

/** The first whole day on which it is so; minus infinity if it has always been so. */
const sinceDay = (first: Occurrence): number =>
  isSkipped(first)
    ? first.day
    : Math.max(first.line.dates.first, firstDay(first.period) + 1, resumedOn(first));

/**
 * The date is taken from what begins a stretch, not from its first moment: it stays the same when the days of the line
 * change. The first stretch of a line that has a beginning of its own, or none, needs no date.
 */
const nameOf = ({ line }: Occurrence, since: number): string =>
  since === line.dates.first ? line.name : `${line.name}-${dayText(since)}`;

/** It is taken from what begins a stretch, too: the first moment that is looked at is another one in every year. */
const beginningOf = (first: Occurrence, periods: readonly Period[]): number | undefined => {
  const { line, period } = first;
  const day = Math.max(line.dates.first, firstDay(period), resumedOn(first));
  if (!Number.isFinite(day)) return undefined;
  // On the day on which clocks are changed, the time may have come before.
  const moment = [day, day + 1]
    .map((some) => momentAt(periods, some, line.minuteOfDay))
    .find((some) => some?.period === period && !isSkipped(some));
  return (moment ?? first).minute;
};

/** A skipped time comes at a moment of its own. */
const goesOn = (before: Occurrence | undefined, next: Occurrence): boolean =>
  before !== undefined &&
  before.period === next.period &&
  !isSkipped(before) &&
  !isInterrupted(next, before.day);

/** The stretches of one line. */
export const stretchesOf = (
  occurrences: readonly Occurrence[],
  periods: readonly Period[],
): readonly Stretch[] => {
  const runs: [Occurrence, ...Occurrence[]][] = [];
  for (const occurrence of occurrences) {
    const run = runs.at(-1);
    if (run !== undefined && goesOn(run.at(-1), occurrence)) run.push(occurrence);
    else runs.push([occurrence]);
  }
  return runs.map((run) => ({
    name: nameOf(run[0], sinceDay(run[0])),
    beginning: beginningOf(run[0], periods),
    occurrences: run,
  }));
};
