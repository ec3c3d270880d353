/** Where settings are found: in environment variables and in the stack configuration. */

/** The environment of the process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads a key of the stack configuration, such as `otc:region`. */
export type ReadConfiguration = (key: string) => string | undefined;

interface Place {
  /** The first that is set counts. */
  readonly variables: readonly string[];
  readonly key: string;
  /** Kept encrypted in the stack configuration. */
  readonly isSecret?: true;
}

const places = {
  authUrl: { variables: ["OS_AUTH_URL"], key: "otc:authUrl" },
  token: { variables: ["OS_AUTH_TOKEN", "OS_TOKEN"], key: "otc:token", isSecret: true },
  userId: { variables: ["OS_USER_ID"], key: "otc:userId" },
  userName: { variables: ["OS_USERNAME"], key: "otc:userName" },
  password: { variables: ["OS_PASSWORD"], key: "otc:password", isSecret: true },
  domainId: { variables: ["OS_USER_DOMAIN_ID", "OS_DOMAIN_ID"], key: "otc:domainId" },
  domainName: { variables: ["OS_USER_DOMAIN_NAME", "OS_DOMAIN_NAME"], key: "otc:domainName" },
  projectId: { variables: ["OS_PROJECT_ID", "OS_TENANT_ID"], key: "otc:projectId" },
  projectName: { variables: ["OS_PROJECT_NAME", "OS_TENANT_NAME"], key: "otc:projectName" },
  projectDomainId: { variables: ["OS_PROJECT_DOMAIN_ID"], key: "otc:projectDomainId" },
  projectDomainName: { variables: ["OS_PROJECT_DOMAIN_NAME"], key: "otc:projectDomainName" },
  region: { variables: ["OS_REGION_NAME"], key: "otc:region" },
  endpoint: { variables: ["OTC_AS_ENDPOINT"], key: "otc:endpoint" },
} satisfies Readonly<Record<string, Place>>;

/** The name of a setting. */
export type SettingName = keyof typeof places;

/** Looks up a setting. Empty text counts as absent. */
export type Source = (name: SettingName) => string | undefined;

/** Both sources; the environment comes first. */
export interface Sources {
  readonly environment: Source;
  readonly configuration: Source;
}

const nonBlank = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === "" ? undefined : text;

export const sourcesOf = (environment: Environment, configuration: ReadConfiguration): Sources => ({
  environment: (name) =>
    places[name].variables
      .map((variable) => nonBlank(environment[variable]))
      .find((text) => text !== undefined),
  configuration: (name) => nonBlank(configuration(places[name].key)),
});

export const holdsAny = (source: Source, names: readonly SettingName[]): boolean =>
  names.some((name) => source(name) !== undefined);

/** The source of settings that belong together: the environment, if it holds any of them. */
export const sourceOfAny = (
  { environment, configuration }: Sources,
  names: readonly SettingName[],
): Source => (holdsAny(environment, names) ? environment : configuration);

/** Looks up a setting that stands for itself. */
export const lookUp = ({ environment, configuration }: Sources, name: SettingName): string | undefined =>
  environment(name) ?? configuration(name);

/** Both ways to give a setting. */
export const waysToGive = (name: SettingName): string => {
  const { variables, key, isSecret }: Place = places[name];
  return `set ${variables.join(" or ")}, or run \`pulumi config set ${isSecret ? "--secret " : ""}${key}\``;
};
