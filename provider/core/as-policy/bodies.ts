/** The bodies of requests about AS policies. */
import { physicalName } from "../physical-name";
import type { OwnArguments } from "../resource/arguments";
import type { AsPolicyArguments } from "./arguments";
import type {
  AsPolicyCreation,
  AsPolicyModification,
  ScalingPolicyActionRequest,
  ScheduledPolicy,
} from "./model";

/** Everything but what the resource keeps for itself. */
type Settings = Omit<AsPolicyArguments, keyof OwnArguments>;

/** The name of a new policy. One that replaces an adopted policy has none in its arguments. */
export const nameOf = ({
  scalingPolicyName,
  selfUrn,
  nameGeneration,
}: Pick<AsPolicyArguments, "scalingPolicyName" | "selfUrn" | "nameGeneration">): string =>
  scalingPolicyName ?? physicalName(selfUrn, nameGeneration);

/** The arguments that the create operation takes: a new policy is always enabled. */
export const creationOf = (scalingPolicyName: string, args: Settings): AsPolicyCreation => ({
  scalingPolicyName,
  scalingResourceId: args.scalingResourceId,
  scalingResourceType: args.scalingResourceType,
  scalingPolicyType: args.scalingPolicyType,
  ...(args.alarmId === undefined ? {} : { alarmId: args.alarmId }),
  ...(args.scheduledPolicy === undefined ? {} : { scheduledPolicy: args.scheduledPolicy }),
  ...(args.scalingPolicyAction === undefined ? {} : { scalingPolicyAction: args.scalingPolicyAction }),
  ...(args.coolDownTime === undefined ? {} : { coolDownTime: args.coolDownTime }),
  ...(args.description === undefined ? {} : { description: args.description }),
});

const triggerOf = ({ alarmId, scheduledPolicy }: Settings): AsPolicyModification => ({
  ...(alarmId === undefined ? {} : { alarmId }),
  ...(scheduledPolicy === undefined ? {} : { scheduledPolicy }),
});

const resourceOf = ({ scalingResourceId, scalingResourceType }: Settings): AsPolicyModification => ({
  scalingResourceId,
  scalingResourceType,
});

/** With its defaults: a service that merges would keep what is left out. */
const whole = (action: ScalingPolicyActionRequest): ScalingPolicyActionRequest => ({
  operation: "ADD",
  ...(action.percentage === undefined ? { size: 1 } : {}),
  ...action,
});

const actionOf = (action: ScalingPolicyActionRequest | undefined): AsPolicyModification =>
  action === undefined ? {} : { scalingPolicyAction: whole(action) };

/**
 * What is sent for these changes: the new values, and what belongs to them. A type goes with its trigger, and an id with
 * its type; another kind of resource may not know the present action.
 */
export const modificationOf = (args: Settings, changed: AsPolicyModification): AsPolicyModification => {
  const { scalingPolicyType, scalingResourceId, scalingResourceType } = changed;
  const moves = scalingResourceId !== undefined || scalingResourceType !== undefined;
  return {
    ...(moves ? resourceOf(args) : {}),
    ...(scalingPolicyType === undefined ? {} : triggerOf(args)),
    ...(scalingResourceType === undefined ? {} : actionOf(args.scalingPolicyAction)),
    ...changed,
    ...actionOf(changed.scalingPolicyAction),
  };
};

/**
 * A periodic policy that has not begun, and whose program gives no start, begins now. That has to be said outright: a
 * service that merges would keep the start that it has.
 *
 * @param now such as `2026-11-24T10:00Z`
 */
export const begun = (
  changed: AsPolicyModification,
  live: ScheduledPolicy | undefined,
  now: string,
): AsPolicyModification => {
  const { scheduledPolicy } = changed;
  const givesStart = scheduledPolicy?.recurrenceType === undefined || scheduledPolicy.startTime !== undefined;
  return givesStart || (live?.startTime ?? "") <= now
    ? changed
    : { ...changed, scheduledPolicy: { ...scheduledPolicy, startTime: now } };
};
