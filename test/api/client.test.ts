import { describe, expect, it } from "vitest";
import { createClient } from "../../provider/api/client";
import { identifier, object } from "../../provider/api/codec/wire";
import type { HttpRequest } from "../../provider/api/http";
import type { AsRequest } from "../../provider/api/request";
import { secret } from "../../provider/core/secret";
import type { Settings } from "../../provider/core/settings";
import { errorOf, right, valueOf } from "./support/either";
import { fixture } from "./support/fixture";
import { type Answer, answer, asRefusal, stubHttp } from "./support/stub-http";

const settings: Settings = {
  authUrl: "https://iam.example",
  signIn: { method: "password", user: { id: "u1" }, password: secret("word") },
  project: { id: "0123456789abcdef0123456789abcdef" },
  endpoint: "https://as.example",
};
const BASE = "https://as.example/autoscaling-api";
const PROJECT = "0123456789abcdef0123456789abcdef";

const thing: AsRequest<{ readonly thingId: string }> = {
  operation: "get thing",
  method: "GET",
  version: "v1",
  path: "/thing/1",
  decoder: object("an object with a thing_id", { thingId: identifier }),
};

const isSignIn = ({ operation }: HttpRequest): boolean => operation === "sign in";
const tokenOf = ({ headers }: HttpRequest): string | undefined => headers?.["X-Auth-Token"];

/** Issues the tokens token-1, token-2, … and answers everything else with `respond`. */
const service = (respond: Answer) => {
  let issued = 0;
  return stubHttp((request) =>
    isSignIn(request)
      ? answer(201, fixture("iam-token"), { "x-subject-token": `token-${++issued}` })
      : respond(request),
  );
};

describe("a request", () => {
  it("goes to version, project and path of the endpoint, with the token", async () => {
    const { http, requests } = service(() => answer(200, { thing_id: "t" }));
    const client = createClient(settings, http, () => 0);
    const request = { ...thing, version: "v2", method: "PUT", query: { q: "1" }, body: { b: 2 } } as const;
    expect(await valueOf(client.request(request))).toEqual({ thingId: "t" });
    expect(requests.filter((sent) => !isSignIn(sent))).toEqual([
      {
        operation: "get thing",
        method: "PUT",
        url: `${BASE}/v2/${PROJECT}/thing/1`,
        query: { q: "1" },
        body: { b: 2 },
        headers: { "X-Auth-Token": "token-1" },
        idempotent: true,
      },
    ]);
  });

  it.each([
    ["GET", undefined, true],
    ["PUT", undefined, true],
    ["DELETE", undefined, true],
    ["POST", undefined, false],
    ["POST", true, true],
    ["PUT", false, false],
  ] as const)("by %s, declared idempotent %s, is repeatable: %s", async (method, declared, idempotent) => {
    const { http, requests } = service(() => answer(200, { thing_id: "t" }));
    const client = createClient(settings, http, () => 0);
    await valueOf(
      client.request({ ...thing, method, ...(declared === undefined ? {} : { idempotent: declared }) }),
    );
    expect(requests.at(-1)?.idempotent).toBe(idempotent);
  });

  it("signs in once for any number of requests", async () => {
    const { http, requests } = service(() => answer(200, { thing_id: "t" }));
    const client = createClient(settings, http, () => 0);
    await Promise.all([client.request(thing)(), client.request(thing)(), client.session()]);
    await valueOf(client.request(thing));
    expect(requests.filter(isSignIn)).toHaveLength(1);
  });

  it("tells project and region", async () => {
    const { http } = service(() => answer(200));
    expect(await valueOf(createClient(settings, http, () => 0).session)).toMatchObject({
      projectId: PROJECT,
      region: "eu-de",
    });
  });

  it.each<[string, unknown, string, string]>([
    ["another form", { thing_id: 7 }, "thing_id", "a string that is not empty"],
    ["truncated JSON", '{"thing_id":"t', "", "an object with a thing_id"],
    ["no body", undefined, "", "an object with a thing_id"],
  ])("whose answer has %s is undecodable", async (_name, body, path, expected) => {
    const { http } = service(() => answer(200, body));
    expect(await errorOf(createClient(settings, http, () => 0).request(thing))).toEqual({
      _tag: "Undecodable",
      operation: "get thing",
      mismatches: [{ path, expected }],
    });
  });

  it.each([302, 400, 403, 429, 500, 503])("answered with status %i is refused", async (status) => {
    const { http } = service(() => asRefusal(status, "AS.9999"));
    expect(await errorOf(createClient(settings, http, () => 0).request(thing))).toEqual({
      _tag: "Refused",
      operation: "get thing",
      status,
      code: "AS.9999",
      text: "no",
    });
  });

  it("for a missing object is NotFound if its path addresses one", async () => {
    const { http } = service(() => asRefusal(400, "AS.2007"));
    const client = createClient(settings, http, () => 0);
    expect(await errorOf(client.request({ ...thing, goneCodes: ["AS.2007"] }))).toEqual({
      _tag: "NotFound",
      operation: "get thing",
      code: "AS.2007",
    });
    expect(await errorOf(client.request(thing))).toMatchObject({ _tag: "Refused", code: "AS.2007" });
  });
});

describe("a token that is refused", () => {
  const accepting =
    (token: string): Answer =>
    (request) =>
      tokenOf(request) === token ? answer(200, { thing_id: "t" }) : asRefusal(401, "AS.0006");

  it("is renewed once for any number of parallel requests, which then succeed", async () => {
    const { http, requests } = service(accepting("token-2"));
    const client = createClient(settings, http, () => 0);
    const results = await Promise.all(Array.from({ length: 20 }, () => client.request(thing)()));
    expect(results.map((result) => right(result))).toEqual(
      Array.from({ length: 20 }, () => ({ thingId: "t" })),
    );
    expect(requests.filter(isSignIn)).toHaveLength(2);
    expect(requests).toHaveLength(2 + 40);
  });

  it("is renewed for a POST too, because a 401 carried nothing out", async () => {
    const { http } = service(accepting("token-2"));
    const client = createClient(settings, http, () => 0);
    expect(await valueOf(client.request({ ...thing, method: "POST" }))).toEqual({ thingId: "t" });
  });

  it("ends the request when the new one is refused, too", async () => {
    const { http, requests } = service(() => asRefusal(401, "AS.0006"));
    expect(await errorOf(createClient(settings, http, () => 0).request(thing))).toEqual({
      _tag: "SignInFailed",
      reason:
        "the service at as.example refuses a token that was issued just now: check that the endpoint and the authentication URL belong together",
    });
    expect(requests.filter(isSignIn)).toHaveLength(2);
  });

  it("is not asked for again when it is the user's own", async () => {
    const { http, requests } = stubHttp(() => asRefusal(401, "AS.0006"));
    const own: Settings = { ...settings, signIn: { method: "token", token: secret("own") } };
    expect(await errorOf(createClient(own, http, () => 0).request(thing))).toEqual({
      _tag: "SignInFailed",
      reason:
        "the service refuses the token: it is invalid, has expired or is for another project; get a new one, or sign in with a password",
    });
    expect(requests).toHaveLength(1);
  });
});

describe("a sign-in that fails", () => {
  it("fails the request, which is not sent", async () => {
    const { http, requests } = stubHttp(() => answer(401));
    expect(await errorOf(createClient(settings, http, () => 0).request(thing))).toMatchObject({
      _tag: "SignInFailed",
    });
    expect(requests.map(({ operation }) => operation)).toEqual(["sign in"]);
  });
});
