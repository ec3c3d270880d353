/** What is wrong with a timetable whose parts are sound by themselves. */
import { type CheckFailure, failure } from "../../../provider/core/check/failure";
import { dayText, yearOf } from "./day";
import { entryName, exceptionDates, isLineDay, isRuled, type Line, linesOf } from "./line";
import type { Timetable, TimetableEntry } from "./timetable";

/** Dates are compared as texts: they have four digits of the year, and come in this order. */
const dateOrder = (
  path: string,
  { from, until }: { readonly from?: string; readonly until?: string },
): readonly CheckFailure[] =>
  from === undefined || until === undefined || from <= until
    ? []
    : [failure(`${path}.until`, `is ${until}: expected ${from} or a later date, because from is ${from}`)];

const twoKindsOfDays = (path: string, { days, daysOfMonth }: TimetableEntry): readonly CheckFailure[] =>
  days !== undefined && daysOfMonth !== undefined
    ? [failure(`${path}.daysOfMonth`, "and days are both given: only one of them is allowed")]
    : [];

const HORIZON_YEARS = 10;

/** A date that has passed is sound: nothing is planned any more. */
const farEnd = ({ until }: Timetable, today: number): readonly CheckFailure[] => {
  const last = `${yearOf(today) + HORIZON_YEARS}-12-31`;
  return until === undefined || until <= last
    ? []
    : [failure("until", `is ${until}: expected ${last} or an earlier date`)];
};

/** Names of entries make those of policies. */
const nameFailures = ({ timetable }: Timetable): readonly CheckFailure[] => {
  const names = timetable.map(entryName);
  return names.flatMap((name, index) => {
    const first = names.indexOf(name);
    return first === index
      ? []
      : [
          failure(
            `timetable[${index}].name`,
            `is ${name}, as that of timetable[${first}]: give another name`,
          ),
        ];
  });
};

const sharedDates = ({ exceptions = [] }: Timetable): readonly CheckFailure[] =>
  exceptions.flatMap((exception, index) => {
    const { first, last } = exceptionDates(exception);
    const other = exceptions
      .slice(0, index)
      .findIndex((some) => exceptionDates(some).first <= last && exceptionDates(some).last >= first);
    return other === -1
      ? []
      : [
          failure(
            `exceptions[${index}]`,
            `shares a date with exceptions[${other}]: make them one, or change the dates`,
          ),
        ];
  });

const hasDay = ({ dates: { first, last } }: Line, isMeant: (day: number) => boolean): boolean => {
  for (let day = first; day <= last; day += 1) if (isMeant(day)) return true;
  return false;
};

/** Without both dates an entry always comes again, or has come. What is over does no harm. */
const idleEntries = (given: Timetable, today: number): readonly CheckFailure[] =>
  linesOf(given)
    .slice(0, given.timetable.length)
    .flatMap((line, index) => {
      const { first, last } = line.dates;
      if (!Number.isFinite(first) || !Number.isFinite(last) || last < today) return [];
      if (hasDay(line, (day) => isLineDay(line, day))) return [];
      const why = hasDay(line, (day) => isRuled(line.rule, day))
        ? "exceptions take all of its days"
        : "none of its days is among them";
      return [
        failure(`timetable[${index}]`, `never applies from ${dayText(first)} to ${dayText(last)}: ${why}`),
      ];
    });

/**
 * What is wrong with a timetable whose parts are sound by themselves.
 *
 * @param today the present date, in days since 1970
 */
export const timetableFailures = (given: Timetable, today: number): readonly CheckFailure[] => {
  const { timetable, exceptions = [] } = given;
  const single = [
    ...timetable.flatMap((entry, index) => [
      ...twoKindsOfDays(`timetable[${index}]`, entry),
      ...dateOrder(`timetable[${index}]`, entry),
    ]),
    ...exceptions.flatMap((exception, index) => dateOrder(`exceptions[${index}]`, exception)),
    ...farEnd(given, today),
  ];
  return single.length > 0
    ? single
    : [...nameFailures(given), ...sharedDates(given), ...idleEntries(given, today)];
};
