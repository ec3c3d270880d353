/** What the entry of a cloud says, in the form of openstacksdk and otcextensions. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as t from "io-ts";
import { type Decoder, decoder } from "../codec/decoder";
import { optional, structure } from "../codec/structure";
import { mismatches } from "../decode";
import { isAbsent, isRecord, recordOf, type UnknownRecord } from "../record";
import { flagOf } from "./certificates";
import { cloudEntries, entrySource, nonBlank, sourceIn, type SettingName, type Source } from "./source";

/** A cloud that the settings name. */
export interface Cloud {
  /** Such as `cloud "otc" of /etc/openstack/clouds.yaml`. */
  readonly label: string;
  readonly source: Source;
  /** The keys beside `auth`, which otcextensions uses for object storage: they sign in if nothing else does. */
  readonly storageKeys: Source;
}

const PASSWORD: readonly SettingName[] = ["userId", "userName", "password"];
const ACCESS_KEY: readonly SettingName[] = ["accessKey", "secretKey", "securityToken"];

/** What each `auth_type` leaves aside: other ways to sign in that the entry holds as well. */
const leftAside: Readonly<Record<string, readonly SettingName[]>> = {
  password: ["token", ...ACCESS_KEY],
  v3password: ["token", ...ACCESS_KEY],
  agency: ["token", ...ACCESS_KEY],
  token: [...PASSWORD, ...ACCESS_KEY],
  v3token: [...PASSWORD, ...ACCESS_KEY],
  aksk: ["token", ...PASSWORD],
};

/** What the profile `otc`, which openstacksdk knows, says about the address of IAM. */
const OTC_AUTH_URL = "https://iam.{region_name}.otc.t-systems.com/v3";

const storageEntries: Readonly<Partial<Record<SettingName, readonly string[]>>> = {
  accessKey: ["access_key", "ak"],
  secretKey: ["secret_key", "sk"],
  securityToken: ["security_token"],
};

const paths: readonly string[] = [
  ...cloudEntries,
  ...Object.values(storageEntries).flat(),
  ...["profile", "cloud", "auth_type", "verify"],
];

type Texts = Readonly<Record<string, string | undefined>>;

const text: Decoder<string> = decoder("a text", t.string.validate);

/** The texts of an entry by their paths, such as `auth.username`. */
const texts: Decoder<Texts> = structure<Record<string, string | undefined>>(
  "an object with settings",
  Object.fromEntries(paths.map((path) => [path, optional(text)])),
);

/** Hyphens count as underscores, as in openstacksdk. */
const members = (record: UnknownRecord, prefix: string): UnknownRecord =>
  Object.fromEntries(
    Object.entries(record).map(([key, value]) => [`${prefix}${key.replaceAll("-", "_")}`, value]),
  );

const isSettings = (value: unknown): boolean => isAbsent(value) || value === "" || isRecord(value);

const flattened = (label: string, entry: unknown): E.Either<readonly string[], UnknownRecord> => {
  const { auth, ...others } = recordOf(entry);
  const wrong = [...(isSettings(entry) ? [] : [label]), ...(isSettings(auth) ? [] : [`auth of ${label}`])];
  return wrong.length > 0
    ? E.left(wrong.map((what) => `${what}: expected an object with settings`))
    : E.right({ ...members(others, ""), ...members(recordOf(auth), "auth.") });
};

const textsOf = (label: string, entries: readonly unknown[]): E.Either<readonly string[], Texts> =>
  pipe(
    entries.map((entry) => flattened(label, entry)),
    E.sequenceArray,
    E.chain((flat) =>
      pipe(
        texts.decode(Object.fromEntries(flat.flatMap((record) => Object.entries(record)))),
        E.mapLeft((errors): readonly string[] =>
          mismatches(errors).map(({ path, expected }) => `${path} of ${label}: expected ${expected}`),
        ),
      ),
    ),
  );

/** YAML writes `null` or `~` where nothing is. */
const given = (value: string | undefined): string | undefined =>
  value === "null" || value === "~" ? undefined : nonBlank(value);

const problemsOf = (label: string, read: (path: string) => string | undefined): readonly string[] => {
  const type = read("auth_type");
  const verify = read("verify");
  return [
    ...(type === undefined || Object.hasOwn(leftAside, type)
      ? []
      : [`auth_type of ${label} must be one of ${Object.keys(leftAside).join(", ")}`]),
    ...(type === "agency" && read("auth.target_agency_name") === undefined
      ? [`auth.target_agency_name of ${label} is missing, which auth_type agency needs`]
      : []),
    ...(verify === undefined || flagOf(verify) !== undefined
      ? []
      : [`verify of ${label} must be true or false`]),
  ];
};

const cloudOf = (label: string, read: (path: string) => string | undefined): Cloud => {
  const aside = leftAside[read("auth_type") ?? ""] ?? [];
  const usesProfile = (read("profile") ?? read("cloud")) === "otc";
  const isUnverified = flagOf(read("verify") ?? "true") === false;
  const entry = entrySource(label, read);
  const get = (name: SettingName): string | undefined => {
    if (aside.includes(name)) return undefined;
    if (name === "insecure" && isUnverified) return "true";
    return entry.get(name) ?? (name === "authUrl" && usesProfile ? OTC_AUTH_URL : undefined);
  };
  const spelling = (name: SettingName): string | undefined => {
    if (get(name) === undefined) return undefined;
    if (name === "insecure" && isUnverified) return "verify";
    return entry.spelling(name) ?? "profile";
  };
  return {
    label,
    source: { label, get, spelling },
    storageKeys: sourceIn(`the keys beside auth in ${label}`, (name) => storageEntries[name] ?? [], read),
  };
};

/**
 * Reads the entries of a cloud, of which later ones count more, or says everything that is wrong with them, without
 * the values.
 */
export const decodeEntries = (
  label: string,
  entries: readonly unknown[],
): E.Either<readonly string[], Cloud> =>
  pipe(
    textsOf(label, entries),
    E.chain((found) => {
      const read = (path: string): string | undefined => given(found[path]);
      const problems = problemsOf(label, read);
      return problems.length > 0 ? E.left(problems) : E.right(cloudOf(label, read));
    }),
  );
