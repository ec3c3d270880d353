import * as E from "fp-ts/Either";
import { describe, expect, it } from "vitest";
import { type AsError, misconfigured } from "../../provider/core/error";
import { decodeSettings, type Settings } from "../../provider/core/settings";
import { revealed } from "./support/revealed";

type Bag = Readonly<Record<string, string | undefined>>;

const environment: Bag = {
  OS_AUTH_URL: "https://iam.eu-de.otc.t-systems.com/v3",
  OS_USERNAME: "env-user",
  OS_PASSWORD: "env-password",
  OS_USER_DOMAIN_NAME: "env-domain",
  OS_PROJECT_NAME: "eu-de_env",
};
const configuration: Bag = {
  "otc:authUrl": "https://iam.eu-nl.otc.t-systems.com/v3",
  "otc:userName": "cfg-user",
  "otc:password": "cfg-password",
  "otc:domainName": "cfg-domain",
  "otc:projectName": "eu-nl_cfg",
};

const decode = (env: Bag, config: Bag = {}): E.Either<AsError, Settings> =>
  decodeSettings({ environment: env, configuration: (key) => config[key] });

const read = (env: Bag, config: Bag = {}): unknown => {
  const settings = decode(env, config);
  if (E.isLeft(settings)) throw new Error(JSON.stringify(settings.left));
  return revealed(settings.right);
};

const without = (bag: Bag, ...keys: readonly string[]): Bag =>
  Object.fromEntries(Object.entries(bag).filter(([key]) => !keys.includes(key)));

/** Variables of the complete environment that stand before another name of the same setting. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  OS_DOMAIN_NAME: ["OS_USER_DOMAIN_NAME"],
  OS_TENANT_NAME: ["OS_PROJECT_NAME"],
};

const fromEnvironment = {
  authUrl: "https://iam.eu-de.otc.t-systems.com/v3",
  signIn: {
    method: "password",
    user: { name: "env-user", domain: { name: "env-domain" } },
    password: "env-password",
  },
  project: { name: "eu-de_env", domain: { name: "env-domain" } },
};
const fromConfiguration = {
  authUrl: "https://iam.eu-nl.otc.t-systems.com/v3",
  signIn: {
    method: "password",
    user: { name: "cfg-user", domain: { name: "cfg-domain" } },
    password: "cfg-password",
  },
  project: { name: "eu-nl_cfg", domain: { name: "cfg-domain" } },
};

describe("decodeSettings", () => {
  it("reads a password sign-in from the environment", () => {
    expect(read(environment)).toStrictEqual(fromEnvironment);
  });

  it("reads a password sign-in from the stack configuration", () => {
    expect(read({}, configuration)).toStrictEqual(fromConfiguration);
  });

  it("takes everything from the environment when both are complete", () => {
    expect(read(environment, configuration)).toStrictEqual(fromEnvironment);
  });

  it("takes empty and blank text as absent", () => {
    const blank = Object.fromEntries(
      Object.keys(environment).map((key, index) => [key, " ".repeat(index % 2)]),
    );
    expect(read(blank, configuration)).toStrictEqual(fromConfiguration);
  });

  it.each([
    { variable: "OS_AUTH_URL", key: "otc:authUrl", value: "https://iam.example", path: ["authUrl"] },
    { variable: "OS_USERNAME", key: "otc:userName", value: "x", path: ["signIn", "user", "name"] },
    { variable: "OS_USER_ID", key: "otc:userId", value: "x", path: ["signIn", "user", "id"] },
    { variable: "OS_PASSWORD", key: "otc:password", value: "x", path: ["signIn", "password"] },
    { variable: "OS_TOKEN", key: "otc:token", value: "x", path: ["signIn", "token"] },
    { variable: "OS_AUTH_TOKEN", key: "otc:token", value: "x", path: ["signIn", "token"] },
    {
      variable: "OS_USER_DOMAIN_NAME",
      key: "otc:domainName",
      value: "x",
      path: ["signIn", "user", "domain", "name"],
    },
    {
      variable: "OS_DOMAIN_NAME",
      key: "otc:domainName",
      value: "x",
      path: ["signIn", "user", "domain", "name"],
    },
    {
      variable: "OS_USER_DOMAIN_ID",
      key: "otc:domainId",
      value: "x",
      path: ["signIn", "user", "domain", "id"],
    },
    { variable: "OS_DOMAIN_ID", key: "otc:domainId", value: "x", path: ["signIn", "user", "domain", "id"] },
    { variable: "OS_PROJECT_ID", key: "otc:projectId", value: "x", path: ["project", "id"] },
    { variable: "OS_TENANT_ID", key: "otc:projectId", value: "x", path: ["project", "id"] },
    { variable: "OS_PROJECT_NAME", key: "otc:projectName", value: "x", path: ["project", "name"] },
    { variable: "OS_TENANT_NAME", key: "otc:projectName", value: "x", path: ["project", "name"] },
    {
      variable: "OS_PROJECT_DOMAIN_NAME",
      key: "otc:projectDomainName",
      value: "x",
      path: ["project", "domain", "name"],
    },
    {
      variable: "OS_PROJECT_DOMAIN_ID",
      key: "otc:projectDomainId",
      value: "x",
      path: ["project", "domain", "id"],
    },
    { variable: "OS_REGION_NAME", key: "otc:region", value: "x", path: ["region"] },
    { variable: "OTC_AS_ENDPOINT", key: "otc:endpoint", value: "https://as.example", path: ["endpoint"] },
  ])("reads $variable and $key", ({ variable, key, value, path }) => {
    const at = (settings: unknown): unknown =>
      path.reduce<unknown>((inner, name) => Reflect.get(inner as object, name), settings);
    const others = without(environment, ...(synonyms[variable] ?? []));
    expect(at(read({ ...others, [variable]: value }))).toBe(value);
    expect(at(read({}, { ...configuration, [key]: value }))).toBe(value);
  });

  it("prefers a token to a password, and a user id to a user name, within a source", () => {
    expect(read({ ...environment, OS_TOKEN: "env-token" })).toMatchObject({
      signIn: { method: "token", token: "env-token" },
    });
    expect(read({ ...environment, OS_USER_ID: "env-id" })).toMatchObject({
      signIn: { method: "password", user: { id: "env-id" } },
    });
  });

  it("takes a token of the environment although the configuration holds a password", () => {
    expect(read({ OS_TOKEN: "env-token" }, configuration)).toMatchObject({
      signIn: { method: "token", token: "env-token" },
    });
  });

  it("takes a password of the environment although the configuration holds a token", () => {
    expect(read(environment, { "otc:token": "cfg-token" })).toMatchObject({ signIn: fromEnvironment.signIn });
  });

  it("takes the project of the configuration when the environment only signs in", () => {
    expect(read(without(environment, "OS_PROJECT_NAME"), configuration)).toMatchObject({
      signIn: fromEnvironment.signIn,
      project: { name: "eu-nl_cfg", domain: { name: "env-domain" } },
    });
  });

  it("never joins a project id of one source with a project name of the other", () => {
    expect(read(environment, { ...configuration, "otc:projectId": "cfg-id" })).toHaveProperty("project", {
      name: "eu-de_env",
      domain: { name: "env-domain" },
    });
  });

  it("takes the user's domain from the other source when the user's own source holds none", () => {
    expect(read(without(environment, "OS_USER_DOMAIN_NAME"), configuration)).toHaveProperty(
      "signIn.user.domain",
      { name: "cfg-domain" },
    );
  });

  it("keeps the domain of a user of the configuration, although the environment names another one", () => {
    expect(read({ OS_DOMAIN_NAME: "env-domain" }, configuration)).toHaveProperty("signIn.user.domain", {
      name: "cfg-domain",
    });
  });

  it("needs no authentication address for a token with a project id and an endpoint", () => {
    const token = { OS_TOKEN: "t", OS_PROJECT_ID: "p", OTC_AS_ENDPOINT: "https://as.example" };
    expect(read(token)).toStrictEqual({
      signIn: { method: "token", token: "t" },
      project: { id: "p" },
      endpoint: "https://as.example",
    });
  });

  it("needs no project for a token, which stands for its own", () => {
    expect(read({ OS_TOKEN: "t", OS_AUTH_URL: "https://iam.example" })).toStrictEqual({
      authUrl: "https://iam.example",
      signIn: { method: "token", token: "t" },
      project: {},
    });
  });

  it.each([
    "https://iam.example:8443/v3",
    "http://localhost:8080/v3",
    "http://127.0.0.1:1",
    "http://[::1]:80/v3",
  ])("accepts the address %s", (address) => {
    expect(read({ ...environment, OS_AUTH_URL: address, OTC_AS_ENDPOINT: address })).toMatchObject({
      authUrl: address,
      endpoint: address,
    });
  });

  it.each([
    "http://iam.example/v3",
    "http://127.0.0.1.example/v3",
    "http://localhost.example",
    "https://user:hunter2@iam.example",
    "ftp://localhost",
    "iam.example",
    "not an address",
  ])("refuses the address %s without showing it", (address) => {
    expect(decode({ ...environment, OS_AUTH_URL: address, OTC_AS_ENDPOINT: address })).toStrictEqual(
      E.left(
        misconfigured([
          "the authentication address must be an https address without user and password (http only on this machine): set OS_AUTH_URL, or run `pulumi config set otc:authUrl`",
          "the AS endpoint must be an https address without user and password (http only on this machine): set OTC_AS_ENDPOINT, or run `pulumi config set otc:endpoint`",
        ]),
      ),
    );
  });

  it("names everything that is missing, with both ways to give it, when nothing is given", () => {
    expect(decode({})).toStrictEqual(
      E.left(
        misconfigured([
          "the authentication address is missing: set OS_AUTH_URL, or run `pulumi config set otc:authUrl` (such as https://iam.eu-de.otc.t-systems.com/v3)",
          "the user name is missing: set OS_USERNAME, or run `pulumi config set otc:userName`",
          "the user's domain (the OTC account) is missing: set OS_USER_DOMAIN_NAME or OS_DOMAIN_NAME, or run `pulumi config set otc:domainName`",
          "the password is missing: set OS_PASSWORD, or run `pulumi config set --secret otc:password`; instead of user and password: a token (set OS_AUTH_TOKEN or OS_TOKEN, or run `pulumi config set --secret otc:token`); an access key (set OS_ACCESS_KEY, or run `pulumi config set otc:accessKey`, and likewise the secret key); a cloud of clouds.yaml (set OS_CLOUD, or run `pulumi config set otc:cloud`)",
          "the project is missing: set OS_PROJECT_NAME or OS_TENANT_NAME, or run `pulumi config set otc:projectName` (such as eu-de_web)",
        ]),
      ),
    );
  });

  it("never tries a user of the environment with a password of the configuration, and says so", () => {
    expect(decode(without(environment, "OS_PASSWORD"), configuration)).toStrictEqual(
      E.left(
        misconfigured([
          "the password is missing: set OS_PASSWORD, or run `pulumi config set --secret otc:password`; the one in the stack configuration is not used, because a part of the sign-in is in the environment",
        ]),
      ),
    );
  });

  it("never tries a password of the environment with a user of the configuration, and says so", () => {
    expect(decode(without(environment, "OS_USERNAME"), configuration)).toStrictEqual(
      E.left(
        misconfigured([
          "the user name is missing: set OS_USERNAME, or run `pulumi config set otc:userName`; the one in the stack configuration is not used, because a part of the sign-in is in the environment",
        ]),
      ),
    );
  });

  it("prints neither password nor token", () => {
    const printed = JSON.stringify([decode(environment), decode({ ...environment, OS_TOKEN: "env-token" })]);
    expect(printed).not.toMatch(/env-password|env-token/);
  });
});
