/** What is wrong with a timetable, as far as each part can be judged by itself. */
import { type CheckFailure, failure } from "../../../provider/core/check/failure";
import { dayIn, dayText, minuteIn, WEEK, yearOf } from "./day";
import { DAY_SETS, entryName, exceptionDates } from "./line";
import { isTimeZone } from "./time-zone";
import type { Timetable, TimetableChange, TimetableEntry, TimetableException } from "./timetable";

const HIGHEST_NUMBER = 300;
const HIGHEST_DAY = 31;

/** The value as it was given: programs in JavaScript give anything. */
const shown = (value: unknown): string => (value === undefined ? "missing" : JSON.stringify(value));

const unless = (isSound: boolean, path: string, value: unknown, expected: string): readonly CheckFailure[] =>
  isSound ? [] : [failure(path, `is ${shown(value)}: expected ${expected}`)];

const isDate = (value: unknown): value is string => typeof value === "string" && dayIn(value) !== undefined;

const changeFailures = (
  path: string,
  { at, desireInstanceNumber }: TimetableChange,
): readonly CheckFailure[] => [
  ...unless(
    typeof at === "string" && minuteIn(at) !== undefined,
    `${path}.at`,
    at,
    "a time of day from 00:00 to 23:59, such as 07:00",
  ),
  ...unless(
    Number.isInteger(desireInstanceNumber) &&
      desireInstanceNumber >= 0 &&
      desireInstanceNumber <= HIGHEST_NUMBER,
    `${path}.desireInstanceNumber`,
    desireInstanceNumber,
    `an integer from 0 to ${HIGHEST_NUMBER}`,
  ),
];

const dateFailures = (
  path: string,
  { from, until }: { readonly from?: string; readonly until?: string },
): readonly CheckFailure[] => {
  const single = Object.entries({ from, until }).flatMap(([name, value]) =>
    unless(value === undefined || isDate(value), `${path}.${name}`, value, "a date such as 2026-12-24"),
  );
  if (single.length > 0 || from === undefined || until === undefined || from <= until) return single;
  return [failure(`${path}.until`, `is ${until}: expected ${from} or a later date, because from is ${from}`)];
};

const isDays = (days: unknown): boolean => {
  const isWeekday = (day: unknown): boolean => WEEK.some((some) => some === day);
  if (Array.isArray(days)) return days.length > 0 && days.every(isWeekday);
  return isWeekday(days) || Object.keys(DAY_SETS).some((set) => set === days);
};

const isDayOfMonth = (day: unknown): boolean =>
  day === "last" || (typeof day === "number" && Number.isInteger(day) && day >= 1 && day <= HIGHEST_DAY);

const entryFailures = (entry: TimetableEntry, index: number): readonly CheckFailure[] => {
  const path = `timetable[${index}]`;
  const { name, days, daysOfMonth } = entry;
  return [
    ...changeFailures(path, entry),
    ...unless(
      name === undefined || /^[A-Za-z0-9_-]{1,32}$/.test(name),
      `${path}.name`,
      name,
      "1 to 32 characters of A-Z a-z 0-9 _ -",
    ),
    ...unless(
      days === undefined || isDays(days),
      `${path}.days`,
      days,
      "daily, weekdays, weekends, or days such as monday, alone or in a list",
    ),
    ...unless(
      daysOfMonth === undefined ||
        (Array.isArray(daysOfMonth) && daysOfMonth.length > 0 && daysOfMonth.every(isDayOfMonth)),
      `${path}.daysOfMonth`,
      daysOfMonth,
      'a list of days from 1 to 31, or "last"',
    ),
    ...(days !== undefined && daysOfMonth !== undefined
      ? [failure(`${path}.daysOfMonth`, "and days are both given: only one of them is allowed")]
      : []),
    ...dateFailures(path, entry),
  ];
};

const exceptionFailures = (exception: TimetableException, index: number): readonly CheckFailure[] => {
  const path = `exceptions[${index}]`;
  return [
    ...(isDate(exception.from)
      ? []
      : unless(false, `${path}.from`, exception.from, "a date such as 2026-12-24")),
    ...(isDate(exception.from) ? dateFailures(path, exception) : []),
    ...(exception.timetable ?? []).flatMap((change, at) =>
      changeFailures(`${path}.timetable[${at}]`, change),
    ),
  ];
};

const HORIZON_YEARS = 10;

const untilFailures = (until: string | undefined, today: number): readonly CheckFailure[] => {
  if (until === undefined) return [];
  const last = `${yearOf(today) + HORIZON_YEARS}-12-31`;
  return unless(
    isDate(until) && until >= dayText(today) && until <= last,
    "until",
    until,
    `a date from ${dayText(today)} to ${last}`,
  );
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

/**
 * What is wrong with a timetable.
 *
 * @param today the present date, in days since 1970
 */
export const timetableFailures = (given: Timetable, today: number): readonly CheckFailure[] => {
  const { timeZone, timetable, exceptions = [], until } = given;
  const isFilled = Array.isArray(timetable) && timetable.length > 0;
  const single = [
    ...unless(
      typeof timeZone === "string" && isTimeZone(timeZone),
      "timeZone",
      timeZone,
      "a time zone of the IANA data base, such as Europe/Berlin",
    ),
    ...unless(isFilled, "timetable", timetable, "a list of at least one entry, known when the program runs"),
    ...(isFilled ? timetable.flatMap(entryFailures) : []),
    ...unless(Array.isArray(exceptions), "exceptions", exceptions, "a list, known when the program runs"),
    ...(Array.isArray(exceptions) ? exceptions.flatMap(exceptionFailures) : []),
    ...untilFailures(until, today),
  ];
  return single.length > 0 ? single : [...nameFailures(given), ...sharedDates(given)];
};
