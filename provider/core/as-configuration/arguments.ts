/** The arguments of an AS configuration, and the rules between them. */
import { type CheckFailure, failure } from "../check/failure";
import { id, integer, text } from "../codec/scalar";
import { defaulted, optional } from "../codec/structure";
import { argumentTable, ownMembers, type OwnArguments } from "../resource/arguments";
import { instanceConfig, type InstanceConfigArguments } from "./instance-config";

/** The decoded arguments. */
export interface AsConfigurationArguments extends OwnArguments {
  /** Absent when one is adopted under whatever name it has. */
  readonly scalingConfigurationName?: string;
  readonly instanceConfig?: InstanceConfigArguments;
  readonly sourceScalingConfigurationId?: string;
  /** How many configurations that were replaced stay. */
  readonly keepConfigurations: number;
}

/** A project has 100 configurations. */
const MOST_KEPT = 50;

export const configurationTable = argumentTable<AsConfigurationArguments>(
  "an object with the arguments of an AS configuration",
  {
    ...ownMembers,
    scalingConfigurationName: optional(
      text((value) => /^[A-Za-z0-9_-]{1,64}$/.test(value), "1 to 64 characters of A-Z a-z 0-9 _ -"),
    ),
    instanceConfig: optional(instanceConfig),
    sourceScalingConfigurationId: optional(id("the id of an AS configuration")),
    keepConfigurations: defaulted(integer(0, MOST_KEPT), 0),
  },
);

type Values = Partial<AsConfigurationArguments>;

const NEEDED = [
  ["flavorRef", "a flavor"],
  ["imageRef", "an image"],
  ["disk", "exactly 1 disk of diskType SYS"],
] as const;

const login = (config: InstanceConfigArguments): readonly CheckFailure[] =>
  config.keyName !== undefined || config.metadata?.["adminPass"] !== undefined
    ? []
    : [
        failure(
          "instanceConfig.keyName",
          "is missing: expected the name of a key pair, or else metadata.adminPass, to log in to instances",
        ),
      ];

const template = (config: InstanceConfigArguments): readonly CheckFailure[] => [
  ...(config.instanceId !== undefined
    ? []
    : NEEDED.filter(([name]) => config[name] === undefined).map(([name, what]) =>
        failure(
          `instanceConfig.${name}`,
          `is missing: expected ${what}, unless instanceId or sourceScalingConfigurationId is given`,
        ),
      )),
  ...login(config),
];

/**
 * What is kept is used by no group, and has nothing but its name to say whose it is. Under a chosen name another stack
 * could take it for its own, and either stack would delete what the other one needs.
 */
const keptUnderOwnName = (
  { keepConfigurations = 0 }: Values,
  given: readonly string[],
): readonly CheckFailure[] =>
  keepConfigurations === 0 || !given.includes("scalingConfigurationName")
    ? []
    : [
        failure(
          "keepConfigurations",
          "and scalingConfigurationName are both given: a name is not unique, so another stack that has chosen it could take or delete what this one keeps; leave the name out",
        ),
      ];

const templateRules = (
  sound: readonly string[],
  { instanceConfig: config, sourceScalingConfigurationId: source, adoptId }: Values,
): readonly CheckFailure[] => {
  if (!["instanceConfig", "sourceScalingConfigurationId", "adoptId"].every((name) => sound.includes(name)))
    return [];
  if (source !== undefined)
    return config?.instanceId === undefined
      ? []
      : [
          failure(
            "sourceScalingConfigurationId",
            "and instanceConfig.instanceId are both given: the service would ignore the source",
          ),
        ];
  // What an adopted configuration has need not be said.
  if (adoptId !== undefined) return [];
  if (config === undefined)
    return [failure("instanceConfig", "is missing: expected it, sourceScalingConfigurationId, or both")];
  return template(config);
};

/**
 * A failure for each rule that the arguments break. AS.1011, AS.1014, AS.1016, AS.1026, AS.1028.
 *
 * @param sound names of the arguments that are known and sound by themselves; one that is not given is
 * @param given names of the arguments that the program gives
 */
export const configurationRules = (
  sound: readonly string[],
  values: Values,
  given: readonly string[],
): readonly CheckFailure[] => [...templateRules(sound, values), ...keptUnderOwnName(values, given)];
