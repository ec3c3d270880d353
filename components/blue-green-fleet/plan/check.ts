/** What is wrong with the arguments of a blue-green fleet, as far as they are known. */

/** What a side is made from. */
export interface KnownSide {
  readonly hasInstanceConfig: boolean;
  readonly hasConfigurationId: boolean;
}

/** Arguments that are known; an unknown one is undefined. */
export interface KnownFleet {
  readonly blue: KnownSide;
  readonly green: KnownSide;
  readonly live?: unknown;
  readonly candidate?: unknown;
  readonly minInstanceNumber?: unknown;
  readonly desireInstanceNumber?: unknown;
  readonly maxInstanceNumber?: unknown;
}

const MOST_INSTANCES = 300;

const sideFailures = (
  name: string,
  { hasInstanceConfig, hasConfigurationId }: KnownSide,
): readonly string[] => {
  if (hasInstanceConfig !== hasConfigurationId) return [];
  return [
    `${name} has ${hasInstanceConfig ? "both" : "neither"} instanceConfig ${hasInstanceConfig ? "and" : "nor"} scalingConfigurationId: expected one of them`,
  ];
};

const colourFailures = (name: string, value: unknown): readonly string[] =>
  value === undefined || value === "blue" || value === "green"
    ? []
    : [`${name} is ${JSON.stringify(value)}: expected blue or green`];

const numberFailures = (name: string, value: unknown, least: number): readonly string[] =>
  value === undefined ||
  (typeof value === "number" && Number.isInteger(value) && value >= least && value <= MOST_INSTANCES)
    ? []
    : [`${name} is ${JSON.stringify(value)}: expected an integer from ${least} to ${MOST_INSTANCES}`];

const orderFailures = (
  low: readonly [string, unknown],
  high: readonly [string, unknown],
): readonly string[] =>
  typeof low[1] === "number" && typeof high[1] === "number" && low[1] > high[1]
    ? [`${low[0]} ${low[1]} is more than ${high[0]} ${high[1]}`]
    : [];

/** Everything that is wrong, one sentence each. */
export const fleetFailures = (fleet: KnownFleet): readonly string[] => {
  const { minInstanceNumber: min, desireInstanceNumber: desired, maxInstanceNumber: max } = fleet;
  return [
    ...sideFailures("blue", fleet.blue),
    ...sideFailures("green", fleet.green),
    ...colourFailures("live", fleet.live),
    ...colourFailures("candidate", fleet.candidate),
    ...numberFailures("minInstanceNumber", min, 0),
    ...numberFailures("desireInstanceNumber", desired, 1),
    ...numberFailures("maxInstanceNumber", max, 1),
    ...orderFailures(["minInstanceNumber", min], ["desireInstanceNumber", desired]),
    ...orderFailures(["desireInstanceNumber", desired], ["maxInstanceNumber", max]),
  ];
};
