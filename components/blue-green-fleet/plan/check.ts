/** What is wrong with the arguments of a blue-green fleet, as far as they are known. */
import { type CheckFailure, failure } from "../../../provider/core/check/failure";
import { isAbsent, isRecord } from "../../../provider/core/record";

/** Arguments as they are known when the program declares the fleet; what is not given, or not known yet, is undefined. */
export interface KnownFleet {
  readonly blue?: unknown;
  readonly green?: unknown;
  readonly live?: unknown;
  readonly candidate?: unknown;
  readonly minInstanceNumber?: unknown;
  readonly desireInstanceNumber?: unknown;
  readonly maxInstanceNumber?: unknown;
}

const MOST_INSTANCES = 300;

const sideFailures = (name: "blue" | "green", side: unknown): readonly CheckFailure[] => {
  if (!isRecord(side))
    return [failure(name, "is missing: expected an object with instanceConfig or scalingConfigurationId")];
  const hasTemplate = !isAbsent(side["instanceConfig"]);
  if (hasTemplate === isAbsent(side["scalingConfigurationId"])) return [];
  return [
    failure(
      name,
      `has ${hasTemplate ? "both" : "neither"} instanceConfig ${hasTemplate ? "and" : "nor"} scalingConfigurationId: expected one of them`,
    ),
  ];
};

const colourFailures = (name: string, value: unknown): readonly CheckFailure[] =>
  value === undefined || value === "blue" || value === "green"
    ? []
    : [failure(name, `is ${JSON.stringify(value)}: expected blue or green`)];

const numberFailures = (name: string, value: unknown, least: number): readonly CheckFailure[] =>
  value === undefined ||
  (typeof value === "number" && Number.isInteger(value) && value >= least && value <= MOST_INSTANCES)
    ? []
    : [failure(name, `is ${JSON.stringify(value)}: expected an integer from ${least} to ${MOST_INSTANCES}`)];

const orderFailures = (
  [lowName, low]: readonly [string, unknown],
  [highName, high]: readonly [string, unknown],
): readonly CheckFailure[] =>
  typeof low === "number" && typeof high === "number" && low > high
    ? [failure(lowName, `${low} is more than ${highName} ${high}`)]
    : [];

/** Everything that is wrong, at once. */
export const fleetFailures = (fleet: KnownFleet): readonly CheckFailure[] => {
  const { minInstanceNumber: min, desireInstanceNumber: desired, maxInstanceNumber: max } = fleet;
  return [
    ...sideFailures("blue", fleet.blue),
    ...sideFailures("green", fleet.green),
    ...colourFailures("live", fleet.live),
    ...colourFailures("candidate", fleet.candidate),
    ...numberFailures("minInstanceNumber", min, 1),
    ...numberFailures("desireInstanceNumber", desired, 1),
    ...numberFailures("maxInstanceNumber", max, 1),
    ...orderFailures(["minInstanceNumber", min], ["desireInstanceNumber", desired]),
    ...orderFailures(["desireInstanceNumber", desired], ["maxInstanceNumber", max]),
  ];
};
