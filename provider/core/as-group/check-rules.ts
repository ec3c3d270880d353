/**
 * Rules between arguments, and between the entries of one argument. A rule applies only when all its operands are
 * known and sound by themselves.
 */
import type { ArgumentName, AsGroupArguments } from "./arguments";
import { type CheckFailure, failure } from "../check/failure";
import { repeatedHookNames } from "../lifecycle-hook/initial";

/** Arguments that are known entirely and have their right form. */
export interface SoundArguments {
  /** Their names; an argument that is not given is sound. */
  readonly names: readonly ArgumentName[];
  readonly values: Values;
}

type Values = Partial<AsGroupArguments>;

interface Rule {
  readonly operands: readonly ArgumentName[];
  readonly failures: (values: Values) => readonly CheckFailure[];
}

/** What the service takes for a number that is not given. */
const DEFAULT_MIN = 0;
const DEFAULT_MAX = 1;

const ORDER = "minimum ≤ desired ≤ maximum";

const notAboveMaximum = (name: "minInstanceNumber" | "desireInstanceNumber"): Rule => ({
  operands: [name, "maxInstanceNumber"],
  failures: ({ [name]: number, maxInstanceNumber: max }) => {
    if (number === undefined || number <= (max ?? DEFAULT_MAX)) return [];
    const limit =
      max === undefined
        ? `${DEFAULT_MAX}, the default of maxInstanceNumber, which is not given`
        : `maxInstanceNumber ${max}`;
    return [failure(name, `${number} is greater than ${limit}: ${ORDER}`)];
  },
});

const desiredNotBelowMinimum: Rule = {
  operands: ["desireInstanceNumber", "minInstanceNumber"],
  failures: ({ desireInstanceNumber: desired, minInstanceNumber: min = DEFAULT_MIN }) =>
    desired === undefined || desired >= min
      ? []
      : [failure("desireInstanceNumber", `${desired} is less than minInstanceNumber ${min}: ${ORDER}`)],
};

const hasListener = ({ lbListenerId, lbaasListeners = [] }: Values): boolean =>
  lbListenerId !== undefined || lbaasListeners.length > 0;

const oneKindOfListener: Rule = {
  operands: ["lbListenerId", "lbaasListeners"],
  failures: ({ lbListenerId, lbaasListeners = [] }) =>
    lbListenerId === undefined || lbaasListeners.length === 0
      ? []
      : [failure("lbListenerId", "and lbaasListeners are both given: only one of them is allowed")],
};

const elbAuditNeedsListener: Rule = {
  operands: ["healthPeriodicAuditMethod", "lbListenerId", "lbaasListeners"],
  failures: (values) =>
    values.healthPeriodicAuditMethod !== "ELB_AUDIT" || hasListener(values)
      ? []
      : [
          failure(
            "healthPeriodicAuditMethod",
            "is ELB_AUDIT, but the group has no listener: give lbaasListeners or lbListenerId, or use NOVA_AUDIT",
          ),
        ],
};

const gracePeriodFailure = (seconds: number, because: string): CheckFailure =>
  failure(
    "healthPeriodicAuditGracePeriod",
    `is ${seconds}, but it counts only with healthPeriodicAuditMethod ELB_AUDIT: ${because}`,
  );

const gracePeriodNeedsElbAudit: Rule = {
  operands: ["healthPeriodicAuditGracePeriod", "healthPeriodicAuditMethod"],
  failures: ({ healthPeriodicAuditGracePeriod: seconds, healthPeriodicAuditMethod: method }) =>
    seconds === undefined || method !== "NOVA_AUDIT" ? [] : [gracePeriodFailure(seconds, "it is NOVA_AUDIT")],
};

const gracePeriodNeedsListener: Rule = {
  operands: ["healthPeriodicAuditGracePeriod", "healthPeriodicAuditMethod", "lbListenerId", "lbaasListeners"],
  failures: (values) =>
    values.healthPeriodicAuditGracePeriod === undefined ||
    values.healthPeriodicAuditMethod !== undefined ||
    hasListener(values)
      ? []
      : [
          gracePeriodFailure(
            values.healthPeriodicAuditGracePeriod,
            "without a listener the default is NOVA_AUDIT",
          ),
        ],
};

const bandwidthNeedsIpv6: Rule = {
  operands: ["networks"],
  failures: ({ networks = [] }) =>
    networks.flatMap(({ ipv6Enable, ipv6Bandwidth }, index) =>
      ipv6Bandwidth === undefined || ipv6Enable
        ? []
        : [failure(`networks[${index}].ipv6Bandwidth`, "is given without ipv6Enable: true")],
    ),
};

const distinct = (
  name: ArgumentName,
  keysOf: (values: Values) => readonly string[],
  place: (index: number) => string,
): Rule => ({
  operands: [name],
  failures: (values) => {
    const keys = keysOf(values);
    return keys.flatMap((key, index) => {
      const first = keys.indexOf(key);
      return first === index ? [] : [failure(place(index), `repeats ${place(first)}, ${key}`)];
    });
  },
});

const initialHooksOnce: Rule = {
  operands: ["initialLifecycleHooks"],
  failures: ({ initialLifecycleHooks = [] }) =>
    repeatedHookNames("initialLifecycleHooks", initialLifecycleHooks),
};

const rules: readonly Rule[] = [
  initialHooksOnce,
  notAboveMaximum("minInstanceNumber"),
  notAboveMaximum("desireInstanceNumber"),
  desiredNotBelowMinimum,
  distinct(
    "networks",
    ({ networks = [] }) => networks.map(({ id }) => id),
    (index) => `networks[${index}].id`,
  ),
  bandwidthNeedsIpv6,
  distinct(
    "availableZones",
    ({ availableZones = [] }) => availableZones,
    (index) => `availableZones[${index}]`,
  ),
  oneKindOfListener,
  distinct(
    "lbaasListeners",
    ({ lbaasListeners = [] }) =>
      lbaasListeners.map(({ poolId, protocolPort }) => `pool ${poolId} port ${protocolPort}`),
    (index) => `lbaasListeners[${index}]`,
  ),
  elbAuditNeedsListener,
  gracePeriodNeedsElbAudit,
  gracePeriodNeedsListener,
];

/** A failure for each rule that these arguments break. */
export const checkRules = ({ names, values }: SoundArguments): readonly CheckFailure[] =>
  rules
    .filter(({ operands }) => operands.every((operand) => names.includes(operand)))
    .flatMap(({ failures }) => failures(values));
