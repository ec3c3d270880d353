/**
 * A cloud of `clouds.yaml`, with what `secure.yaml` adds to it, in the form of openstacksdk and otcextensions.
 *
 * @see https://docs.openstack.org/openstacksdk/latest/user/config/configuration.html
 * @see https://python-otcextensions.readthedocs.io/en/latest/install/configuration.html
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as t from "io-ts";
import { type Decoder, decoder } from "../codec/decoder";
import { optional, structure } from "../codec/structure";
import { mismatches } from "../decode";
import { isRecord, recordOf, type UnknownRecord } from "../record";
import { flagOf } from "./certificates";
import { cloudEntries, entrySource, nonBlank, type SettingName, type Source } from "./source";

/** A file that was read. Its scalars are texts, so that a password of digits stays what was written. */
export interface CloudsFile {
  readonly path: string;
  readonly content: unknown;
}

/** What was found of `clouds.yaml` and `secure.yaml`. */
export interface CloudsFiles {
  readonly clouds?: CloudsFile;
  readonly secure?: CloudsFile;
  /** Paths at which there could have been a `clouds.yaml`. */
  readonly lookedFor: readonly string[];
}

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
  "a cloud with settings",
  Object.fromEntries(paths.map((path) => [path, optional(text)])),
);

/** Hyphens count as underscores, as in openstacksdk. */
const members = (record: unknown, prefix = ""): UnknownRecord =>
  Object.fromEntries(
    Object.entries(recordOf(record)).map(([key, value]) => [`${prefix}${key.replaceAll("-", "_")}`, value]),
  );

const flattened = (entry: UnknownRecord): UnknownRecord => ({
  ...members(entry),
  ...members(entry["auth"], "auth."),
});

/** YAML writes `null` or `~` where nothing is. */
const given = (value: string | undefined): string | undefined =>
  value === "null" || value === "~" ? undefined : nonBlank(value);

const cloudsIn = ({ path, content }: CloudsFile): E.Either<readonly string[], UnknownRecord> => {
  const clouds = recordOf(content)["clouds"];
  return isRecord(clouds) ? E.right(clouds) : E.left([`${path}: expected an object with clouds`]);
};

const notFound = (name: string, { lookedFor }: CloudsFiles, names: readonly string[]): string =>
  names.length === 0
    ? `cloud "${name}" is wanted, but there is no clouds.yaml: looked for ${lookedFor.join(", ")}`
    : `cloud "${name}" is wanted, but clouds.yaml has only ${names.join(", ")}`;

/** The entries of a cloud in both files, the one of `secure.yaml` last, which counts more. */
const entriesOf = (
  name: string,
  files: CloudsFiles,
): E.Either<readonly string[], readonly UnknownRecord[]> => {
  const read = [files.clouds, files.secure].flatMap((file) => (file === undefined ? [] : [cloudsIn(file)]));
  const problems = read.flatMap((clouds) => (E.isLeft(clouds) ? clouds.left : []));
  if (problems.length > 0) return E.left(problems);
  const clouds = read.flatMap((each) => (E.isRight(each) ? [each.right] : []));
  const entries = clouds.flatMap((each) => (Object.hasOwn(each, name) ? [recordOf(each[name])] : []));
  return entries.length > 0 ? E.right(entries) : E.left([notFound(name, files, clouds.flatMap(Object.keys))]);
};

const typeProblems = (label: string, type: string | undefined): readonly string[] =>
  type === undefined || Object.hasOwn(leftAside, type)
    ? []
    : [`auth_type of ${label} must be one of ${Object.keys(leftAside).join(", ")}`];

const verifyProblems = (label: string, verify: string | undefined): readonly string[] =>
  verify === undefined || flagOf(verify) !== undefined ? [] : [`verify of ${label} must be true or false`];

const cloudOf = (label: string, found: Texts): E.Either<readonly string[], Cloud> => {
  const read = (path: string): string | undefined => given(found[path]);
  const type = read("auth_type");
  const verify = read("verify");
  const problems = [...typeProblems(label, type), ...verifyProblems(label, verify)];
  const usesProfile = (read("profile") ?? read("cloud")) === "otc";
  const entry = entrySource(label, read);
  const get = (name: SettingName): string | undefined => {
    if (type !== undefined && leftAside[type]?.includes(name)) return undefined;
    if (name === "insecure" && verify !== undefined && flagOf(verify) === false) return "true";
    return entry.get(name) ?? (name === "authUrl" && usesProfile ? OTC_AUTH_URL : undefined);
  };
  const storageKeys = {
    label: `the keys beside auth in ${label}`,
    get: (name: SettingName) => storageEntries[name]?.map(read).find((value) => value !== undefined),
  };
  return problems.length > 0 ? E.left(problems) : E.right({ label, source: { label, get }, storageKeys });
};

/** Reads a cloud, or says everything that is wrong with it, without the values. */
export const decodeCloud = (name: string, files: CloudsFiles): E.Either<readonly string[], Cloud> => {
  const label = `cloud "${name}" of ${(files.clouds ?? files.secure)?.path ?? "clouds.yaml"}`;
  return pipe(
    entriesOf(name, files),
    E.chain((entries) =>
      pipe(
        texts.decode(Object.assign({}, ...entries.map(flattened))),
        E.mapLeft((errors): readonly string[] =>
          mismatches(errors).map(({ path, expected }) => `${path} of ${label}: expected ${expected}`),
        ),
      ),
    ),
    E.chain((found) => cloudOf(label, found)),
  );
};
