import { describe, expect, it } from "vitest";
import { problemsOf, settingsOf } from "../support/found";

const key = { OS_ACCESS_KEY: "ak", OS_SECRET_KEY: "sk" };
const where = { OS_AUTH_URL: "https://iam.example", OS_PROJECT_NAME: "eu-de_web" };

describe("an access key", () => {
  it("signs in with a project, and without a domain", () => {
    expect(settingsOf({ environment: { ...key, ...where } })).toStrictEqual({
      authUrl: "https://iam.example",
      signIn: { method: "accessKey", accessKey: "ak", secretKey: "sk" },
      project: { name: "eu-de_web" },
    });
  });

  it("of temporary keys has a security token", () => {
    expect(settingsOf({ environment: { ...key, ...where, OS_SECURITY_TOKEN: "st" } })).toHaveProperty(
      "signIn",
      {
        method: "accessKey",
        accessKey: "ak",
        secretKey: "sk",
        securityToken: "st",
      },
    );
  });

  it("loses the blanks that a copy brought along", () => {
    const pasted = { OS_ACCESS_KEY: " ak\n", OS_SECRET_KEY: "sk ", OS_SECURITY_TOKEN: "\tst" };
    expect(settingsOf({ environment: { ...pasted, ...where } })).toHaveProperty("signIn", {
      method: "accessKey",
      accessKey: "ak",
      secretKey: "sk",
      securityToken: "st",
    });
  });

  it("with a project's id and an endpoint needs no authentication address", () => {
    const alone = { ...key, OS_PROJECT_ID: "p", OTC_AS_ENDPOINT: "https://as.example" };
    expect(settingsOf({ environment: alone })).toStrictEqual({
      signIn: { method: "accessKey", accessKey: "ak", secretKey: "sk" },
      project: { id: "p" },
      endpoint: "https://as.example",
    });
  });

  it("without its secret key names that and everything else that is missing, and nothing of a password", () => {
    expect(problemsOf({ environment: { OS_ACCESS_KEY: "ak" } })).toEqual([
      "the authentication address is missing: set OS_AUTH_URL, or run `pulumi config set otc:authUrl` (such as https://iam.eu-de.otc.t-systems.com/v3)",
      "the secret key is missing: set OS_SECRET_KEY, or run `pulumi config set --secret otc:secretKey`",
      "the project is missing: set OS_PROJECT_NAME or OS_TENANT_NAME, or run `pulumi config set otc:projectName` (such as eu-de_web)",
    ]);
  });

  it("of one place is never joined with a secret key of another, and the message says so", () => {
    expect(
      problemsOf({
        environment: { OS_ACCESS_KEY: "ak", ...where },
        configuration: { "otc:secretKey": "sk" },
      }),
    ).toEqual([
      "the secret key is missing: set OS_SECRET_KEY, or run `pulumi config set --secret otc:secretKey`; the one in the stack configuration is not used, because a part of the sign-in is in the environment",
    ]);
  });

  it("is missing when there is only a security token", () => {
    expect(problemsOf({ environment: { OS_SECURITY_TOKEN: "st", ...where } })).toEqual([
      "the access key is missing: set OS_ACCESS_KEY, or run `pulumi config set otc:accessKey`",
      "the secret key is missing: set OS_SECRET_KEY, or run `pulumi config set --secret otc:secretKey`",
    ]);
  });
});

describe("an agency", () => {
  const password = { OS_USERNAME: "u", OS_PASSWORD: "p", OS_DOMAIN_NAME: "own" };
  const agency = { OS_AGENCY_NAME: "operators", OS_AGENCY_DOMAIN_NAME: "theirs" };
  const delegated = { OS_DELEGATED_PROJECT: "eu-de_theirs" };
  const iam = { OS_AUTH_URL: "https://iam.example" };

  it("acts in the delegated project, whatever project is one's own", () => {
    const environment = { ...password, ...agency, ...delegated, ...iam, OS_PROJECT_NAME: "eu-de_own" };
    expect(settingsOf({ environment })).toStrictEqual({
      authUrl: "https://iam.example",
      signIn: { method: "password", user: { name: "u", domain: { name: "own" } }, password: "p" },
      project: { name: "eu-de_theirs" },
      agency: { name: "operators", domain: { name: "theirs" }, operator: { name: "own" } },
    });
  });

  it("acts in the project that is given in the usual way, in the agency's domain", () => {
    const environment = { ...password, ...agency, ...iam, OS_PROJECT_ID: "theirs" };
    expect(settingsOf({ environment })).toHaveProperty("project", { id: "theirs" });
  });

  it.each([
    { OS_AGENCY_NAME: "operators", OS_AGENCY_DOMAIN_NAME: "theirs", OS_DELEGATED_PROJECT: "x" },
    { OS_TARGET_AGENCY_NAME: "operators", OS_TARGET_DOMAIN_NAME: "theirs", OS_TARGET_PROJECT_NAME: "x" },
  ])("is named by the variables of Terraform and of otcextensions: $OS_AGENCY_NAME", (variables) => {
    expect(settingsOf({ environment: { ...password, ...iam, ...variables } })).toMatchObject({
      agency: { name: "operators", domain: { name: "theirs" } },
      project: { name: "x" },
    });
  });

  it("goes by ids as well, in the stack configuration and in a cloud", () => {
    const wanted = { agency: { name: "operators", domain: { id: "theirs" } }, project: { id: "x" } };
    const configuration = {
      "otc:agencyName": "operators",
      "otc:agencyDomainId": "theirs",
      "otc:delegatedProjectId": "x",
    };
    expect(settingsOf({ environment: { ...password, ...iam }, configuration })).toMatchObject(wanted);
    const auth = { target_agency_name: "operators", target_domain_id: "theirs", target_project_id: "x" };
    expect(settingsOf({ environment: { ...password, ...iam }, entry: { auth } })).toMatchObject(wanted);
  });

  it("needs the domain of who signs in, but for a token", () => {
    const common = { ...agency, ...delegated, ...iam };
    expect(settingsOf({ environment: { ...common, OS_TOKEN: "t" } })).toHaveProperty("agency", {
      name: "operators",
      domain: { name: "theirs" },
    });
    const missing =
      "the user's domain (the OTC account) is missing: set OS_USER_DOMAIN_NAME or OS_DOMAIN_NAME, or run `pulumi config set otc:domainName`";
    expect(problemsOf({ environment: { ...common, ...key } })).toEqual([missing]);
    expect(problemsOf({ environment: { ...common, OS_USERNAME: "u", OS_PASSWORD: "p" } })).toEqual([missing]);
  });

  it("of which only a part is given names the rest", () => {
    const missingName =
      "the agency is missing: set OS_AGENCY_NAME or OS_TARGET_AGENCY_NAME, or run `pulumi config set otc:agencyName`";
    const missingDomain =
      "the domain of the agency is missing: set OS_AGENCY_DOMAIN_NAME or OS_TARGET_DOMAIN_NAME, or run `pulumi config set otc:agencyDomainName`";
    const others = { ...password, ...iam, OS_PROJECT_NAME: "x" };
    expect(problemsOf({ environment: { ...others, ...delegated } })).toEqual([missingName, missingDomain]);
    expect(problemsOf({ environment: { ...others, OS_AGENCY_NAME: "a" } })).toEqual([missingDomain]);
    expect(problemsOf({ environment: { ...others, OS_AGENCY_DOMAIN_NAME: "d" } })).toEqual([missingName]);
  });

  it("needs the address of IAM and a project, even for a token", () => {
    expect(
      problemsOf({ environment: { OS_TOKEN: "t", ...agency, OTC_AS_ENDPOINT: "https://as.example" } }),
    ).toEqual([
      "the authentication address is missing: set OS_AUTH_URL, or run `pulumi config set otc:authUrl` (such as https://iam.eu-de.otc.t-systems.com/v3)",
      "the project is missing: set OS_PROJECT_NAME or OS_TENANT_NAME, or run `pulumi config set otc:projectName` (such as eu-de_web)",
    ]);
  });
});

describe("insecure", () => {
  const complete = { ...key, ...where };

  it.each(["true", "TRUE", "1", "yes", "on"])("is asked for by %s", (text) => {
    expect(settingsOf({ environment: { ...complete, OS_INSECURE: text } })).toHaveProperty("insecure", true);
  });

  it.each(["false", "0", "no", "off", ""])("is not asked for by %j", (text) => {
    expect(settingsOf({ environment: { ...complete, OS_INSECURE: text } })).not.toHaveProperty("insecure");
  });

  it("is never assumed of a text that says neither", () => {
    expect(problemsOf({ environment: { ...complete, OS_INSECURE: "maybe" } })).toEqual([
      "insecure must be true or false: set OS_INSECURE, or run `pulumi config set otc:insecure`",
    ]);
  });
});

describe("an address with a place for the region", () => {
  const address = "https://iam.{region_name}.example/v3";
  const complete = { ...key, OS_PROJECT_NAME: "eu-de_web", OS_AUTH_URL: address };

  it.each([
    ["its own", { OS_REGION_NAME: "eu-nl" }, "https://iam.eu-nl.example/v3"],
    ["that of the project", {}, "https://iam.eu-de.example/v3"],
    [
      "that of the delegated project",
      {
        OS_DELEGATED_PROJECT: "eu-ch2_x",
        OS_AGENCY_NAME: "a",
        OS_AGENCY_DOMAIN_NAME: "d",
        OS_DOMAIN_NAME: "o",
      },
      "https://iam.eu-ch2.example/v3",
    ],
  ])("gets %s", (_, variables, wanted) => {
    expect(settingsOf({ environment: { ...complete, ...variables } })).toHaveProperty("authUrl", wanted);
  });

  it.each([{}, { OS_REGION_NAME: "evil.example/#" }, { OS_REGION_NAME: "x@evil" }])(
    "needs a region that is nothing but a name: %j",
    (variables) => {
      const { OS_PROJECT_NAME: _, ...others } = complete;
      expect(problemsOf({ environment: { ...others, OS_PROJECT_ID: "p", ...variables } })).toEqual([
        "the region is needed for the authentication address, and must be a name such as eu-de: set OS_REGION_NAME, or run `pulumi config set otc:region`",
      ]);
    },
  );
});
