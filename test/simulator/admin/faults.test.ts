import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { manualClock, startSimulator, type FaultSpec, type Simulator } from "../../../simulator/src";
import { asPath, call, configurationBody, passwordSignIn, signIn, type Answer } from "../server/client";

let simulator: Simulator;
let token: string;

beforeAll(async () => {
  simulator = await startSimulator({ clock: manualClock() });
  token = await signIn(simulator);
});
beforeEach(() => {
  simulator.admin.reset();
});
afterAll(() => simulator.close());

const as = (method: string, rest: string, body?: unknown): Promise<Answer> =>
  call(simulator, method, asPath(simulator, rest), { headers: { "x-auth-token": token }, body });
const createConfiguration = (): Promise<Answer> => as("POST", "scaling_configuration", configurationBody);
const configurationCount = async (): Promise<number> =>
  ((await as("GET", "scaling_configuration")).body as { total_number: number }).total_number;
const statuses = async (calls: readonly Promise<Answer>[]): Promise<number[]> =>
  (await Promise.all(calls)).map(({ status }) => status);

/** The error code of the connection, or of the body that could not be read to its end. */
async function connectionError(answer: Promise<unknown>): Promise<string | undefined> {
  const error: unknown = await answer.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause ? String(cause.code) : undefined;
}

const busy: FaultSpec["effect"] = { kind: "status", status: 503 };

describe("a fault", () => {
  it("answers with its status, code, message and headers, and the call is not carried out", async () => {
    simulator.admin.fault({
      match: { method: "POST", path: "**/scaling_configuration" },
      effect: {
        kind: "status",
        status: 429,
        code: "AS.0003",
        message: "slow down",
        headers: { "Retry-After": "7" },
      },
    });
    const answer = await createConfiguration();
    expect(answer.status).toBe(429);
    expect(answer.headers.get("retry-after")).toBe("7");
    expect(answer.body).toEqual({ error: { code: "AS.0003", message: "slow down" } });
    expect(await configurationCount()).toBe(0);
  });

  it("answers in Keystone's form when it meets the identity service", async () => {
    simulator.admin.fault({ match: { service: "iam" }, effect: busy });
    const answer = await call(simulator, "POST", "/v3/auth/tokens", { body: passwordSignIn(simulator) });
    expect(answer).toMatchObject({ status: 503, body: { error: { code: 503 } } });
  });

  it("hits one call by default, and then no more", async () => {
    simulator.admin.fault({ match: {}, effect: busy });
    expect((await as("GET", "scaling_group")).status).toBe(503);
    expect((await as("GET", "scaling_group")).status).toBe(200);
  });

  it("hits as many calls in a row as it says, from the n-th on", async () => {
    const id = simulator.admin.fault({ match: { path: "**/scaling_group", nth: 2 }, effect: busy, times: 2 });
    const seen: number[] = [];
    for (let i = 0; i < 5; i += 1) seen.push((await as("GET", "scaling_group")).status);
    expect(seen).toEqual([200, 503, 503, 200, 200]);
    expect(simulator.admin.faults()).toMatchObject([{ id, seen: 5, hits: 2 }]);
  });

  it("hits exactly one of many concurrent calls: the n-th to arrive", async () => {
    simulator.admin.fault({ match: { nth: 5 }, effect: busy });
    const seen = await statuses(Array.from({ length: 20 }, () => as("GET", "scaling_group")));
    expect(seen.filter((status) => status === 503)).toHaveLength(1);
    expect(simulator.admin.requests().filter(({ status }) => status === 503)).toMatchObject([{ seq: 5 }]);
  });

  it("looks at the calls that fit all of its match, and at no others", async () => {
    simulator.admin.fault({
      match: { service: "as", method: "delete", path: "**/scaling_group/*" },
      effect: busy,
    });
    expect((await as("GET", "scaling_group/a")).status).toBe(404);
    expect((await as("DELETE", "scaling_group/a/b")).status).toBe(404);
    expect((await as("DELETE", "scaling_group/a?force_delete=yes")).status).toBe(503);
  });

  it("takes a path that starts with ^ as a regular expression", async () => {
    simulator.admin.fault({
      match: { path: "^/autoscaling-api/v[12]/\\w+/scaling_(group|policy)$" },
      effect: busy,
    });
    expect((await as("GET", "scaling_configuration")).status).toBe(200);
    expect((await as("GET", "scaling_group")).status).toBe(503);
  });

  it("gives way to one that was set before it, and then takes its turn", async () => {
    simulator.admin.fault({ match: {}, effect: { kind: "status", status: 500 } });
    simulator.admin.fault({ match: { method: "GET" }, effect: { kind: "status", status: 502 } });
    const seen: number[] = [];
    for (let i = 0; i < 3; i += 1) seen.push((await as("GET", "scaling_group")).status);
    expect(seen).toEqual([500, 502, 200]);
  });

  it("is cleared by its id, or with all others", async () => {
    const first = simulator.admin.fault({ match: {}, effect: busy });
    const second = simulator.admin.fault({ match: {}, effect: busy });
    simulator.admin.clearFaults(first);
    expect(simulator.admin.faults().map(({ id }) => id)).toEqual([second]);
    simulator.admin.clearFaults();
    expect(simulator.admin.faults()).toEqual([]);
    expect((await as("GET", "scaling_group")).status).toBe(200);
  });
});

describe("a fault of the connection", () => {
  it("resets it, and the call is not carried out", async () => {
    simulator.admin.fault({ match: { method: "POST" }, effect: { kind: "reset" } });
    expect(await connectionError(createConfiguration())).toBe("ECONNRESET");
    expect(await configurationCount()).toBe(0);
  });

  it("loses the response of a call that is carried out", async () => {
    simulator.admin.fault({ match: { method: "POST" }, effect: { kind: "lost" } });
    expect(await connectionError(createConfiguration())).toBe("UND_ERR_SOCKET");
    expect(await configurationCount()).toBe(1);
  });

  it("ends it in the middle of the body of a call that is carried out", async () => {
    simulator.admin.fault({ match: { method: "POST" }, effect: { kind: "truncated" } });
    const headers = { "x-auth-token": token, "content-type": "application/json" };
    const response = await fetch(`${simulator.url}${asPath(simulator, "scaling_configuration")}`, {
      method: "POST",
      headers,
      body: JSON.stringify(configurationBody),
    });
    expect(response.status).toBe(200);
    expect(await connectionError(response.text())).toBe("UND_ERR_SOCKET");
    expect(await configurationCount()).toBe(1);
  });

  it("spoils the body of a call that is carried out", async () => {
    simulator.admin.fault({ match: { method: "POST" }, effect: { kind: "malformed" } });
    await expect(createConfiguration()).rejects.toThrow(SyntaxError);
    expect(await configurationCount()).toBe(1);
  });

  it("gives an answer without a body one that is spoilt", async () => {
    const { body } = await createConfiguration();
    const id = (body as { scaling_configuration_id: string }).scaling_configuration_id;
    simulator.admin.fault({ match: { method: "DELETE" }, effect: { kind: "malformed" } });
    await expect(as("DELETE", `scaling_configuration/${id}`)).rejects.toThrow(SyntaxError);
    expect(await configurationCount()).toBe(0);
  });

  it("delays a call, which other calls overtake, and does not keep the simulator from closing", async () => {
    const own = await startSimulator();
    own.admin.fault({ match: {}, effect: { kind: "delay", ms: 3_600_000 } });
    const delayed = connectionError(call(own, "GET", "/v3"));
    await expect.poll(() => own.admin.requests()).toMatchObject([{ outcome: "pending" }]);
    expect((await call(own, "GET", "/v3")).status).toBe(200);
    expect(own.admin.requests()).toMatchObject([{ outcome: "pending" }, { outcome: "answered" }]);
    await own.close();
    expect(await delayed).toBe("UND_ERR_SOCKET");
  });
});
