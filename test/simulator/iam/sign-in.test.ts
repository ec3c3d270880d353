import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manualClock, startSimulator, type Simulator } from "../../../simulator/src";
import { asPath, call, passwordSignIn, signIn, type Answer } from "../server/client";

const HOUR_MS = 3_600_000;

let simulator: Simulator;
const clock = manualClock(new Date("2026-01-01T00:00:00Z"));

beforeAll(async () => {
  simulator = await startSimulator({ clock, projectId: "0123456789abcdef0123456789abcdef" });
});
afterAll(() => simulator.close());

const post = (body: unknown): Promise<Answer> => call(simulator, "POST", "/v3/auth/tokens", { body });
const user = (): { name: string; password: string; domain: { name: string } } => ({
  name: simulator.credentials.username,
  password: simulator.credentials.password,
  domain: { name: simulator.credentials.domainName },
});
const withPassword = (given: object, scope?: object): object => ({
  auth: { identity: { methods: ["password"], password: { user: given } }, ...(scope && { scope }) },
});
const listGroups = (token: string): Promise<Answer> =>
  call(simulator, "GET", asPath(simulator, "scaling_group"), { headers: { "x-auth-token": token } });

interface TokenBody {
  token: {
    expires_at: string;
    issued_at: string;
    methods: string[];
    user: { id: string; name: string; domain: { id: string; name: string } };
    project?: { id: string; name: string };
    domain?: { id: string; name: string };
    catalog?: { type: string; endpoints: { interface: string; region: string; url: string }[] }[];
  };
}
const tokenOf = (answer: Answer): TokenBody["token"] => (answer.body as TokenBody).token;

describe("password sign-in", () => {
  it("answers 201 with the token in the header and the scope in the body", async () => {
    const answer = await post(passwordSignIn(simulator));
    expect(answer.status).toBe(201);
    expect(answer.headers.get("x-subject-token")).toMatch(/^\S{100,}$/);
    const token = tokenOf(answer);
    expect(token.methods).toEqual(["password"]);
    expect(token.issued_at).toBe("2026-01-01T00:00:00.000000Z");
    expect(token.expires_at).toBe("2026-01-02T00:00:00.000000Z");
    expect(token.user).toMatchObject({
      name: "simulator",
      domain: { name: simulator.credentials.domainName },
    });
    expect(token.project).toMatchObject({
      id: "0123456789abcdef0123456789abcdef",
      name: "eu-de_simulator",
      domain: { name: simulator.credentials.domainName },
    });
  });

  it("shows both forms of the AS service in the catalog", async () => {
    const endpoints = tokenOf(await post(passwordSignIn(simulator))).catalog?.map(
      ({ type, endpoints: [first] }) => [type, first?.interface, first?.region, first?.url],
    );
    expect(endpoints).toEqual([
      ["identity", "public", "eu-de", `${simulator.url}/v3`],
      ["asv1", "public", "eu-de", `${simulator.url}/autoscaling-api/v1/0123456789abcdef0123456789abcdef`],
      ["as", "public", "eu-de", `${simulator.url}/autoscaling-api/v1`],
    ]);
  });

  it("leaves the catalog out when nocatalog is asked for", async () => {
    const answer = await call(simulator, "POST", "/v3/auth/tokens?nocatalog=true", {
      body: passwordSignIn(simulator),
    });
    expect(answer.status).toBe(201);
    expect(tokenOf(answer)).not.toHaveProperty("catalog");
  });

  it("accepts ids instead of names", async () => {
    const known = tokenOf(await post(passwordSignIn(simulator)));
    const answer = await post(
      withPassword(
        { id: known.user.id, password: simulator.credentials.password },
        { project: { id: simulator.credentials.projectId } },
      ),
    );
    expect(answer.status).toBe(201);
    expect(tokenOf(answer).project?.id).toBe(simulator.credentials.projectId);
  });

  it("gives a domain token without AS in the catalog when the scope is a domain", async () => {
    const answer = await post(withPassword(user(), { domain: { name: simulator.credentials.domainName } }));
    expect(answer.status).toBe(201);
    const token = tokenOf(answer);
    expect(token.domain?.name).toBe(simulator.credentials.domainName);
    expect(token).not.toHaveProperty("project");
    expect(token.catalog?.map(({ type }) => type)).toEqual(["identity"]);
  });

  it("gives an unscoped token when there is no scope, which AS then refuses", async () => {
    const answer = await post(withPassword(user()));
    expect(answer.status).toBe(201);
    expect(tokenOf(answer)).not.toHaveProperty("project");
    const refused = await listGroups(answer.headers.get("x-subject-token")!);
    expect(refused).toMatchObject({ status: 400, body: { error: { code: "AS.0008" } } });
  });

  it.each([
    ["the password is wrong", () => withPassword({ ...user(), password: "wrong" })],
    ["the user is unknown", () => withPassword({ ...user(), name: "nobody" })],
    ["the domain is unknown", () => withPassword({ ...user(), domain: { name: "nowhere" } })],
    ["the project is unknown", () => withPassword(user(), { project: { name: "eu-de_other" } })],
    ["the domain of the scope is unknown", () => withPassword(user(), { domain: { id: "0" } })],
    ["the method is unknown", () => ({ auth: { identity: { methods: ["magic"] } } })],
    [
      "the token to sign in with is unknown",
      () => ({ auth: { identity: { methods: ["token"], token: { id: "x" } } } }),
    ],
  ])("is refused with 401 when %s", async (_case, body) => {
    const answer = await post(body());
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 401, title: "Unauthorized" } } });
    expect(answer.headers.get("x-subject-token")).toBeNull();
  });

  it.each([
    ["there is no body", undefined],
    ["the body is not JSON", "{"],
    ["auth is missing", {}],
    ["methods is not a list", { auth: { identity: { methods: "password" } } }],
    ["the password is a number", withPassword({ name: "a", domain: { name: "b" }, password: 1 })],
    ["the user has no domain", withPassword({ name: "a", password: "b" })],
    ["the user has no name", withPassword({ domain: { name: "b" }, password: "b" })],
    ["the password part is missing", { auth: { identity: { methods: ["password"] } } }],
    ["the token part is missing", { auth: { identity: { methods: ["token"] } } }],
  ])("is refused with 400 when %s", async (_case, body) => {
    const answer = await post(body);
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 400, title: "Bad Request" } } });
  });
});

describe("tokens", () => {
  it("give another token that ends with the first", async () => {
    const first = await signIn(simulator);
    clock.advance(HOUR_MS);
    const answer = await post({
      auth: {
        identity: { methods: ["token"], token: { id: first } },
        scope: { project: { name: simulator.credentials.projectName } },
      },
    });
    expect(answer.status).toBe(201);
    const token = tokenOf(answer);
    expect(Date.parse(token.expires_at) - Date.parse(token.issued_at)).toBe(23 * HOUR_MS);
  });

  it("are refused by AS after 24 simulated hours, not before", async () => {
    const token = await signIn(simulator);
    clock.advance(24 * HOUR_MS - 1);
    expect((await listGroups(token)).status).toBe(200);
    clock.advance(1);
    expect(await listGroups(token)).toMatchObject({ status: 401, body: { error: { code: "AS.0006" } } });
  });

  it("can be verified by another token", async () => {
    const subject = await signIn(simulator);
    const headers = { "x-auth-token": await signIn(simulator), "x-subject-token": subject };
    const answer = await call(simulator, "GET", "/v3/auth/tokens", { headers });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("x-subject-token")).toBe(subject);
    expect(tokenOf(answer).project?.id).toBe(simulator.credentials.projectId);
  });

  it("that are unknown cannot be verified", async () => {
    const headers = { "x-auth-token": await signIn(simulator), "x-subject-token": "unknown" };
    const answer = await call(simulator, "GET", "/v3/auth/tokens", { headers });
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 404, title: "Not Found" } } });
  });

  it("live as long as the option says", async () => {
    const own = manualClock();
    const short = await startSimulator({ clock: own, tokenLifetimeHours: 1 });
    try {
      const headers = { "x-auth-token": await signIn(short) };
      own.advance(HOUR_MS);
      expect((await call(short, "GET", "/v3/auth/catalog", { headers })).status).toBe(401);
    } finally {
      await short.close();
    }
  });
});

describe("look-ups of the identity service", () => {
  const get = async (path: string): Promise<Answer> =>
    call(simulator, "GET", path, { headers: { "x-auth-token": await signIn(simulator) } });

  it.each(["/v3/auth/tokens", "/v3/auth/catalog", "/v3/projects", "/v3/auth/projects", "/v3/auth/domains"])(
    "GET %s is refused without a token",
    async (path) => {
      const answer = await call(simulator, "GET", path);
      expect(answer).toMatchObject({ status: 401, body: { error: { code: 401 } } });
    },
  );

  it("show the catalog of the token's scope", async () => {
    const { body } = await get("/v3/auth/catalog");
    expect((body as { catalog: { type: string }[] }).catalog.map(({ type }) => type)).toEqual([
      "identity",
      "asv1",
      "as",
    ]);
  });

  it.each(["/v3/projects", "/v3/auth/projects"])(
    "GET %s lists the project, filtered by name",
    async (path) => {
      const { projectId, projectName } = simulator.credentials;
      const ids = async (query: string): Promise<string[]> =>
        ((await get(path + query)).body as { projects: { id: string }[] }).projects.map(({ id }) => id);
      expect(await ids("")).toEqual([projectId]);
      expect(await ids(`?name=${projectName}`)).toEqual([projectId]);
      expect(await ids("?name=other")).toEqual([]);
    },
  );

  it("list the domain by its name", async () => {
    const { domainName } = simulator.credentials;
    const answer = await get(`/v3/auth/domains?name=${domainName}`);
    expect(answer.body).toMatchObject({ domains: [{ name: domainName, enabled: true }] });
  });

  it("answer 404 in Keystone's form when the path is unknown", async () => {
    expect(await get("/v3/unknown")).toMatchObject({ status: 404, body: { error: { code: 404 } } });
  });
});
