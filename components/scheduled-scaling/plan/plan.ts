/** The plan of a timetable: policies that act at its moments, in the zone of the timetable and through its changes of clocks. */
import * as E from "fp-ts/Either";
import { type CheckFailure, failure } from "../../../provider/core/check/failure";
import type { UnknownRecord } from "../../../provider/core/record";
import { timetableFailures } from "./checks";
import { DAY_MINUTES, dayOfMinute, dayText, minuteOf, momentText } from "./day";
import { type Occurrence, occurrencesOf, scopeOf } from "./occurrence";
import { policiesOf, type PlannedPolicy } from "./policy";
import { readTimetable } from "./read";
import { stretchesOf } from "./stretch";
import type { Timetable } from "./timetable";

/** What is declared for a timetable. */
export interface Plan {
  /** What is planned, until a date that does not move. */
  readonly timetable: Timetable;
  /** The policies that have not acted for the last time. */
  readonly policies: readonly PlannedPolicy[];
  /** Their moments from now on, in their order. */
  readonly occurrences: readonly Occurrence[];
  /** Last date that is planned. */
  readonly until: string;
}

/** The local time of a moment with its distance from UTC, such as `2026-12-24T19:00+01:00`. */
export const localText = ({ minute, period: { offset } }: Occurrence): string => {
  const distance = Math.abs(offset);
  const parts = [Math.floor(distance / 60), distance % 60].map((part) => String(part).padStart(2, "0"));
  return `${momentText(minute + offset).replace("Z", "")}${offset < 0 ? "-" : "+"}${parts.join(":")}`;
};

/** Of policies with the same minute AS carries out only the one that was created last: nobody wants to know which. */
const clashes = (sorted: readonly Occurrence[]): readonly CheckFailure[] => {
  const pairs = new Map<string, Occurrence>();
  sorted.forEach((occurrence, index) => {
    const before = sorted[index - 1];
    if (before?.minute !== occurrence.minute) return;
    const pair = `${before.line.name} and ${occurrence.line.name}`;
    if (!pairs.has(pair)) pairs.set(pair, occurrence);
  });
  return [...pairs].map(([pair, occurrence]) =>
    failure(
      "timetable",
      `has ${pair} at the same moment, first at ${localText(occurrence)}: AS would carry out only one of them`,
    ),
  );
};

/** AS.3032. */
const quotaFailures = (
  policies: readonly PlannedPolicy[],
  maxPolicies: number,
  until: string,
): readonly CheckFailure[] =>
  policies.length <= maxPolicies
    ? []
    : [
        failure(
          "maxPolicies",
          `is ${maxPolicies}, but the timetable needs ${policies.length} policies until ${until}: ` +
            "plan until an earlier date, or have fewer exceptions or entries. " +
            "Each change of clocks and each exception begins another policy of every entry that it touches",
        ),
      ];

const nameFailures = (policies: readonly PlannedPolicy[]): readonly CheckFailure[] =>
  policies
    .filter(({ name }, index) => policies.findIndex((other) => other.name === name) !== index)
    .map(({ name }) =>
      failure("timetable", `makes two policies named ${name}: give the entries other names`),
    );

/** Plans a timetable whose parts are sound by themselves. */
const planSound = (
  timetable: Timetable,
  now: Date,
  maxPolicies: number,
): E.Either<readonly CheckFailure[], Plan> => {
  const present = minuteOf(now);
  // Somewhere it is yesterday still.
  const unsound = timetableFailures(timetable, dayOfMinute(present - DAY_MINUTES / 2));
  if (unsound.length > 0) return E.left(unsound);
  const scope = scopeOf(timetable, now);
  const lines = occurrencesOf(timetable, scope);
  const occurrences = lines
    .flat()
    .filter(({ minute }) => minute > present)
    .sort((one, other) => one.minute - other.minute);
  const policies = lines
    .flatMap((moments) => stretchesOf(moments, scope.periods))
    .flatMap(policiesOf)
    .filter(({ lastMinute }) => lastMinute > present);
  const until = dayText(scope.last);
  const failures = [
    ...clashes(occurrences),
    ...nameFailures(policies),
    ...quotaFailures(policies, maxPolicies, until),
  ];
  return failures.length > 0
    ? E.left(failures)
    : E.right({ timetable: { ...timetable, until }, policies, occurrences, until });
};

/**
 * Plans a timetable. The plan depends on the present only in two ways: what is over is left out, and without `until` the
 * last date is the end of next year.
 *
 * @param given the timetable as a program writes it, with `UNKNOWN` in the place of outputs
 * @param now the present
 * @param maxPolicies most policies that the plan may have
 */
export const planTimetable = (
  given: UnknownRecord,
  now: Date,
  maxPolicies: number,
): E.Either<readonly CheckFailure[], Plan> =>
  E.chain((timetable: Timetable) => planSound(timetable, now, maxPolicies))(readTimetable(given));
