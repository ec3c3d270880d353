/**
 * The arguments of an AS policy as one table: how each is read by itself. What depends on
 * others is in `rules`.
 */
import { refine } from "../codec/decoder";
import { flag, id, integer, oneOf, text } from "../codec/scalar";
import { defaulted, type Members, optional, required, structure } from "../codec/structure";
import { argumentTable, type OwnArguments, ownMembers } from "../resource/arguments";
import type {
  PolicyOperation,
  RecurrenceType,
  ScalingPolicyActionRequest,
  ScalingPolicyType,
  ScalingResourceType,
} from "./model";
import { daysIn, isMoment, isTimeOfDay } from "./times";

/** `scheduledPolicy` as a program writes it. */
export interface ScheduledPolicyArguments {
  readonly launchTime: string;
  readonly recurrenceType?: RecurrenceType;
  readonly recurrenceValue?: string;
  readonly startTime?: string;
  readonly endTime?: string;
}

/** The decoded arguments, with the defaults of those that are decided here. */
export interface AsPolicyArguments extends OwnArguments {
  readonly scalingPolicyName?: string;
  readonly scalingResourceId: string;
  readonly scalingResourceType: ScalingResourceType;
  readonly scalingPolicyType: ScalingPolicyType;
  readonly alarmId?: string;
  readonly scheduledPolicy?: ScheduledPolicyArguments;
  readonly scalingPolicyAction?: ScalingPolicyActionRequest;
  readonly coolDownTime?: number;
  readonly description?: string;
  readonly enabled: boolean;
}

const MOMENT = "a moment in UTC such as 2026-12-24T18:00Z";

const moment = text(isMoment, MOMENT);

const scheduledPolicyMembers: Members<ScheduledPolicyArguments> = {
  launchTime: required(
    text(
      (value) => isMoment(value) || isTimeOfDay(value),
      `${MOMENT}, or of a periodic policy a time of day in UTC such as 18:00`,
    ),
  ),
  recurrenceType: optional(oneOf<RecurrenceType>("Daily", "Weekly", "Monthly")),
  recurrenceValue: optional(
    text((value) => daysIn(value) !== undefined, "days separated by commas and nothing else, such as 1,3,5"),
  ),
  startTime: optional(moment),
  endTime: optional(moment),
};

const scalingPolicyActionMembers: Members<ScalingPolicyActionRequest> = {
  operation: optional(oneOf<PolicyOperation>("ADD", "REMOVE", "REDUCE", "SET")),
  size: optional(integer(0, 300)),
  percentage: optional(integer(0, 20_000)),
  limits: optional(
    refine(
      integer(1, Number.MAX_SAFE_INTEGER),
      () => true,
      "a bandwidth in Mbit/s: an integer of at least 1",
    ),
  ),
};

const name = text((value) => /^[A-Za-z0-9_-]{1,64}$/.test(value), "1 to 64 characters of A-Z a-z 0-9 _ -");

const alarmId = text(
  (value) => /^al[A-Za-z0-9]{22}$/.test(value),
  "the id of a Cloud Eye alarm rule: al and 22 letters or digits",
);

const MAX_DESCRIPTION = 256;

const description = text(
  (value) => value.length >= 1 && value.length <= MAX_DESCRIPTION,
  `text of 1 to ${MAX_DESCRIPTION} characters`,
);

const MAX_COOLDOWN_SECONDS = 86_400;

const members: Members<AsPolicyArguments> = {
  ...ownMembers,
  scalingPolicyName: optional(name),
  scalingResourceId: required(id("the id of an AS group or of a bandwidth")),
  scalingResourceType: defaulted(oneOf<ScalingResourceType>("SCALING_GROUP", "BANDWIDTH"), "SCALING_GROUP"),
  scalingPolicyType: required(oneOf<ScalingPolicyType>("ALARM", "SCHEDULED", "RECURRENCE")),
  alarmId: optional(alarmId),
  scheduledPolicy: optional(
    structure("an object with launchTime, and recurrence of a periodic policy", scheduledPolicyMembers),
  ),
  scalingPolicyAction: optional(
    structure(
      "an object with operation, size or percentage, and limits of bandwidth",
      scalingPolicyActionMembers,
    ),
  ),
  coolDownTime: optional(integer(0, MAX_COOLDOWN_SECONDS)),
  description: optional(description),
  enabled: defaulted(flag, true),
};

/** The table. */
export const asPolicyTable = argumentTable<AsPolicyArguments>(
  "an object with the arguments of an AS policy",
  members,
);

/** The names inside `scheduledPolicy` and `scalingPolicyAction`. */
export const scheduleNames = Object.keys(scheduledPolicyMembers);
export const actionNames = Object.keys(scalingPolicyActionMembers);
