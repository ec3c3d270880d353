import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { manualClock, startSimulator, type Simulator } from "../../../simulator/src";
import { asPath, call, configurationBody, signIn, type Answer } from "../server/client";

let simulator: Simulator;
let token: string;
const clock = manualClock(new Date("2026-01-01T00:00:00Z"));

beforeAll(async () => {
  simulator = await startSimulator({ clock });
  token = await signIn(simulator);
});
beforeEach(() => {
  simulator.admin.reset();
});
afterAll(() => simulator.close());

const as = (method: string, rest: string, body?: unknown): Promise<Answer> =>
  call(simulator, method, asPath(simulator, rest), { headers: { "x-auth-token": token }, body });

describe("the request log", () => {
  it("holds every call to both services in order, and none to the administration", async () => {
    await signIn(simulator);
    await as("GET", "scaling_group?limit=5");
    await call(simulator, "GET", "/_simulator/requests");
    await as("GET", "scaling_group/unknown");
    const time = { simulatedAt: "2026-01-01T00:00:00.000Z", outcome: "answered" };
    expect(simulator.admin.requests()).toMatchObject([
      { seq: 1, service: "iam", method: "POST", path: "/v3/auth/tokens", query: {}, status: 201, ...time },
      {
        seq: 2,
        service: "as",
        method: "GET",
        path: asPath(simulator, "scaling_group"),
        query: { limit: "5" },
        status: 200,
        ...time,
      },
      {
        seq: 3,
        service: "as",
        path: asPath(simulator, "scaling_group/unknown"),
        status: 404,
        code: "AS.0007",
      },
    ]);
  });

  it("holds neither tokens nor passwords nor other secrets", async () => {
    const fresh = await signIn(simulator);
    await as("POST", "scaling_configuration", {
      ...configurationBody,
      instance_config: {
        ...configurationBody.instance_config,
        adminPass: "Secret-1",
        admin_pass: "Secret-2",
      },
    });
    await as("POST", "scaling_group", { nested: [{ password: "Secret-3" }] });
    const text = JSON.stringify(simulator.admin.requests());
    expect(text).toContain('"scaling_configuration_name":"web"');
    for (const secret of [
      token,
      fresh,
      simulator.credentials.password,
      configurationBody.instance_config.user_data,
      "Secret-1",
      "Secret-2",
      "Secret-3",
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  it("shows the body of a write to the AS service with its secrets blanked", async () => {
    await as("POST", "scaling_configuration", configurationBody);
    expect(simulator.admin.requests()[0]?.body).toEqual({
      ...configurationBody,
      instance_config: { ...configurationBody.instance_config, user_data: "(blanked)" },
    });
  });

  it.each([
    ["status", { kind: "status", status: 500 }, { status: 500, code: "AS.0001" }],
    ["lost", { kind: "lost" }, { status: undefined }],
    ["reset", { kind: "reset" }, { status: undefined }],
    ["truncated", { kind: "truncated" }, { status: 200 }],
    ["malformed", { kind: "malformed" }, { status: 200 }],
    ["delay", { kind: "delay", ms: 1 }, { status: 200 }],
  ] as const)("names the fault %s that met a call", async (outcome, effect, seen) => {
    simulator.admin.fault({ match: {}, effect });
    await as("GET", "scaling_group").catch(() => undefined);
    const [entry] = simulator.admin.requests();
    expect({ status: undefined, ...entry }).toMatchObject({ outcome, ...seen });
  });
});

describe("the counters", () => {
  it("count calls by service and by route, whatever the answer", async () => {
    await signIn(simulator);
    await as("GET", "scaling_group");
    await as("GET", "scaling_group?limit=1");
    await as("GET", "scaling_group/unknown");
    await as("GET", "nothing");
    const { as: asCount, iam } = simulator.admin.counters();
    expect(iam).toEqual({ total: 1, byRoute: { "POST /v3/auth/tokens": 1 } });
    expect(asCount.total).toBe(4);
    expect(asCount.byRoute["GET /autoscaling-api/v1/:projectId/scaling_group"]).toBe(2);
    expect(asCount.byRoute[`GET ${asPath(simulator, "nothing")}`]).toBe(1);
  });

  it("start anew when the log is cleared", async () => {
    await as("GET", "scaling_group");
    simulator.admin.clearRequests();
    expect(simulator.admin.requests()).toEqual([]);
    expect(simulator.admin.counters()).toEqual({
      as: { total: 0, byRoute: {} },
      iam: { total: 0, byRoute: {} },
    });
    await as("GET", "scaling_group");
    expect(simulator.admin.requests()).toMatchObject([{ seq: 1 }]);
  });
});
