import { describe, expect, it } from "vitest";
import { signInWith } from "../../../provider/api/auth/sign-in";
import { secret } from "../../../provider/core/secret";
import type { Settings } from "../../../provider/core/settings";
import { errorOf, valueOf } from "../support/either";
import { fixture } from "../support/fixture";
import { answer, stubHttp } from "../support/stub-http";

const PASSWORD = "correct horse";
const PROJECT_ID = "0123456789abcdef0123456789abcdef";
const HOUR = 3_600_000;

const withPassword: Settings = {
  authUrl: "https://iam.example",
  signIn: {
    method: "password",
    user: { name: "deployer", domain: { name: "OTC1" } },
    password: secret(PASSWORD),
  },
  project: { name: "eu-de_web" },
};
const withToken: Settings = {
  authUrl: "https://iam.example",
  signIn: { method: "token", token: secret("user-token") },
  project: {},
};

const issued = () => answer(201, fixture("iam-token"), { "x-subject-token": "new-token" });

/** The body of a token with other values in it. */
const tokenBody = (changes: Readonly<Record<string, unknown>>): unknown => ({
  token: { ...(fixture("iam-token") as { token: object }).token, ...changes },
});

describe("sign-in with a password", () => {
  it("asks for a token of the project and finds Auto Scaling in the catalog", async () => {
    const { http, requests } = stubHttp(issued);
    const session = await valueOf(signInWith(withPassword, http, () => 1000));
    expect(requests).toEqual([
      {
        operation: "sign in",
        method: "POST",
        url: "https://iam.example/v3/auth/tokens",
        idempotent: true,
        body: {
          auth: {
            identity: {
              methods: ["password"],
              password: { user: { name: "deployer", domain: { name: "OTC1" }, password: PASSWORD } },
            },
            scope: { project: { name: "eu-de_web", domain: { name: "OTC1" } } },
          },
        },
      },
    ]);
    expect(session).toMatchObject({
      projectId: PROJECT_ID,
      region: "eu-de",
      endpoint: "https://as.eu-de.otc.t-systems.com/autoscaling-api",
    });
    const request = {
      method: "GET",
      url: "u",
      headers: { a: "b" },
      idempotent: true,
      operation: "o",
    } as const;
    expect(session.authorize(request)).toEqual({
      ...request,
      headers: { a: "b", "X-Auth-Token": "new-token" },
    });
  });

  it("reckons the token's life from now, whatever the service's clock says", async () => {
    const session = await valueOf(signInWith(withPassword, stubHttp(issued).http, () => 1000));
    expect(session.expiresAt).toBe(1000 + 24 * HOUR);
  });

  it("takes the end as told when the time of issue is unknown", async () => {
    const body = tokenBody({ issued_at: null });
    const { http } = stubHttp(() => answer(201, body, { "x-subject-token": "t" }));
    expect((await valueOf(signInWith(withPassword, http, () => 1000))).expiresAt).toBe(Date.UTC(2026, 6, 24));
  });

  it.each([
    "https://iam.example",
    "https://iam.example/",
    "https://iam.example/v3",
    "https://iam.example/v3/",
    "https://iam.example//v3//",
  ])("accepts the address %s", async (authUrl) => {
    const { http, requests } = stubHttp(issued);
    await valueOf(signInWith({ ...withPassword, authUrl }, http, () => 0));
    expect(requests.map(({ url }) => url)).toEqual(["https://iam.example/v3/auth/tokens"]);
  });

  it.each<[string, Settings["project"], unknown]>([
    ["an id", { id: PROJECT_ID, name: "eu-de_web" }, { project: { id: PROJECT_ID } }],
    [
      "a name in a domain of its own",
      { name: "eu-de_web", domain: { id: "d2" } },
      { project: { name: "eu-de_web", domain: { id: "d2" } } },
    ],
    ["nothing", {}, undefined],
  ])("names the project by %s", async (_name, project, scope) => {
    const { http, requests } = stubHttp(issued);
    await valueOf(signInWith({ ...withPassword, project }, http, () => 0));
    expect(requests[0]?.body).toMatchObject({ auth: { scope } });
  });

  it("names a user by id", async () => {
    const { http, requests } = stubHttp(issued);
    const signIn = { method: "password", user: { id: "u1" }, password: secret(PASSWORD) } as const;
    await valueOf(signInWith({ ...withPassword, signIn, project: { id: PROJECT_ID } }, http, () => 0));
    expect(requests[0]?.body).toMatchObject({
      auth: { identity: { password: { user: { id: "u1", password: PASSWORD } } } },
    });
  });

  it("prefers a configured endpoint and region to the catalog", async () => {
    const { http } = stubHttp(issued);
    const settings = { ...withPassword, endpoint: "http://127.0.0.1:8080", region: "eu-nl" };
    expect(await valueOf(signInWith(settings, http, () => 0))).toMatchObject({
      endpoint: "http://127.0.0.1:8080/autoscaling-api",
      region: "eu-nl",
    });
  });

  it("needs the authentication URL", async () => {
    const { authUrl: _left, ...settings } = withPassword;
    const { http, requests } = stubHttp(issued);
    expect(await errorOf(signInWith(settings, http, () => 0))).toEqual({
      _tag: "Misconfigured",
      problems: ["the authentication URL is missing"],
    });
    expect(requests).toEqual([]);
  });
});

describe("a sign-in that fails", () => {
  it.each<[number, unknown, string]>([
    [
      401,
      { error: { code: 401, message: `wrong: ${PASSWORD}` } },
      "user name or password is wrong, or the user has no access to the project (user deployer of domain OTC1, iam.example)",
    ],
    [
      403,
      { error_code: "IAM.0004", error_msg: "locked out" },
      "sign-in is not permitted (user deployer of domain OTC1, iam.example): locked out",
    ],
    [404, "<html>", "iam.example does not offer IAM v3 sign-in: check the authentication URL"],
    [
      400,
      { error: { code: 400, message: "no such domain" } },
      "sign-in was refused with HTTP status 400 (user deployer of domain OTC1, iam.example): no such domain",
    ],
  ])("with status %i says why, without the password", async (status, body, reason) => {
    const { http } = stubHttp(() => answer(status, body));
    expect(await errorOf(signInWith(withPassword, http, () => 0))).toEqual({ _tag: "SignInFailed", reason });
  });

  it.each([429, 500, 503])("with status %i may pass", async (status) => {
    const { http } = stubHttp(() => answer(status, { error: { message: "busy" } }));
    expect(await errorOf(signInWith(withPassword, http, () => 0))).toEqual({
      _tag: "Refused",
      operation: "sign in",
      status,
      text: "busy",
    });
  });

  it("without a token header is not taken for a sign-in", async () => {
    const { http } = stubHttp(() => answer(201, fixture("iam-token")));
    expect(await errorOf(signInWith(withPassword, http, () => 0))).toEqual({
      _tag: "Undecodable",
      operation: "sign in",
      mismatches: [{ path: "X-Subject-Token", expected: "a response header that holds the token" }],
    });
  });

  it("with a broken body names what was expected", async () => {
    const { http } = stubHttp(() => answer(201, '{"token":', { "x-subject-token": "t" }));
    expect(await errorOf(signInWith(withPassword, http, () => 0))).toEqual({
      _tag: "Undecodable",
      operation: "sign in",
      mismatches: [{ path: "", expected: "an object with a token" }],
    });
  });

  it("for no project is of no use", async () => {
    const { http } = stubHttp(() => answer(201, tokenBody({ project: null }), { "x-subject-token": "t" }));
    expect(await errorOf(signInWith(withPassword, http, () => 0))).toEqual({
      _tag: "SignInFailed",
      reason: "the token is not for a project: get one that is",
    });
  });
});

describe("sign-in with a token", () => {
  const described = () => answer(200, fixture("iam-token"));

  it("needs no call when the project id and the endpoint are configured", async () => {
    const { http, requests } = stubHttp(described);
    const settings = {
      ...withToken,
      project: { id: "p9", name: "eu-nl_x" },
      endpoint: "https://as.example/v1",
    };
    const session = await valueOf(signInWith(settings, http, () => 0));
    expect(requests).toEqual([]);
    expect(session).toMatchObject({
      projectId: "p9",
      region: "eu-nl",
      endpoint: "https://as.example/autoscaling-api",
    });
    expect(session).not.toHaveProperty("expiresAt");
  });

  it("asks what the token is for when it must", async () => {
    const { http, requests } = stubHttp(described);
    const session = await valueOf(signInWith(withToken, http, () => 0));
    expect(requests).toEqual([
      {
        operation: "sign in",
        method: "GET",
        url: "https://iam.example/v3/auth/tokens",
        headers: { "X-Auth-Token": "user-token", "X-Subject-Token": "user-token" },
        idempotent: true,
      },
    ]);
    expect(session).toMatchObject({
      projectId: PROJECT_ID,
      region: "eu-de",
      endpoint: "https://as.eu-de.otc.t-systems.com/autoscaling-api",
    });
    expect(session).not.toHaveProperty("expiresAt");
    const request = { method: "GET", url: "u", idempotent: true, operation: "o" } as const;
    expect(session.authorize(request).headers).toEqual({ "X-Auth-Token": "user-token" });
  });

  it.each([{ id: "another" }, { name: "eu-de_another" }])(
    "refuses a token for another project than %j",
    async (project) => {
      const { http } = stubHttp(described);
      expect(await errorOf(signInWith({ ...withToken, project }, http, () => 0))).toEqual({
        _tag: "SignInFailed",
        reason: `the token is for project eu-de_web (${PROJECT_ID}), not for the configured one`,
      });
    },
  );

  it("says what to do when the token has expired", async () => {
    const { http } = stubHttp(() => answer(401));
    expect(await errorOf(signInWith(withToken, http, () => 0))).toEqual({
      _tag: "SignInFailed",
      reason: "the token is invalid or has expired: get a new one, or sign in with a password (iam.example)",
    });
  });
});
