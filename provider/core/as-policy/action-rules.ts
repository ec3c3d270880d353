/** What a policy does: the rules that the parts of an action keep among each other and with the kind of resource. */
import type { CheckFailure } from "../check/failure";
import type { ScalingPolicyActionRequest, ScalingResourceType } from "./model";

const failure = (name: keyof ScalingPolicyActionRequest, rest: string): CheckFailure => ({
  property: `scalingPolicyAction.${name}`,
  reason: `scalingPolicyAction.${name} ${rest}`,
});

/** AS.3018, AS.3035, AS.3036. */
export const amountFailures = (action: ScalingPolicyActionRequest): readonly CheckFailure[] => {
  const { operation = "ADD", size, percentage } = action;
  const zeroes = (["size", "percentage"] as const).filter((name) => action[name] === 0);
  return [
    ...(size !== undefined && percentage !== undefined
      ? [failure("percentage", "and size are both given: only one of them is allowed")]
      : []),
    ...(operation === "SET"
      ? []
      : zeroes.map((name) => failure(name, `is 0, which only operation SET allows: it is ${operation}`))),
  ];
};

/** What bandwidth cannot. AS.3017, AS.3018, AS.3035, AS.3043. */
const bandwidthFailures = (action: ScalingPolicyActionRequest): readonly CheckFailure[] => {
  const { operation, size, percentage, limits } = action;
  return [
    ...(operation === "REMOVE"
      ? [
          failure(
            "operation",
            "is REMOVE: expected ADD, REDUCE or SET, because scalingResourceType is BANDWIDTH",
          ),
        ]
      : []),
    ...(percentage === undefined
      ? []
      : [failure("percentage", "is for AS groups only: give size in Mbit/s to scale a bandwidth")]),
    ...(size === 0 && operation === "SET"
      ? [failure("size", "is 0: expected 1 to 300 Mbit/s, because scalingResourceType is BANDWIDTH")]
      : []),
    ...(limits !== undefined && operation === "SET"
      ? [failure("limits", "means something only with operation ADD or REDUCE: leave it out")]
      : []),
  ];
};

/** AS.3043. */
const groupFailures = ({ limits }: ScalingPolicyActionRequest): readonly CheckFailure[] =>
  limits === undefined
    ? []
    : [
        failure(
          "limits",
          "is for bandwidths only: an AS group stays between its minInstanceNumber and maxInstanceNumber",
        ),
      ];

/** What the kind of resource does not allow. */
export const resourceFailures = (
  type: ScalingResourceType,
  action: ScalingPolicyActionRequest,
): readonly CheckFailure[] => (type === "BANDWIDTH" ? bandwidthFailures(action) : groupFailures(action));
