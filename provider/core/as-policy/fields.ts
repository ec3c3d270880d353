/**
 * How each argument of an AS policy relates to the live policy. The API changes every field in place, so nothing is
 * replaced: a second policy beside the first would need the same alarm rule, which one rule does not do for two groups
 * (AS.3034).
 *
 * @see as_06_0404
 */
import { type FieldTable, hidden, type ResourceField, shown } from "../resource/field";
import type { AsPolicyArguments, ScheduledPolicyArguments } from "./arguments";
import { describeAction, describeSchedule } from "./describe";
import type { AsPolicy, ScalingPolicyActionRequest } from "./model";
import { actionInUse, sameAction, sameSchedule } from "./same";
import { isEnabled } from "./status";

type Field<Name extends keyof AsPolicyArguments> = ResourceField<
  Exclude<AsPolicyArguments[Name], undefined>,
  AsPolicy
>;

type PlainName = Exclude<keyof AsPolicyArguments & keyof AsPolicy, "scheduledPolicy" | "scalingPolicyAction">;

const plain = <Name extends PlainName>(
  name: Name,
  whenRemoved: Field<Name>["whenRemoved"],
  show: Field<Name>["show"] = shown,
): Field<Name> => ({
  live: (live) => live[name],
  same: (wanted: unknown, live) => wanted === live[name],
  change: "update",
  whenRemoved,
  show,
});

const DEFAULT_COOLDOWN_SECONDS = 300;
const DEFAULT_ACTION: ScalingPolicyActionRequest = { operation: "ADD", size: 1 };

/**
 * What is left of a trigger that leaves the program: nothing has to be done, because the type of the policy changes with
 * it, and the service forgets the trigger of the other type.
 */
const NO_ALARM = "";
const NO_SCHEDULE: ScheduledPolicyArguments = { launchTime: "" };

/** The table. */
export const asPolicyFields: FieldTable<AsPolicyArguments, AsPolicy> = {
  scalingPolicyName: plain("scalingPolicyName", "kept"),
  scalingResourceId: plain("scalingResourceId", "kept"),
  scalingResourceType: plain("scalingResourceType", "kept"),
  scalingPolicyType: plain("scalingPolicyType", "kept"),
  alarmId: {
    ...plain("alarmId", { to: NO_ALARM }),
    same: (wanted, live) => wanted === NO_ALARM || wanted === live.alarmId,
  },
  scheduledPolicy: {
    live: ({ scheduledPolicy }) => scheduledPolicy,
    same: (wanted, live, before) =>
      wanted === NO_SCHEDULE || sameSchedule(wanted, live.scheduledPolicy, before),
    change: "update",
    whenRemoved: { to: NO_SCHEDULE },
    show: describeSchedule,
  },
  scalingPolicyAction: {
    live: ({ scalingPolicyAction }) => actionInUse(scalingPolicyAction),
    same: (wanted, live) => sameAction(wanted, live.scalingPolicyAction),
    change: "update",
    whenRemoved: { to: DEFAULT_ACTION },
    show: describeAction,
  },
  coolDownTime: plain("coolDownTime", { to: DEFAULT_COOLDOWN_SECONDS }),
  // Free text may hold what is nobody's business.
  description: {
    ...plain("description", { to: "" }, hidden),
    same: (wanted, live) => wanted === (live.description ?? ""),
  },
  enabled: {
    live: isEnabled,
    same: (wanted, live) => wanted === isEnabled(live),
    change: "update",
    whenRemoved: { to: true },
    show: shown,
  },
};
