/** Where settings have come from, for people who ask. No secret is shown, and no address with a password in it. */
import { SIGN_IN } from "./sign-in";
import {
  holdsAny,
  type Place,
  places,
  type SettingName,
  type Source,
  type Sources,
  sourceOfAny,
} from "./source";

/** A setting that counts. */
export interface Origin {
  readonly setting: SettingName;
  /** How it is written there, such as `OS_USERNAME`. */
  readonly spelling: string;
  /** Such as `the environment`. */
  readonly place: string;
  /** Its value, or that it is hidden. */
  readonly shown: string;
}

const HIDDEN = "(hidden)";

/** An access key is no secret, but half of a pair. */
const hidden: ReadonlySet<SettingName> = new Set(["accessKey"]);

const addresses: ReadonlySet<SettingName> = new Set(["authUrl", "endpoint"]);

const withoutCredentials = (address: string): string => {
  if (!URL.canParse(address)) return HIDDEN;
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
};

const show = (setting: SettingName, value: string): string => {
  const { isSecret }: Place = places[setting];
  if (isSecret === true || hidden.has(setting)) return HIDDEN;
  if (addresses.has(setting)) return withoutCredentials(value.trim());
  return setting === "caCert" && value.includes("-----BEGIN") ? "(a certificate)" : value.trim();
};

/** Settings that come from one place together. */
const together: readonly (readonly SettingName[])[] = [
  ["projectId", "projectName", "projectDomainId", "projectDomainName"],
  ["agencyName", "agencyDomainId", "agencyDomainName"],
  ["delegatedProjectId", "delegatedProjectName"],
];

const ways: readonly (readonly SettingName[])[] = [
  ["token"],
  ["accessKey", "secretKey", "securityToken"],
  ["userId", "userName", "password"],
];

const DOMAIN: readonly SettingName[] = ["domainId", "domainName"];

const originsOf = (source: Source | undefined, names: readonly SettingName[]): readonly Origin[] =>
  names.flatMap((setting) => {
    const value = source?.get(setting);
    const spelling = source?.spelling(setting);
    return source === undefined || value === undefined || spelling === undefined
      ? []
      : [{ setting, spelling, place: source.label, shown: show(setting, value) }];
  });

const signInOrigins = (sources: Sources): readonly Origin[] => {
  const source = sourceOfAny(sources, SIGN_IN);
  const domainSource = [source, ...sources.inOrder].find((each) => holdsAny(each, DOMAIN));
  return [
    ...originsOf(source, ways.find((names) => holdsAny(source, names)) ?? []),
    ...originsOf(domainSource, DOMAIN),
  ];
};

const isAlone = (name: SettingName): boolean => ![SIGN_IN, DOMAIN, ...together].flat().includes(name);

/** The settings that count, each with where it comes from. */
export const originsIn = (sources: Sources): readonly Origin[] => {
  const alone = (Object.keys(places) as SettingName[]).filter(isAlone).flatMap((name) =>
    originsOf(
      sources.inOrder.find(({ get }) => get(name) !== undefined),
      [name],
    ),
  );
  return [
    ...alone,
    ...signInOrigins(sources),
    ...together.flatMap((names) => originsOf(sourceOfAny(sources, names), names)),
  ];
};
