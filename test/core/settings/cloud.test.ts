import * as E from "fp-ts/Either";
import { describe, expect, it } from "vitest";
import { decodeCloud } from "../../../provider/core/settings/cloud";
import { problemsOf, settingsOf } from "../support/found";

/** The sample of otcextensions, with other values. */
const sample = {
  profile: "otc",
  auth: {
    username: "u",
    password: "p",
    project_name: "eu-de_project",
    user_domain_name: "OTC1",
    auth_url: "https://iam.eu-de.otc.t-systems.com:443/v3",
  },
  interface: "public",
  identity_api_version: "3",
  ak: "ak",
  sk: "sk",
};

const auth = { auth_url: "https://iam.example", project_name: "eu-de_web" };

const problems = (name: string, clouds: unknown, secure?: unknown): readonly string[] => {
  const read = decodeCloud(name, {
    ...(clouds === undefined ? {} : { clouds: { path: "/a/clouds.yaml", content: clouds } }),
    ...(secure === undefined ? {} : { secure: { path: "/b/secure.yaml", content: secure } }),
    lookedFor: ["/a/clouds.yaml", "/b/clouds.yaml"],
  });
  return E.isLeft(read) ? read.left : [];
};

describe("a cloud", () => {
  it("in the form of the sample of otcextensions signs in with the password, not with the keys beside it", () => {
    expect(settingsOf({ entry: sample })).toStrictEqual({
      authUrl: "https://iam.eu-de.otc.t-systems.com:443/v3",
      signIn: { method: "password", user: { name: "u", domain: { name: "OTC1" } }, password: "p" },
      project: { name: "eu-de_project", domain: { name: "OTC1" } },
    });
  });

  it("takes its password from secure.yaml, which counts more", () => {
    expect(
      settingsOf({ entry: sample, secure: { auth: { password: "secure" }, region_name: "eu-nl" } }),
    ).toMatchObject({ signIn: { password: "secure", user: { name: "u" } }, region: "eu-nl" });
  });

  it("may be in secure.yaml alone", () => {
    expect(settingsOf({ secure: sample })).toMatchObject({ signIn: { password: "p" } });
  });

  it("with the profile otc has the address of its region, unless it has its own", () => {
    const { auth_url: _, ...others } = sample.auth;
    expect(settingsOf({ entry: { ...sample, auth: others } })).toHaveProperty(
      "authUrl",
      "https://iam.eu-de.otc.t-systems.com/v3",
    );
    expect(settingsOf({ entry: { ...sample, auth: others, region_name: "eu-nl" } })).toHaveProperty(
      "authUrl",
      "https://iam.eu-nl.otc.t-systems.com/v3",
    );
    expect(problemsOf({ entry: { ...sample, profile: "other", auth: others } })).toEqual([
      'the authentication address is missing: set OS_AUTH_URL, or run `pulumi config set otc:authUrl`, or give cloud "c" of clouds.yaml its auth.auth_url (such as https://iam.eu-de.otc.t-systems.com/v3)',
    ]);
  });

  it("has hyphens for underscores, and says nothing with null, ~ or nothing", () => {
    const entry = {
      "region-name": "eu-nl",
      verify: "~",
      cacert: "",
      auth: { ...auth, "user-id": "u", password: "p", token: "null" },
    };
    expect(settingsOf({ entry })).toStrictEqual({
      authUrl: "https://iam.example",
      signIn: { method: "password", user: { id: "u" }, password: "p" },
      project: { name: "eu-de_web" },
      region: "eu-nl",
    });
  });

  it.each([
    [{ ak: "ak", sk: "sk" }],
    [{ auth: { ak: "ak", sk: "sk" } }],
    [{ access_key: "ak", secret_key: "sk" }],
  ])("signs in with keys in the form %j", (keys) => {
    const entry = { ...keys, auth: { ...auth, ...("auth" in keys ? keys.auth : {}) } };
    expect(settingsOf({ entry })).toHaveProperty("signIn", {
      method: "accessKey",
      accessKey: "ak",
      secretKey: "sk",
    });
  });

  const everything = { ...auth, token: "t", ak: "ak", sk: "sk", user_id: "u", password: "p" };
  it.each([
    [undefined, "token"],
    ["token", "token"],
    ["v3token", "token"],
    ["password", "password"],
    ["v3password", "password"],
    ["aksk", "accessKey"],
  ])("with auth_type %s signs in with a %s, whatever else it holds", (auth_type, method) => {
    expect(settingsOf({ entry: { auth_type, auth: everything } })).toHaveProperty("signIn.method", method);
  });

  it("with auth_type agency acts as the agency", () => {
    const target = { target_agency_name: "a", target_domain_name: "d", target_project_name: "eu-de_x" };
    const entry = { auth_type: "agency", auth: { ...everything, ...target, user_domain_id: "own" } };
    expect(settingsOf({ entry })).toMatchObject({
      signIn: { method: "password" },
      project: { name: "eu-de_x" },
      agency: { name: "a", domain: { name: "d" }, operator: { id: "own" } },
    });
    expect(problems("c", { clouds: { c: { auth_type: "agency", auth: everything } } })).toEqual([
      'auth.target_agency_name of cloud "c" of /a/clouds.yaml is missing, which auth_type agency needs',
    ]);
  });

  it.each([
    [{ verify: "false" }, true],
    [{ verify: "no" }, true],
    [{ insecure: "true" }, true],
    [{ verify: "false", insecure: "false" }, true],
    [{ verify: "true", insecure: "true" }, true],
    [{ verify: "true" }, undefined],
    [{}, undefined],
  ])("with %j leaves certificates unverified: %s", (flags, insecure) => {
    expect((settingsOf({ entry: { ...sample, ...flags } }) as { insecure?: boolean }).insecure).toBe(
      insecure,
    );
  });

  it("without a part of the sign-in names the place in its entry, too", () => {
    expect(problemsOf({ entry: { auth: { ...auth, username: "u" } } })).toEqual([
      'the user\'s domain (the OTC account) is missing: set OS_USER_DOMAIN_NAME or OS_DOMAIN_NAME, or run `pulumi config set otc:domainName`, or give cloud "c" of clouds.yaml its auth.user_domain_name',
      'the password is missing: set OS_PASSWORD, or run `pulumi config set --secret otc:password`, or give cloud "c" of clouds.yaml its auth.password',
    ]);
  });

  it("is not joined with a password of the environment, and the message says so", () => {
    const { password: _, ...withoutPassword } = sample.auth;
    expect(
      problemsOf({ environment: { OS_PASSWORD: "p" }, entry: { ...sample, auth: withoutPassword } }),
    ).toEqual([
      'the user name is missing: set OS_USERNAME, or run `pulumi config set otc:userName`, or give cloud "c" of clouds.yaml its auth.username; the one in cloud "c" of clouds.yaml is not used, because a part of the sign-in is in the environment',
    ]);
  });
});

describe("a cloud that cannot be used", () => {
  it("because there is no file names the places where one could be", () => {
    expect(problems("c", undefined)).toEqual([
      'cloud "c" is wanted, but there is no clouds.yaml: looked for /a/clouds.yaml, /b/clouds.yaml',
    ]);
  });

  it("because no file has it names the clouds that there are, each once", () => {
    const clouds = { clouds: { one: sample, "two-b": sample } };
    expect(problems("c", clouds, { clouds: { one: {} } })).toEqual([
      'cloud "c" is wanted, but clouds.yaml has only one, two-b',
    ]);
    expect(problems("toString", clouds)).toEqual([
      'cloud "toString" is wanted, but clouds.yaml has only one, two-b',
    ]);
  });

  it.each([null, "text", [], { clouds: "" }, { clouds: [] }, {}])("because the file holds %j", (content) => {
    expect(problems("c", content)).toEqual(["/a/clouds.yaml: expected an object with clouds"]);
  });

  it("because its parts have another form names all of them, without a value", () => {
    const wrong = {
      region_name: ["hunter2"],
      auth: { password: { hunter2: "hunter2" }, username: ["hunter2"] },
    };
    expect(problems("c", { clouds: { c: wrong } })).toEqual([
      'auth.username of cloud "c" of /a/clouds.yaml: expected a text',
      'auth.password of cloud "c" of /a/clouds.yaml: expected a text',
      'region_name of cloud "c" of /a/clouds.yaml: expected a text',
    ]);
  });

  it.each([
    ["hunter2", 'cloud "c" of /a/clouds.yaml: expected an object with settings'],
    [{ auth: "hunter2" }, 'auth of cloud "c" of /a/clouds.yaml: expected an object with settings'],
    [{ auth: ["hunter2"] }, 'auth of cloud "c" of /a/clouds.yaml: expected an object with settings'],
  ])("because it is %j", (entry, problem) => {
    expect(problems("c", { clouds: { c: entry } })).toEqual([problem]);
  });

  it("because of words that mean nothing here names all of them", () => {
    const entry = { ...sample, auth_type: "v3applicationcredential", verify: "maybe" };
    expect(problems("c", { clouds: { c: entry } })).toEqual([
      'auth_type of cloud "c" of /a/clouds.yaml must be one of password, v3password, agency, token, v3token, aksk',
      'verify of cloud "c" of /a/clouds.yaml must be true or false',
    ]);
  });
});
