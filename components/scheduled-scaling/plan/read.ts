/** The arguments as a program writes them: how each is read by itself. */
import * as E from "fp-ts/Either";
import { type CheckFailure, failure } from "../../../provider/core/check/failure";
import { checkNames } from "../../../provider/core/check/names";
import { valueFailures } from "../../../provider/core/check/values";
import { type Decoder, decoder, refine } from "../../../provider/core/codec/decoder";
import { list } from "../../../provider/core/codec/list";
import { flag, id, integer, oneOf, text } from "../../../provider/core/codec/scalar";
import { type Members, optional, partOf, required, structure } from "../../../provider/core/codec/structure";
import { recordOf, type UnknownRecord } from "../../../provider/core/record";
import { UNKNOWN } from "../../../provider/core/unknown";
import { dayIn, minuteIn, WEEK } from "./day";
import { DAY_SETS } from "./line";
import { isTimeZone } from "./time-zone";
import type {
  Days,
  Timetable,
  TimetableChange,
  TimetableEntry,
  TimetableException,
  Weekday,
} from "./timetable";

const MOST_INSTANCES = 300;
const HIGHEST_DAY = 31;
const MOST_COOLDOWN_SECONDS = 86_400;
const ANY_NUMBER = Number.POSITIVE_INFINITY;

const date = text((value) => dayIn(value) !== undefined, "a date such as 2026-12-24");

const changeMembers: Members<TimetableChange> = {
  at: required(
    text((value) => minuteIn(value) !== undefined, "a time of day from 00:00 to 23:59, such as 07:00"),
  ),
  desireInstanceNumber: required(integer(0, MOST_INSTANCES)),
};

const DAYS = "daily, weekdays, weekends, or days such as monday, alone or in a list";
const weekday = oneOf<Weekday>(...WEEK);
const someWeekdays = list(weekday, 1, ANY_NUMBER, DAYS);
const dayNames = Object.keys(DAY_SETS) as Exclude<Days, readonly Weekday[]>[];
const oneName = decoder(DAYS, oneOf(...dayNames, ...WEEK).validate);
const days: Decoder<Days> = decoder<Days>(DAYS, (value, context) =>
  Array.isArray(value) ? someWeekdays.validate(value, context) : oneName.validate(value, context),
);

const DAYS_OF_MONTH = 'a list of days from 1 to 31, or "last"';
const dayOfMonth: Decoder<number | "last"> = decoder<number | "last">(
  'a day from 1 to 31, or "last"',
  (value, context) =>
    value === "last"
      ? oneOf("last").validate(value, context)
      : integer(1, HIGHEST_DAY).validate(value, context),
);

const entryMembers: Members<TimetableEntry> = {
  ...changeMembers,
  name: optional(
    text((value) => /^[A-Za-z0-9_-]{1,32}$/.test(value), "1 to 32 characters of A-Z a-z 0-9 _ -"),
  ),
  days: optional(days),
  daysOfMonth: optional(list(dayOfMonth, 1, ANY_NUMBER, DAYS_OF_MONTH)),
  from: optional(date),
  until: optional(date),
};

const CHANGE = "an object with at and desireInstanceNumber";
const change = structure<TimetableChange>(CHANGE, changeMembers);

const exceptionMembers: Members<TimetableException> = {
  from: required(date),
  until: optional(date),
  timetable: optional(list(change, 0, ANY_NUMBER, "a list of changes")),
};

const timetableMembers: Members<Timetable> = {
  timeZone: required(text(isTimeZone, "a time zone of the IANA data base, such as Europe/Berlin")),
  timetable: required(
    list(structure<TimetableEntry>(CHANGE, entryMembers), 1, ANY_NUMBER, "a list of at least one entry"),
  ),
  exceptions: optional(
    list(structure<TimetableException>("an object with from", exceptionMembers), 0, ANY_NUMBER, "a list"),
  ),
  until: optional(date),
};

/** What a component takes beside the timetable. */
interface OtherArguments {
  readonly scalingGroupId: string;
  readonly minInstanceNumber?: number;
  readonly maxInstanceNumber?: number;
  readonly coolDownTime?: number;
  readonly enabled?: boolean;
  readonly maxPolicies?: number;
}

const otherMembers: Members<OtherArguments> = {
  scalingGroupId: required(id("the id of an AS group")),
  minInstanceNumber: optional(integer(0, MOST_INSTANCES)),
  maxInstanceNumber: optional(integer(0, MOST_INSTANCES)),
  coolDownTime: optional(integer(0, MOST_COOLDOWN_SECONDS)),
  enabled: optional(flag),
  maxPolicies: optional(refine(integer(1, ANY_NUMBER), Number.isSafeInteger, "an integer of at least 1")),
};

const timetableNames = Object.keys(timetableMembers) as (keyof Timetable)[];
const otherNames = Object.keys(otherMembers) as (keyof OtherArguments)[];

/** `transform` is a function or members of policies, which check themselves. */
const nameFailures = (given: UnknownRecord): readonly CheckFailure[] =>
  checkNames(
    {
      resource: "ScheduledScaling",
      writable: [...otherNames, ...timetableNames, "transform"],
      own: [],
      nested: {
        timetable: Object.keys(entryMembers),
        exceptions: {
          names: Object.keys(exceptionMembers),
          inner: { timetable: Object.keys(changeMembers) },
        },
      },
      outputs: ["policies", "policyIds", "plannedUntil"],
    },
    given,
  );

/** The places in which something is not known yet. */
const unknownPlaces = (path: string, value: unknown): readonly string[] => {
  if (value === UNKNOWN) return [path];
  if (Array.isArray(value)) {
    return value.flatMap((entry: unknown, index) => unknownPlaces(`${path}[${index}]`, entry));
  }
  return Object.entries(recordOf(value)).flatMap(([name, member]) =>
    unknownPlaces(`${path}.${name}`, member),
  );
};

/** Policies are made from these arguments, so a program cannot leave them to outputs. */
const unknownFailures = (names: readonly string[], given: UnknownRecord): readonly CheckFailure[] =>
  names
    .flatMap((name) => unknownPlaces(name, given[name]))
    .map((place) => failure(place, "is an output or a promise: it has to be known when the program runs"));

/**
 * Reads a timetable.
 *
 * @param given its members, and other arguments of a component; `UNKNOWN` in the place of outputs
 */
export const readTimetable = (given: UnknownRecord): E.Either<readonly CheckFailure[], Timetable> => {
  const failures = [
    ...nameFailures(given),
    ...unknownFailures(timetableNames, given),
    ...timetableNames.flatMap((name) => valueFailures(timetableMembers, name, given, { mayBeShown: true })),
  ];
  if (failures.length > 0) return E.left(failures);
  return E.mapLeft(() => failures)(structure<Timetable>("a timetable", timetableMembers).decode(given));
};

/** What is wrong with the arguments of a component beside the timetable. */
export const otherFailures = (given: UnknownRecord): readonly CheckFailure[] => [
  ...unknownFailures(["maxPolicies"], given),
  ...otherNames.flatMap((name) => valueFailures(otherMembers, name, given, { mayBeShown: true })),
];

/** One of the arguments beside the timetable, if it is known and sound. */
export const soundNumber = (
  name: "minInstanceNumber" | "maxInstanceNumber" | "maxPolicies",
  given: UnknownRecord,
): number | undefined => {
  const read = partOf<OtherArguments>("", otherMembers, [name]).decode(given);
  return E.isRight(read) ? read.right[name] : undefined;
};
