import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manualClock, startSimulator, type Simulator } from "../../../simulator/src";
import { asPath, call, configurationBody, type Answer } from "../server/client";
import { sign, type SigningKey } from "./signer";

const MINUTE_MS = 60_000;

let simulator: Simulator;
const clock = manualClock();

beforeAll(async () => {
  simulator = await startSimulator({ clock });
});
afterAll(() => simulator.close());

const groups = (): string => asPath(simulator, "scaling_group");
const configurations = (): string => asPath(simulator, "scaling_configuration");

interface SignedCall {
  readonly key?: SigningKey;
  readonly method?: string;
  readonly path?: string;
  readonly body?: string;
  readonly date?: Date;
  readonly signedHeaders?: Record<string, string>;
  /** What is sent in place of what was signed. */
  readonly sent?: { path?: string; body?: string; headers?: Record<string, string> };
}

function signedCall(given: SignedCall = {}): Promise<Answer> {
  const {
    key = simulator.credentials,
    method = "GET",
    path = groups(),
    body,
    date,
    signedHeaders,
    sent,
  } = given;
  const headers = sign(key, {
    url: `${simulator.url}${path}`,
    method,
    ...(body !== undefined && { body }),
    ...(date !== undefined && { date }),
    ...(signedHeaders !== undefined && { headers: signedHeaders }),
  });
  return call(simulator, method, sent?.path ?? path, {
    headers: { ...headers, ...sent?.headers },
    body: sent?.body ?? body,
  });
}

const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * MINUTE_MS);
const refused = (message: RegExp): object => ({
  status: 401,
  body: { error: { code: "AS.0006", message: expect.stringMatching(message) as string } },
});

describe("a signed call", () => {
  it("is let through without a body", async () => {
    expect((await signedCall()).status).toBe(200);
  });

  it("is let through with a query, whatever the order", async () => {
    expect((await signedCall({ path: `${groups()}?start_number=0&limit=20` })).status).toBe(200);
  });

  it("is let through with a body and the project id beside the signature", async () => {
    const answer = await signedCall({
      method: "POST",
      path: configurations(),
      body: JSON.stringify(configurationBody),
      signedHeaders: { "content-type": "application/json" },
      sent: { headers: { "x-project-id": simulator.credentials.projectId } },
    });
    expect(answer.status).toBe(200);
  });

  it("opens the catalog of the project, and of the domain when that is asked for", async () => {
    const types = async (headers: Record<string, string>): Promise<string[]> => {
      const { body } = await signedCall({ path: "/v3/auth/catalog", sent: { headers } });
      return (body as { catalog: { type: string }[] }).catalog.map(({ type }) => type);
    };
    const domains = await signedCall({ path: "/v3/auth/domains" });
    const [domain] = (domains.body as { domains: { id: string }[] }).domains;
    expect(await types({ "x-project-id": simulator.credentials.projectId })).toEqual([
      "identity",
      "asv1",
      "as",
    ]);
    expect(await types({ "x-domain-id": domain!.id })).toEqual(["identity"]);
  });

  it("may be up to 15 minutes old or early", async () => {
    expect((await signedCall({ date: minutesAgo(14) })).status).toBe(200);
    expect((await signedCall({ date: minutesAgo(-14) })).status).toBe(200);
  });

  it.each<[string, () => SignedCall, RegExp]>([
    ["the date is older than 15 minutes", () => ({ date: minutesAgo(16) }), /more than 15 minutes/],
    ["the date is 16 minutes early", () => ({ date: minutesAgo(-16) }), /more than 15 minutes/],
    [
      "the date is missing its time",
      () => ({ sent: { headers: { "x-sdk-date": "20260101" } } }),
      /YYYYMMDDThhmmssZ/,
    ],
    [
      "the date is no date",
      () => ({ sent: { headers: { "x-sdk-date": "20269999T999999Z" } } }),
      /15 minutes/,
    ],
    [
      "the scope is of another day",
      () => ({ sent: { headers: { "x-sdk-date": new Date(0).toISOString() } } }),
      /X-Sdk-Date/,
    ],
    [
      "the secret key is wrong",
      () => ({ key: { accessKey: simulator.credentials.accessKey, secretKey: "wrong" } }),
      /does not match.*wrong secret key/,
    ],
    [
      "the access key is unknown",
      () => ({ key: { accessKey: "UNKNOWN", secretKey: simulator.credentials.secretKey } }),
      /access key UNKNOWN is unknown/,
    ],
    [
      "the body was changed",
      () => ({ method: "POST", path: configurations(), body: "{}", sent: { body: '{"a":1}' } }),
      /does not match/,
    ],
    ["the path was changed", () => ({ sent: { path: configurations() } }), /does not match/],
    [
      "the query was changed",
      () => ({ path: `${groups()}?limit=1`, sent: { path: `${groups()}?limit=2` } }),
      /does not/,
    ],
    [
      "a signed header was changed",
      () => ({ signedHeaders: { "x-language": "en-us" }, sent: { headers: { "x-language": "de-de" } } }),
      /does not match/,
    ],
    [
      "X-Project-Id is another project",
      () => ({ sent: { headers: { "x-project-id": "other" } } }),
      /X-Project-Id other is not a project/,
    ],
    [
      "X-Domain-Id is another domain",
      () => ({ sent: { headers: { "x-domain-id": "other" } } }),
      /X-Domain-Id other is not the domain/,
    ],
    [
      "the header is not well-formed",
      () => ({ sent: { headers: { authorization: "Basic YQ==" } } }),
      /must have the form/,
    ],
    [
      "the date is not signed",
      () => ({
        sent: { headers: { authorization: "SDK-HMAC-SHA256 Access=A, SignedHeaders=host, Signature=ab" } },
      }),
      /SignedHeaders must hold x-sdk-date/,
    ],
    [
      "a permanent key comes with a security token",
      () => ({ sent: { headers: { "x-security-token": "token" } } }),
      /belongs to temporary access keys/,
    ],
  ])("is refused with 401 when %s", async (_case, given, message) => {
    expect(await signedCall(given())).toMatchObject(refused(message));
  });

  it("is refused with AS.0008 when the path names another project", async () => {
    const answer = await signedCall({ path: "/autoscaling-api/v1/other/scaling_group" });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: "AS.0008" } } });
  });

  it("is refused by the identity service in Keystone's form", async () => {
    const answer = await signedCall({ path: "/v3/auth/catalog", date: minutesAgo(20) });
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 401, title: "Unauthorized" } } });
  });
});

describe("a temporary access key", () => {
  it("signs when its security token comes along, signed or not", async () => {
    const key = simulator.admin.temporaryKey();
    const token = { "x-security-token": key.securityToken };
    expect((await signedCall({ key, sent: { headers: token } })).status).toBe(200);
    expect((await signedCall({ key, signedHeaders: token })).status).toBe(200);
  });

  it.each([
    ["missing", {}],
    ["another one", { "x-security-token": "other" }],
  ])("is refused when the security token is %s", async (_case, headers) => {
    const key = simulator.admin.temporaryKey();
    expect(await signedCall({ key, sent: { headers } })).toMatchObject(refused(/X-Security-Token/));
  });

  it("ends after its simulated lifetime", async () => {
    const key = simulator.admin.temporaryKey(60);
    const sent = { headers: { "x-security-token": key.securityToken } };
    clock.advance(MINUTE_MS - 1);
    expect((await signedCall({ key, sent })).status).toBe(200);
    clock.advance(1);
    expect(await signedCall({ key, sent })).toMatchObject(refused(/unknown or has expired/));
  });
});
