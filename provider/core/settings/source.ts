/** Where settings are found, and in which order the places count. */

/** The environment of the process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads a key of the stack configuration, such as `otc:region`. */
export type ReadConfiguration = (key: string) => string | undefined;

/** How a setting is written in each place. */
export interface Place {
  /** The first that is set counts. */
  readonly variables: readonly string[];
  readonly key: string;
  /** Kept encrypted in the stack configuration. */
  readonly isSecret?: true;
  /** Paths in a cloud's entry of `clouds.yaml`; the first that is set counts. */
  readonly entries: readonly string[];
}

/** All settings. */
export const places = {
  authUrl: { variables: ["OS_AUTH_URL"], key: "otc:authUrl", entries: ["auth.auth_url"] },
  token: {
    variables: ["OS_AUTH_TOKEN", "OS_TOKEN"],
    key: "otc:token",
    isSecret: true,
    entries: ["auth.token", "auth.auth_token"],
  },
  accessKey: {
    variables: ["OS_ACCESS_KEY"],
    key: "otc:accessKey",
    entries: ["auth.ak", "auth.access_key"],
  },
  secretKey: {
    variables: ["OS_SECRET_KEY"],
    key: "otc:secretKey",
    isSecret: true,
    entries: ["auth.sk", "auth.secret_key"],
  },
  securityToken: {
    variables: ["OS_SECURITY_TOKEN"],
    key: "otc:securityToken",
    isSecret: true,
    entries: ["auth.security_token"],
  },
  userId: { variables: ["OS_USER_ID"], key: "otc:userId", entries: ["auth.user_id"] },
  userName: {
    variables: ["OS_USERNAME"],
    key: "otc:userName",
    entries: ["auth.username", "auth.user_name"],
  },
  password: { variables: ["OS_PASSWORD"], key: "otc:password", isSecret: true, entries: ["auth.password"] },
  domainId: {
    variables: ["OS_USER_DOMAIN_ID", "OS_DOMAIN_ID"],
    key: "otc:domainId",
    entries: ["auth.user_domain_id", "auth.domain_id"],
  },
  domainName: {
    variables: ["OS_USER_DOMAIN_NAME", "OS_DOMAIN_NAME"],
    key: "otc:domainName",
    entries: ["auth.user_domain_name", "auth.domain_name"],
  },
  projectId: {
    variables: ["OS_PROJECT_ID", "OS_TENANT_ID"],
    key: "otc:projectId",
    entries: ["auth.project_id", "auth.tenant_id"],
  },
  projectName: {
    variables: ["OS_PROJECT_NAME", "OS_TENANT_NAME"],
    key: "otc:projectName",
    entries: ["auth.project_name", "auth.tenant_name"],
  },
  projectDomainId: {
    variables: ["OS_PROJECT_DOMAIN_ID"],
    key: "otc:projectDomainId",
    entries: ["auth.project_domain_id"],
  },
  projectDomainName: {
    variables: ["OS_PROJECT_DOMAIN_NAME"],
    key: "otc:projectDomainName",
    entries: ["auth.project_domain_name"],
  },
  agencyName: {
    variables: ["OS_AGENCY_NAME", "OS_TARGET_AGENCY_NAME"],
    key: "otc:agencyName",
    entries: ["auth.target_agency_name"],
  },
  agencyDomainId: {
    variables: ["OS_TARGET_DOMAIN_ID"],
    key: "otc:agencyDomainId",
    entries: ["auth.target_domain_id"],
  },
  agencyDomainName: {
    variables: ["OS_AGENCY_DOMAIN_NAME", "OS_TARGET_DOMAIN_NAME"],
    key: "otc:agencyDomainName",
    entries: ["auth.target_domain_name"],
  },
  delegatedProjectId: {
    variables: ["OS_TARGET_PROJECT_ID"],
    key: "otc:delegatedProjectId",
    entries: ["auth.target_project_id"],
  },
  delegatedProjectName: {
    variables: ["OS_DELEGATED_PROJECT", "OS_TARGET_PROJECT_NAME"],
    key: "otc:delegatedProjectName",
    entries: ["auth.target_project_name"],
  },
  region: { variables: ["OS_REGION_NAME"], key: "otc:region", entries: ["region_name"] },
  endpoint: {
    variables: ["OTC_AS_ENDPOINT"],
    key: "otc:endpoint",
    entries: ["as_endpoint_override", "auto_scaling_endpoint_override"],
  },
  caCert: { variables: ["OS_CACERT"], key: "otc:caCert", entries: ["cacert"] },
  insecure: { variables: ["OS_INSECURE"], key: "otc:insecure", entries: ["insecure"] },
  cloud: { variables: ["OS_CLOUD"], key: "otc:cloud", entries: [] },
} satisfies Readonly<Record<string, Place>>;

/** The name of a setting. */
export type SettingName = keyof typeof places;

/** All entries of a cloud that are read. */
export const cloudEntries: readonly string[] = Object.values(places).flatMap(({ entries }) => entries);

/** Looks up a setting. Empty text counts as absent. */
type Lookup = (name: SettingName) => string | undefined;

/** A place in which settings are found. */
export interface Source {
  /** Such as `the stack configuration`. */
  readonly label: string;
  readonly get: Lookup;
  /** How the setting is written in this place, such as `OS_USERNAME`; undefined when it is not there. */
  readonly spelling: Lookup;
}

/** All places that hold settings, the one that counts most first. */
export interface Sources {
  readonly inOrder: readonly Source[];
  /** The cloud that the settings name, such as `cloud "otc" of ./clouds.yaml`. */
  readonly cloud?: string;
}

export const nonBlank = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === "" ? undefined : text;

/** A place in which the first spelling that is there counts. */
export const sourceIn = (
  label: string,
  spellings: (name: SettingName) => readonly string[],
  read: (spelling: string) => string | undefined,
): Source => {
  const spelling: Lookup = (name) => spellings(name).find((each) => nonBlank(read(each)) !== undefined);
  return {
    label,
    spelling,
    get: (name) => {
      const found = spelling(name);
      return found === undefined ? undefined : read(found);
    },
  };
};

export const environmentSource = (environment: Environment): Source =>
  sourceIn(
    "the environment",
    (name) => places[name].variables,
    (variable) => environment[variable],
  );

export const configurationSource = (configuration: ReadConfiguration): Source =>
  sourceIn("the stack configuration", (name) => [places[name].key], configuration);

/** The entry of a cloud, whose texts are looked up by their path. */
export const entrySource = (label: string, read: (path: string) => string | undefined): Source =>
  sourceIn(label, (name) => places[name].entries, read);

const storageKeyVariables: Readonly<Partial<Record<SettingName, readonly string[]>>> = {
  accessKey: ["S3_ACCESS_KEY_ID"],
  secretKey: ["S3_SECRET_ACCESS_KEY"],
  securityToken: ["S3_SECURITY_TOKEN"],
};

/** Keys that otcextensions uses for object storage. They come last, because they are mostly not meant to sign in. */
export const storageVariables = (environment: Environment): Source =>
  sourceIn(
    "the S3_* variables",
    (name) => storageKeyVariables[name] ?? [],
    (variable) => environment[variable],
  );

export const holdsAny = ({ get }: Source, names: readonly SettingName[]): boolean =>
  names.some((name) => get(name) !== undefined);

const NOWHERE: Source = { label: "nowhere", get: () => undefined, spelling: () => undefined };

/** The source of settings that belong together: the first that holds any of them. */
export const sourceOfAny = ({ inOrder }: Sources, names: readonly SettingName[]): Source =>
  inOrder.find((source) => holdsAny(source, names)) ?? NOWHERE;

/** Looks up a setting that stands for itself. */
export const lookUp = ({ inOrder }: Sources, name: SettingName): string | undefined =>
  inOrder.map(({ get }) => get(name)).find((text) => text !== undefined);

/** The ways to give a setting. A cloud is one of them when the settings name it. */
export const waysToGive = ({ cloud }: Pick<Sources, "cloud">, name: SettingName): string => {
  const { variables, key, isSecret, entries }: Place = places[name];
  const [entry] = entries;
  const set = `set ${variables.join(" or ")}, or run \`pulumi config set ${isSecret ? "--secret " : ""}${key}\``;
  return cloud === undefined || entry === undefined ? set : `${set}, or give ${cloud} its ${entry}`;
};
