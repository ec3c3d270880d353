/** What is wrong with the arguments of a fleet, beyond what its children check themselves. */
import { type CheckFailure, failure } from "../../../provider/core/check/failure";

/** What is known of the arguments when the program declares the fleet. */
export interface KnownFleet {
  /** Names of the arguments that are given. */
  readonly given: ReadonlySet<string>;
  readonly policyKeys: readonly string[];
  readonly topicKeys: readonly string[];
  /** Names of the lifecycle hooks by key; none where it is not known yet. */
  readonly hookNames: ReadonlyMap<string, string | undefined>;
}

/** Most policies (AS.3032), lifecycle hooks (AS.7038) and topics of a group. */
const MOST = { policies: 50, lifecycleHooks: 5, topics: 5 } as const;

const oneTemplate = ({ given }: KnownFleet): readonly CheckFailure[] => {
  const [template, id] = [given.has("instanceConfig"), given.has("scalingConfigurationId")];
  if (template && id)
    return [
      failure("scalingConfigurationId", "and instanceConfig are both given: only one of them is allowed"),
    ];
  return template || id
    ? []
    : [
        failure(
          "instanceConfig",
          "is missing: expected it, or the scalingConfigurationId of an AS configuration",
        ),
      ];
};

/** What a fleet keeps is its own. */
const keepsItsOwn = ({ given }: KnownFleet): readonly CheckFailure[] =>
  given.has("keepConfigurations") && !given.has("instanceConfig")
    ? [
        failure(
          "keepConfigurations",
          "is given without instanceConfig: an AS configuration that is made elsewhere is kept, or not, there",
        ),
      ]
    : [];

const fewEnough = (name: keyof typeof MOST, keys: readonly string[]): readonly CheckFailure[] => [
  ...(keys.length <= MOST[name]
    ? []
    : [failure(name, `has ${keys.length} entries: a group has at most ${MOST[name]}`)]),
  ...(keys.includes("") ? [failure(name, "has an entry without a name")] : []),
];

const isHookName = (name: string): boolean => /^[A-Za-z0-9_-]{1,32}$/.test(name) && name !== "list";

const hookNamesFit = ({ hookNames }: KnownFleet): readonly CheckFailure[] => {
  const named = [...hookNames].filter((entry): entry is [string, string] => entry[1] !== undefined);
  return named.flatMap(([key, name], index) => {
    const property = `lifecycleHooks.${key}`;
    const first = named.findIndex(([, other]) => other === name);
    return [
      ...(isHookName(name)
        ? []
        : [
            failure(
              property,
              `has the name ${JSON.stringify(name)}: expected 1 to 32 characters of A-Z a-z 0-9 _ -, not list; another lifecycleHookName may be given`,
            ),
          ]),
      ...(first === index
        ? []
        : [failure(property, `has the name ${name} of lifecycleHooks.${named[first]?.[0] ?? ""}`)]),
    ];
  });
};

/** Everything that is wrong, at once. */
export const fleetFailures = (fleet: KnownFleet): readonly CheckFailure[] => [
  ...oneTemplate(fleet),
  ...keepsItsOwn(fleet),
  ...fewEnough("policies", fleet.policyKeys),
  ...fewEnough("lifecycleHooks", [...fleet.hookNames.keys()]),
  ...hookNamesFit(fleet),
  ...fewEnough("topics", fleet.topicKeys),
];
