/** Who signs in, and how. */
import * as E from "fp-ts/Either";
import { secret } from "../secret";
import type { Domain, SignIn, User } from "./model";
import { holdsAny, type SettingName, type Source, type Sources, sourceOfAny, waysToGive } from "./source";

/** Settings that must come from one source: a user of the one is never tried with a password of the other. */
export const SIGN_IN: readonly SettingName[] = [
  "token",
  "accessKey",
  "secretKey",
  "securityToken",
  "userId",
  "userName",
  "password",
];

const KEYS: readonly SettingName[] = ["accessKey", "secretKey", "securityToken"];

export const domainIn = (
  { get }: Source,
  names: { readonly id: SettingName; readonly name: SettingName },
): Domain | undefined => {
  const id = get(names.id);
  const name = get(names.name);
  return id !== undefined ? { id } : name !== undefined ? { name } : undefined;
};

/** The user's domain: from the source of the sign-in, else from the first that names one. */
export const userDomain = (sources: Sources): Domain | undefined =>
  [sourceOfAny(sources, SIGN_IN), ...sources.inOrder]
    .map((source) => domainIn(source, { id: "domainId", name: "domainName" }))
    .find((domain) => domain !== undefined);

/** That the user's domain is missing, if it is. */
export const domainProblems = (sources: Sources): readonly string[] =>
  userDomain(sources) === undefined
    ? [`the user's domain (the OTC account) is missing: ${waysToGive(sources, "domainName")}`]
    : [];

const userIn = ({ get }: Source, domain: Domain | undefined): User | undefined => {
  const id = get("userId");
  const name = get("userName");
  if (id !== undefined) return { id };
  return name === undefined || domain === undefined ? undefined : { name, domain };
};

/** People expect what they have given to be used, so say why it is not. */
const passedOver = (sources: Sources, name: SettingName): string => {
  const used = sourceOfAny(sources, SIGN_IN);
  const other = sources.inOrder.find((source) => source !== used && source.get(name) !== undefined);
  return other === undefined
    ? ""
    : `; the one in ${other.label} is not used, because a part of the sign-in is in ${used.label}`;
};

const missing = (sources: Sources, what: string, name: SettingName): string =>
  `${what} is missing: ${waysToGive(sources, name)}${passedOver(sources, name)}`;

const userProblems = (sources: Sources, { get }: Source): readonly string[] => {
  if (get("userId") !== undefined) return [];
  const name = get("userName") === undefined ? [missing(sources, "the user name", "userName")] : [];
  return [...name, ...domainProblems(sources)];
};

/** What signs in instead of user and password; told to people who have given nothing yet. */
const instead = (sources: Sources): string => {
  const others = [
    `a token (${waysToGive(sources, "token")})`,
    `an access key (${waysToGive(sources, "accessKey")}, and likewise the secret key)`,
    ...(sources.cloud === undefined ? [`a cloud of clouds.yaml (${waysToGive(sources, "cloud")})`] : []),
  ];
  return `; instead of user and password: ${others.join("; ")}`;
};

const withPassword = (sources: Sources, source: Source): E.Either<readonly string[], SignIn> => {
  const user = userIn(source, userDomain(sources));
  const password = source.get("password");
  if (user !== undefined && password !== undefined)
    return E.right({ method: "password", user, password: secret(password) });
  const others = holdsAny(source, SIGN_IN) ? "" : instead(sources);
  return E.left([
    ...userProblems(sources, source),
    ...(password === undefined ? [`${missing(sources, "the password", "password")}${others}`] : []),
  ]);
};

const withAccessKey = (sources: Sources, { get }: Source): E.Either<readonly string[], SignIn> => {
  const accessKey = get("accessKey");
  const secretKey = get("secretKey");
  const securityToken = get("securityToken");
  if (accessKey !== undefined && secretKey !== undefined)
    return E.right({
      method: "accessKey",
      accessKey: accessKey.trim(),
      secretKey: secret(secretKey.trim()),
      ...(securityToken === undefined ? {} : { securityToken: secret(securityToken.trim()) }),
    });
  return E.left([
    ...(accessKey === undefined ? [missing(sources, "the access key", "accessKey")] : []),
    ...(secretKey === undefined ? [missing(sources, "the secret key", "secretKey")] : []),
  ]);
};

/** How the settings sign in, whether or not they are complete. */
export const methodOf = (sources: Sources): SignIn["method"] => {
  const source = sourceOfAny(sources, SIGN_IN);
  if (source.get("token") !== undefined) return "token";
  return holdsAny(source, KEYS) ? "accessKey" : "password";
};

/** The way to sign in, or everything that is missing for it. */
export const signInOf = (sources: Sources): E.Either<readonly string[], SignIn> => {
  const source = sourceOfAny(sources, SIGN_IN);
  const token = source.get("token");
  if (token !== undefined) return E.right({ method: "token", token: secret(token) });
  return methodOf(sources) === "accessKey" ? withAccessKey(sources, source) : withPassword(sources, source);
};
