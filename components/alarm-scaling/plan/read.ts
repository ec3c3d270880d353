/** The arguments as a program writes them: how each is read by itself, and as a pair. */
import * as E from "fp-ts/Either";
import * as t from "io-ts";
import { type CheckFailure, failure } from "../../../provider/core/check/failure";
import { checkNames } from "../../../provider/core/check/names";
import { valueFailures } from "../../../provider/core/check/values";
import { type Decoder, decoder, refine } from "../../../provider/core/codec/decoder";
import { list } from "../../../provider/core/codec/list";
import { flag, id, integer, oneOf } from "../../../provider/core/codec/scalar";
import {
  defaulted,
  type Members,
  optional,
  partOf,
  required,
  structure,
} from "../../../provider/core/codec/structure";
import { isAbsent, recordOf, type UnknownRecord } from "../../../provider/core/record";
import { hasUnknown, UNKNOWN } from "../../../provider/core/unknown";
import { defaultAmounts, defaultCooldowns } from "./defaults";
import { type AlarmMetric, type Amount, type Direction, directions, type Pair, type Step } from "./pair";
import { failureAt } from "./words";

/** A step as a program writes it. */
interface StepArguments {
  readonly alarmId: string;
  readonly threshold: number;
  readonly instanceNumber?: number;
  readonly instancePercentage?: number;
  readonly coolDownTime: number;
}

interface AlarmScalingArguments {
  readonly scalingGroupId: string;
  readonly scaleOut: readonly StepArguments[];
  readonly scaleIn: readonly StepArguments[];
  readonly minInstanceNumber: number;
  readonly maxInstanceNumber: number;
  readonly metric: AlarmMetric;
  readonly enabled: boolean;
}

const MOST_INSTANCES = 300;
const MOST_PERCENT = 20_000;
const MOST_COOLDOWN_SECONDS = 86_400;
/** A group has at most 50 policies, and one at least belongs to the other direction. */
const MOST_STEPS = 49;

const threshold = refine(
  t.number,
  (value) => Number.isFinite(value) && value >= 0,
  "the number that the alarm rule compares with, at least 0",
);

const stepMembers = (coolDownSeconds: number): Members<StepArguments> => ({
  alarmId: required(id("the id of a Cloud Eye alarm rule")),
  threshold: required(threshold),
  instanceNumber: optional(integer(1, MOST_INSTANCES)),
  instancePercentage: optional(integer(1, MOST_PERCENT)),
  coolDownTime: defaulted(integer(0, MOST_COOLDOWN_SECONDS), coolDownSeconds),
});

const membersOf: Readonly<Record<Direction, Members<StepArguments>>> = {
  scaleOut: stepMembers(defaultCooldowns.scaleOut),
  scaleIn: stepMembers(defaultCooldowns.scaleIn),
};

const STEPS = `a step with alarmId and threshold, or a list of 1 to ${MOST_STEPS} of them`;

/** One step, or a list of them. */
const stepsOf = (direction: Direction): Decoder<readonly StepArguments[]> => {
  const one = structure<StepArguments>(STEPS, membersOf[direction]);
  const many = list(one, 1, MOST_STEPS, STEPS);
  return decoder(STEPS, (value, context) =>
    Array.isArray(value)
      ? many.validate(value, context)
      : E.map((step: StepArguments) => [step])(one.validate(value, context)),
  );
};

const members: Members<AlarmScalingArguments> = {
  scalingGroupId: required(id("the id of an AS group")),
  scaleOut: required(stepsOf("scaleOut")),
  scaleIn: required(stepsOf("scaleIn")),
  minInstanceNumber: defaulted(integer(0, MOST_INSTANCES), 1),
  maxInstanceNumber: defaulted(integer(0, MOST_INSTANCES), MOST_INSTANCES),
  metric: defaulted(oneOf<AlarmMetric>("perInstance", "total"), "perInstance"),
  enabled: defaulted(flag, true),
};

const names = Object.keys(members) as (keyof AlarmScalingArguments)[];
const stepNames = Object.keys(membersOf.scaleOut);

/** The steps of a direction with their places, however the program writes them. */
const placed = (direction: Direction, steps: unknown): readonly (readonly [string, unknown])[] =>
  Array.isArray(steps)
    ? steps.map((step: unknown, index) => [`${direction}[${index}]`, step] as const)
    : [[direction, steps]];

const hasBothAmounts = ({ instanceNumber, instancePercentage }: UnknownRecord): boolean =>
  !isAbsent(instanceNumber) && !isAbsent(instancePercentage);

/** AS.3036. */
const twoAmounts = (given: UnknownRecord): readonly CheckFailure[] =>
  directions
    .flatMap((direction) => placed(direction, given[direction]))
    .filter(([, step]) => hasBothAmounts(recordOf(step)))
    .map(([place]) =>
      failureAt(place, "instancePercentage", "and instanceNumber exclude each other: give one of them"),
    );

/** There is a policy for each step, so the steps have to be known; what is in them need not be. */
const laterSteps = (given: UnknownRecord): readonly CheckFailure[] =>
  directions
    .flatMap((direction) => placed(direction, given[direction]))
    .filter(([, step]) => step === UNKNOWN)
    .map(([place]) =>
      failure(
        place,
        `is not known yet: expected ${STEPS}, known when the program runs; members may come later`,
      ),
    );

/** Failures of each argument by itself. */
export const argumentFailures = (given: UnknownRecord): readonly CheckFailure[] => [
  ...checkNames(
    {
      resource: "AlarmScaling",
      writable: names,
      own: [],
      nested: { scaleOut: stepNames, scaleIn: stepNames },
      outputs: [],
    },
    given,
  ),
  ...names.flatMap((name) => valueFailures(members, name, given, { mayBeShown: true })),
  ...twoAmounts(given),
  ...laterSteps(given),
];

/** A member that is known and sound. */
const sound = <A, Key extends keyof A & string>(
  table: Members<A>,
  key: Key,
  given: UnknownRecord,
): A[Key] | undefined => {
  if (hasUnknown(given[key])) return undefined;
  const read = partOf<A>("", table, [key]).decode(given);
  return E.isRight(read) ? read.right[key] : undefined;
};

const amountOf = (direction: Direction, given: UnknownRecord): Amount | undefined => {
  const { [direction]: table } = membersOf;
  const { instanceNumber, instancePercentage } = given;
  if (hasBothAmounts(given)) return undefined;
  if (isAbsent(instanceNumber) && isAbsent(instancePercentage)) return defaultAmounts[direction];
  const [unit, value] = isAbsent(instancePercentage)
    ? (["instances", sound(table, "instanceNumber", given)] as const)
    : (["percent", sound(table, "instancePercentage", given)] as const);
  return value === undefined ? undefined : { unit, value };
};

const readStep = (direction: Direction, place: string, given: UnknownRecord): Step => {
  const { [direction]: table } = membersOf;
  return {
    place,
    alarmId: sound(table, "alarmId", given),
    threshold: sound(table, "threshold", given),
    amount: amountOf(direction, given),
    coolDownTime: sound(table, "coolDownTime", given),
  };
};

const readSteps = (direction: Direction, steps: unknown): readonly Step[] =>
  placed(direction, steps).map(([place, step]) => readStep(direction, place, recordOf(step)));

/** The pair, as far as it is known. */
export const readPair = (given: UnknownRecord): Pair => ({
  scaleOut: readSteps("scaleOut", given["scaleOut"]),
  scaleIn: readSteps("scaleIn", given["scaleIn"]),
  metric: sound(members, "metric", given),
  min: sound(members, "minInstanceNumber", given),
  max: sound(members, "maxInstanceNumber", given),
});
