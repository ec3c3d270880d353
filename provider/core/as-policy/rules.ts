/**
 * Rules between the arguments of an AS policy. A rule applies only when all its operands are known and sound by
 * themselves.
 */
import { type CheckFailure, failure as failureOf } from "../check/failure";
import { amountFailures, resourceFailures } from "./action-rules";
import type { AsPolicyArguments } from "./arguments";
import type { ScalingPolicyType } from "./model";
import { recurrenceFailures, scheduledFailures } from "./schedule-rules";

type Values = Partial<AsPolicyArguments>;

interface Rule {
  readonly operands: readonly (keyof AsPolicyArguments)[];
  readonly failures: (values: Values) => readonly CheckFailure[];
}

/** Only for arguments that there are. */
const failure: (property: keyof AsPolicyArguments, rest: string) => CheckFailure = failureOf;

/** AS.3026. */
const alarmTrigger: Rule = {
  operands: ["scalingPolicyType", "alarmId"],
  failures: ({ scalingPolicyType: type, alarmId }) => {
    if (type === undefined || (type === "ALARM") === (alarmId !== undefined)) return [];
    return type === "ALARM"
      ? [
          failure(
            "alarmId",
            "is missing: expected the id of a Cloud Eye alarm rule, because scalingPolicyType is ALARM",
          ),
        ]
      : [failure("alarmId", `has no effect when scalingPolicyType is ${type}: leave it out`)];
  },
};

const isTimed = (type: ScalingPolicyType): boolean => type !== "ALARM";

/** AS.3003, AS.3008. */
const timeTrigger: Rule = {
  operands: ["scalingPolicyType", "scheduledPolicy"],
  failures: ({ scalingPolicyType: type, scheduledPolicy: schedule }) => {
    if (type === undefined || isTimed(type) === (schedule !== undefined)) return [];
    return isTimed(type)
      ? [
          failure(
            "scheduledPolicy",
            `is missing: expected an object with launchTime, because scalingPolicyType is ${type}`,
          ),
        ]
      : [failure("scheduledPolicy", "has no effect when scalingPolicyType is ALARM: leave it out")];
  },
};

const soundSchedule: Rule = {
  operands: ["scalingPolicyType", "scheduledPolicy"],
  failures: ({ scalingPolicyType: type, scheduledPolicy: schedule }) => {
    if (schedule === undefined) return [];
    if (type === "SCHEDULED") return scheduledFailures(schedule);
    return type === "RECURRENCE" ? recurrenceFailures(schedule) : [];
  },
};

const soundAmount: Rule = {
  operands: ["scalingPolicyAction"],
  failures: ({ scalingPolicyAction: action }) => (action === undefined ? [] : amountFailures(action)),
};

const actionOfResource: Rule = {
  operands: ["scalingPolicyAction", "scalingResourceType"],
  failures: ({ scalingPolicyAction: action, scalingResourceType: type }) =>
    action === undefined || type === undefined ? [] : resourceFailures(type, action),
};

const rules: readonly Rule[] = [alarmTrigger, timeTrigger, soundSchedule, soundAmount, actionOfResource];

/**
 * A failure for each rule that these arguments break.
 *
 * @param names arguments that are known and sound; one that is not given is sound
 */
export const checkAsPolicyRules = (names: readonly string[], values: Values): readonly CheckFailure[] =>
  rules
    .filter(({ operands }) => operands.every((operand) => names.includes(operand)))
    .flatMap(({ failures }) => failures(values));
