/** AS.3xxx: codes of AS policies. */
import { type AsCodes, REPORT_BUG } from "./entry";

const MOMENT = "YYYY-MM-DDThh:mmZ, such as 2026-12-24T18:00Z";

export const policyCodes: AsCodes = {
  "AS.3002": {
    meaning: "the type of the policy is invalid",
    next: "use ALARM, SCHEDULED or RECURRENCE for scalingPolicyType",
  },
  "AS.3003": {
    meaning: "a scheduled or periodic policy has no schedule",
    next: "give scheduledPolicy, with launchTime",
  },
  "AS.3004": {
    meaning: "the recurrence type of the policy is invalid",
    next: "use Daily, Weekly or Monthly for scheduledPolicy.recurrenceType",
  },
  "AS.3005": { meaning: "a periodic policy has no end", next: "give scheduledPolicy.endTime" },
  "AS.3006": {
    meaning: "the end of the policy does not have the right form",
    next: `use ${MOMENT} for scheduledPolicy.endTime`,
  },
  "AS.3007": {
    meaning: "the end of the policy lies in the past",
    next: "use a later scheduledPolicy.endTime, or take the policy out of the program",
  },
  "AS.3008": { meaning: "the policy has no launch time", next: "give scheduledPolicy.launchTime" },
  "AS.3009": {
    meaning: "the launch time of the policy does not have the right form",
    next: "use YYYY-MM-DDThh:mmZ for scheduledPolicy.launchTime of a SCHEDULED policy, hh:mm of a RECURRENCE policy",
  },
  "AS.3010": {
    meaning: "the moment at which the policy is to act lies in the past",
    next: "use a later scheduledPolicy.launchTime (times are UTC), or take the policy out of the program",
  },
  "AS.3011": { meaning: "the policy has no type", next: "give scalingPolicyType" },
  "AS.3012": {
    meaning: "the cooldown of the policy is invalid",
    next: "use 0 to 86400 seconds for coolDownTime",
  },
  "AS.3013": { meaning: "the policy has no name", next: "give scalingPolicyName" },
  "AS.3014": {
    meaning: "the name of the policy is too long",
    next: "use at most 64 characters in scalingPolicyName",
  },
  "AS.3015": { meaning: "the policy has no action", next: "give scalingPolicyAction" },
  "AS.3016": {
    meaning: "the action of the policy has no operation",
    next: "give scalingPolicyAction.operation",
  },
  "AS.3017": {
    meaning: "the operation of the policy is invalid",
    next: "use ADD, REMOVE, REDUCE or SET for scalingPolicyAction.operation; a bandwidth knows no REMOVE",
  },
  "AS.3018": {
    meaning: "the size in the action of the policy is invalid",
    next: "use 1 to 300 for scalingPolicyAction.size; 0 only with SET of instances",
  },
  "AS.3019": { meaning: "the policy has no group", next: REPORT_BUG },
  "AS.3020": {
    meaning: "the policy does not exist",
    next: "run `pulumi refresh` if somebody deleted it outside of Pulumi",
  },
  "AS.3021": { meaning: "the request names no policy", next: REPORT_BUG },
  "AS.3022": { meaning: "the policy was asked for something else than resume or pause", next: REPORT_BUG },
  "AS.3023": {
    meaning: "a periodic policy has no recurrence type",
    next: "give scheduledPolicy.recurrenceType",
  },
  "AS.3024": {
    meaning: "a weekly or monthly policy has no days",
    next: "give scheduledPolicy.recurrenceValue",
  },
  "AS.3025": {
    meaning: "the days of the policy are invalid",
    next: "use 1 (Sunday) to 7 for scheduledPolicy.recurrenceValue of a Weekly policy, 1 to 31 of a Monthly one",
  },
  "AS.3026": { meaning: "an alarm policy has no alarm rule", next: "give alarmId" },
  "AS.3027": {
    meaning: "the policy or its group is not in service",
    next: "put the group and the policy into service",
  },
  "AS.3028": {
    meaning: "the start of the policy does not have the right form",
    next: `use ${MOMENT} for scheduledPolicy.startTime`,
  },
  "AS.3029": {
    meaning: "the start of the policy is not before its end",
    next: "use a scheduledPolicy.startTime before scheduledPolicy.endTime",
  },
  "AS.3030": {
    meaning: "the alarm rule of the policy does not exist",
    next: "check alarmId: the rule must exist in Cloud Eye, in this project and region",
  },
  "AS.3031": {
    meaning: "the name of the policy has characters that are not allowed",
    next: "use A-Z a-z 0-9 _ - in scalingPolicyName",
  },
  "AS.3032": {
    meaning:
      "there are as many policies as the quota allows: 50 of one group, 10 or 50 of all bandwidths together",
    next: "delete policies that are not needed (policies of a released bandwidth count, too), or ask for a higher quota",
  },
  "AS.3033": {
    meaning: "the launch time of the policy never comes between its start and its end",
    next: "use other times in scheduledPolicy, or take the policy out of the program if its time is over",
  },
  "AS.3034": {
    meaning: "the alarm rule already serves policies of another group",
    next: "use an alarm rule of its own for each group: one rule serves policies of one group only",
  },
  "AS.3035": {
    meaning: "the percentage in the action of the policy is invalid",
    next: "use 1 to 20000 for scalingPolicyAction.percentage, 0 only with SET; a bandwidth knows no percentage",
  },
  "AS.3036": {
    meaning: "the action of the policy has a size and a percentage",
    next: "give only one of scalingPolicyAction.size and scalingPolicyAction.percentage",
  },
  "AS.3037": {
    meaning: "the resource type of the policy is invalid",
    next: "use SCALING_GROUP or BANDWIDTH for scalingResourceType",
  },
  "AS.3038": {
    meaning: "the policy is being executed",
    next: "wait until it has been executed and run the same `pulumi` command again, or allow more time: timeouts",
  },
  "AS.3040": {
    meaning: "the policy has brought its resource to the limit",
    next: "raise the limit, or leave it as it is",
  },
  "AS.3041": { meaning: "the policy has no resource", next: "give scalingResourceId" },
  "AS.3042": {
    meaning: "the group or the bandwidth of the policy does not exist",
    next: "check scalingResourceId and scalingResourceType: it must exist in this project and region",
  },
  "AS.3043": {
    meaning: "the limits in the action of the policy are invalid",
    next: "use scalingPolicyAction.limits only for ADD and REDUCE of a bandwidth, in Mbit/s",
  },
  "AS.3045": { meaning: "policies could not be deleted together", next: REPORT_BUG },
  "AS.3046": { meaning: "policies could not be enabled together", next: REPORT_BUG },
  "AS.3047": { meaning: "policies could not be disabled together", next: REPORT_BUG },
  "AS.3048": { meaning: "force_delete of policies is neither yes nor no", next: REPORT_BUG },
  "AS.3049": { meaning: "a request for several policies names none", next: REPORT_BUG },
  "AS.3050": {
    meaning: "the id of the alarm rule does not have the right form",
    next: "use the id of a Cloud Eye alarm rule for alarmId: al and 22 letters or digits",
  },
  "AS.3054": { meaning: "the policy has no resource type", next: "give scalingResourceType" },
  "AS.3055": {
    meaning: "the id of the group or bandwidth does not have the right form",
    next: "use the id of an AS group or of a bandwidth for scalingResourceId",
  },
  "AS.3056": { meaning: "delete_alarm of policies is neither yes nor no", next: REPORT_BUG },
  "AS.3057": {
    meaning: "the key to sort policies by is invalid",
    next: "use POLICY_NAME, TRIGGER_CONDITION or CREATE_TIME for sortBy",
  },
  "AS.3058": { meaning: "the order to sort policies in is invalid", next: "use ASC or DESC for order" },
};
