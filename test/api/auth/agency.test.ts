import { describe, expect, it } from "vitest";
import { signInWith } from "../../../provider/api/auth/sign-in";
import { secret } from "../../../provider/core/secret";
import type { Settings } from "../../../provider/core/settings";
import type { HttpRequest } from "../../../provider/api/http";
import { errorOf, valueOf } from "../support/either";
import { fixture } from "../support/fixture";
import { answer, stubHttp } from "../support/stub-http";

const HOUR = 3_600_000;
const at = Date.parse("2026-03-04T05:06:07Z");

const settings: Settings = {
  authUrl: "https://iam.example/v3",
  signIn: { method: "password", user: { name: "u", domain: { name: "own" } }, password: secret("p") },
  project: { name: "eu-de_web" },
  agency: { name: "operators", domain: { name: "theirs" }, operator: { name: "own" } },
};
const key = { method: "accessKey", accessKey: "ak", secretKey: secret("sk") } as const;

/** A body that asks for the agency. */
const assumesRole = ({ body }: HttpRequest): boolean => JSON.stringify(body ?? {}).includes("assume_role");

/** The body of a token answer without a project and a catalog, as of a domain. */
const ofDomain = {
  token: { expires_at: "2026-03-05T05:06:07.000000Z", issued_at: "2026-03-04T05:06:07.000000Z" },
};

const service = (request: HttpRequest) => {
  if (request.url.endsWith("/auth/domains"))
    return answer(200, { domains: [{ id: "d1", name: "own" }], links: {} });
  return assumesRole(request)
    ? answer(201, fixture("iam-token"), { "x-subject-token": "agency-token" })
    : answer(201, ofDomain, { "x-subject-token": "own-token" });
};

const assumed = {
  operation: "sign in",
  method: "POST",
  url: "https://iam.example/v3/auth/tokens",
  idempotent: true,
  body: {
    auth: {
      identity: {
        methods: ["assume_role"],
        assume_role: { domain_name: "theirs", xrole_name: "operators" },
      },
      scope: { project: { name: "eu-de_web", domain: { name: "theirs" } } },
    },
  },
};

describe("sign-in as an agency", () => {
  it("with a password takes a token of one's domain first, and shows it for one of the agency", async () => {
    const { http, requests } = stubHttp(service);
    const session = await valueOf(signInWith(settings, http, () => 1000));
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
              password: { user: { name: "u", domain: { name: "own" }, password: "p" } },
            },
            scope: { domain: { name: "own" } },
          },
        },
      },
      { ...assumed, headers: { "X-Auth-Token": "own-token" } },
    ]);
    expect(session).toMatchObject({
      region: "eu-de",
      endpoint: "https://as.eu-de.otc.t-systems.com/autoscaling-api",
      shows: "token",
      expiresAt: 1000 + 24 * HOUR,
    });
    const request = { method: "GET", url: "u", idempotent: true, operation: "o" } as const;
    expect(session.authorize(request).headers).toEqual({ "X-Auth-Token": "agency-token" });
  });

  it("with a token shows that token", async () => {
    const { http, requests } = stubHttp(service);
    const agency = { name: "operators", domain: { name: "theirs" } };
    const signIn = { method: "token", token: secret("t") } as const;
    await valueOf(signInWith({ ...settings, signIn, agency }, http, () => 0));
    expect(requests).toEqual([{ ...assumed, headers: { "X-Auth-Token": "t" } }]);
  });

  it("with an access key signs for one's domain, whose id it looks up", async () => {
    const { http, requests } = stubHttp(service);
    await valueOf(signInWith({ ...settings, signIn: key }, http, () => at));
    expect(requests).toMatchObject([
      { method: "GET", url: "https://iam.example/v3/auth/domains", query: { name: "own" } },
      { ...assumed, headers: { "X-Domain-Id": "d1", "X-Sdk-Date": "20260304T050607Z" } },
    ]);
    expect(requests[0]?.headers).not.toHaveProperty("X-Domain-Id");
  });

  it("does not look up what is known: one's domain, the agency's and the project by id", async () => {
    const { http, requests } = stubHttp(service);
    const project = { id: "0123456789abcdef0123456789abcdef" };
    const agency = { name: "operators", domain: { id: "a1" }, operator: { id: "d2" } };
    await valueOf(signInWith({ ...settings, signIn: key, project, agency }, http, () => at));
    expect(requests).toMatchObject([
      {
        headers: { "X-Domain-Id": "d2" },
        body: {
          auth: {
            identity: { methods: ["assume_role"], assume_role: { domain_id: "a1", xrole_name: "operators" } },
            scope: { project },
          },
        },
      },
    ]);
  });

  it.each([
    [
      401,
      "the agency does not exist or does not delegate this project, or who signs in is not accepted (agency operators of domain theirs, iam.example)",
    ],
    [
      403,
      "who signs in may not act as the agency: the permission Agent Operator is needed (agency operators of domain theirs, iam.example): no",
    ],
    [
      404,
      "the agency, its domain or the project does not exist (agency operators of domain theirs, iam.example): no",
    ],
  ])("that is refused with status %i says why", async (status, reason) => {
    const { http } = stubHttp((request) =>
      assumesRole(request) ? answer(status, { error: { message: "no" } }) : service(request),
    );
    expect(await errorOf(signInWith(settings, http, () => 0))).toEqual({ _tag: "SignInFailed", reason });
  });

  it("whose own sign-in is refused says that, and the agency is not asked for", async () => {
    const { http, requests } = stubHttp(() => answer(401));
    expect(await errorOf(signInWith(settings, http, () => 0))).toEqual({
      _tag: "SignInFailed",
      reason: "user name, password or domain is wrong (user u of domain own, iam.example)",
    });
    expect(requests).toHaveLength(1);
  });
});
