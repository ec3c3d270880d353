/** What is wrong with the arguments of a fleet, beyond what its children check themselves. */
import { type CheckFailure, failure } from "../../../provider/core/check/failure";
import { isRecord } from "../../../provider/core/record";
import { UNKNOWN } from "../../../provider/core/unknown";
import { entriesOf } from "./entries";
import { forgottenMaximum, type KnownMovement } from "./room";

/** What is known of the arguments when the program declares the fleet; `UNKNOWN` stands for what is not known yet. */
export interface KnownFleet extends KnownMovement {
  /** Names of the arguments that are given. */
  readonly given: ReadonlySet<string>;
  readonly lifecycleHooks: unknown;
  readonly topics: unknown;
  /** Names of the lifecycle hooks by key; none where it is not known yet. */
  readonly hookNames: ReadonlyMap<string, string | undefined>;
  /** Keys of the lifecycle hooks that a transformation gives another name. */
  readonly renamedHooks: readonly string[];
}

/** Most policies (AS.3032), lifecycle hooks (AS.7038) and topics of a group. */
const MOST = { policies: 50, lifecycleHooks: 5, topics: 5 } as const;

const WORDS = { policies: "policies", lifecycleHooks: "lifecycle hooks", topics: "topics" } as const;

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

const shown = (value: unknown): string => {
  if (value === UNKNOWN) return "not known yet";
  if (Array.isArray(value)) return "a list";
  return typeof value === "string" ? "text" : `a ${typeof value}`;
};

const KNOWN_IN_TIME = "known when the program runs, because resources are declared by it";

const wrongEntries = (
  name: keyof typeof MOST,
  entries: readonly (readonly [string, unknown])[],
): readonly CheckFailure[] =>
  entries
    .filter(([, entry]) => !isRecord(entry))
    .map(([key, entry]) =>
      failure(`${name}.${key}`, `is ${shown(entry)}: expected an object, ${KNOWN_IN_TIME}`),
    );

/** There is a child for each entry, so the entries have to be known; what is in them need not be. */
const entriesFit = (name: keyof typeof MOST, value: unknown): readonly CheckFailure[] => {
  if (!isRecord(value)) {
    return [
      failure(name, `is ${shown(value)}: expected an object of ${WORDS[name]} by name, ${KNOWN_IN_TIME}`),
    ];
  }
  const entries = entriesOf(value);
  return [
    ...wrongEntries(name, entries),
    ...(entries.length <= MOST[name]
      ? []
      : [failure(name, `has ${entries.length} entries: a group has at most ${MOST[name]}`)]),
    ...(entries.some(([key]) => key === "") ? [failure(name, "has an entry without a name")] : []),
  ];
};

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

/**
 * The group gets its hooks before there are resources of them: a name that only the resource had would leave the group
 * with a hook that nobody manages and every instance waits for.
 */
const hookNamesStay = ({ renamedHooks }: KnownFleet): readonly CheckFailure[] =>
  renamedHooks.map((key) =>
    failure(
      `lifecycleHooks.${key}`,
      "gets another lifecycleHookName from transform.lifecycleHook, of which the group would not know: give lifecycleHookName here",
    ),
  );

/** Everything that is wrong, at once. */
export const fleetFailures = (fleet: KnownFleet): readonly CheckFailure[] => [
  ...oneTemplate(fleet),
  ...keepsItsOwn(fleet),
  ...entriesFit("policies", fleet.policies),
  ...forgottenMaximum(fleet),
  ...entriesFit("lifecycleHooks", fleet.lifecycleHooks),
  ...hookNamesFit(fleet),
  ...hookNamesStay(fleet),
  ...entriesFit("topics", fleet.topics),
];
