/** Who signs in, and how. */
import * as E from "fp-ts/Either";
import { secret } from "../secret";
import type { Domain, SignIn, User } from "./model";
import { holdsAny, type SettingName, type Source, type Sources, sourceOfAny, waysToGive } from "./source";

/** Settings that must come from one source: a user of the one is never tried with a password of the other. */
const TOGETHER: readonly SettingName[] = ["token", "userId", "userName", "password"];

export const domainIn = (
  source: Source,
  names: { readonly id: SettingName; readonly name: SettingName },
): Domain | undefined => {
  const id = source(names.id);
  const name = source(names.name);
  return id !== undefined ? { id } : name !== undefined ? { name } : undefined;
};

/** The user's domain: from the source of the user name, else from the other one. */
export const userDomain = (sources: Sources): Domain | undefined =>
  [sourceOfAny(sources, TOGETHER), sources.environment, sources.configuration]
    .map((source) => domainIn(source, { id: "domainId", name: "domainName" }))
    .find((domain) => domain !== undefined);

const userIn = (source: Source, domain: Domain | undefined): User | undefined => {
  const id = source("userId");
  const name = source("userName");
  if (id !== undefined) return { id };
  return name === undefined || domain === undefined ? undefined : { name, domain };
};

/** People expect what is in the stack configuration to be used, so say why it is not. */
const passedOver = ({ environment, configuration }: Sources, name: SettingName): string =>
  holdsAny(environment, TOGETHER) && configuration(name) !== undefined
    ? "; the one in the stack configuration is not used, because a part of the sign-in is in the environment"
    : "";

const userProblems = (sources: Sources, source: Source): readonly string[] => {
  if (source("userId") !== undefined) return [];
  return [
    ...(source("userName") === undefined
      ? [`the user name is missing: ${waysToGive("userName")}${passedOver(sources, "userName")}`]
      : []),
    ...(userDomain(sources) === undefined
      ? [`the user's domain (the OTC account) is missing: ${waysToGive("domainName")}`]
      : []),
  ];
};

const passwordProblem = (sources: Sources): string => {
  const nothing = !holdsAny(sourceOfAny(sources, TOGETHER), TOGETHER);
  const instead = nothing ? `; a token instead of user and password: ${waysToGive("token")}` : "";
  return `the password is missing: ${waysToGive("password")}${passedOver(sources, "password")}${instead}`;
};

/** The way to sign in, or everything that is missing for it. */
export const signInOf = (sources: Sources): E.Either<readonly string[], SignIn> => {
  const source = sourceOfAny(sources, TOGETHER);
  const token = source("token");
  if (token !== undefined) return E.right({ method: "token", token: secret(token) });
  const user = userIn(source, userDomain(sources));
  const password = source("password");
  return user !== undefined && password !== undefined
    ? E.right({ method: "password", user, password: secret(password) })
    : E.left([
        ...userProblems(sources, source),
        ...(password === undefined ? [passwordProblem(sources)] : []),
      ]);
};
