import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { manualClock, startSimulator, type Simulator } from "../../../simulator/src";
import { asPath, call, configurationBody, signIn, type Answer } from "../server/client";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ clock: manualClock(new Date("2026-01-01T00:00:00Z")) });
});
beforeEach(() => {
  simulator.admin.reset();
});
afterAll(() => simulator.close());

const admin = (method: string, path: string, body?: unknown): Promise<Answer> =>
  call(simulator, method, `/_simulator/${path}`, { body });

describe("faults over HTTP", () => {
  const fault = { match: { method: "GET", path: "/v3", nth: 2 }, effect: { kind: "reset" }, times: 3 };

  it("are set, listed and cleared", async () => {
    const created = await admin("POST", "faults", fault);
    expect(created.status).toBe(201);
    const { id } = created.body as { id: string };
    expect((await admin("GET", "faults")).body).toEqual({ faults: [{ id, ...fault, seen: 0, hits: 0 }] });
    expect((await admin("DELETE", `faults/${id}`)).status).toBe(204);
    expect((await admin("GET", "faults")).body).toEqual({ faults: [] });
    await admin("POST", "faults", fault);
    expect((await admin("DELETE", "faults")).status).toBe(204);
    expect((await admin("GET", "faults")).body).toEqual({ faults: [] });
  });

  it("that are unknown cannot be cleared", async () => {
    expect(await admin("DELETE", "faults/other")).toMatchObject({
      status: 404,
      body: { error: "there is no fault other" },
    });
  });

  it.each([
    ["there is no effect", { match: {} }, /effect/],
    ["the kind is unknown", { match: {}, effect: { kind: "explode" } }, /kind/],
    ["a status has no status", { match: {}, effect: { kind: "status" } }, /status/],
    [
      "a property is misspelt",
      { match: { metod: "GET" }, effect: { kind: "lost" } },
      /additional properties/,
    ],
    ["nth is zero", { match: { nth: 0 }, effect: { kind: "lost" } }, />= 1/],
    ["the number of times is text", { match: {}, effect: { kind: "lost" }, times: "2" }, /integer/],
    ["the expression is broken", { match: { path: "^(" }, effect: { kind: "lost" } }, /regular expression/i],
    ["the body is not JSON", "{", /not valid JSON/],
  ])("are refused when %s", async (_case, body, message) => {
    const answer = await admin("POST", "faults", body);
    expect(answer.status).toBe(400);
    expect((answer.body as { error: string }).error).toMatch(message);
    expect(simulator.admin.faults()).toEqual([]);
  });
});

describe("log and state over HTTP", () => {
  it("show what the functions show", async () => {
    await signIn(simulator);
    expect((await admin("GET", "requests")).body).toEqual({ requests: simulator.admin.requests() });
    expect((await admin("GET", "counters")).body).toEqual(simulator.admin.counters());
    expect((await admin("GET", "snapshot")).body).toEqual(
      JSON.parse(JSON.stringify(simulator.admin.snapshot())) as unknown,
    );
    expect(simulator.admin.requests()).toHaveLength(1);
    expect((await admin("DELETE", "requests")).status).toBe(204);
    expect(simulator.admin.requests()).toEqual([]);
  });

  it("go back to the start on reset, and tokens stay good", async () => {
    const headers = { "x-auth-token": await signIn(simulator) };
    const path = asPath(simulator, "scaling_configuration");
    const start = simulator.admin.snapshot();
    expect((await call(simulator, "POST", path, { headers, body: configurationBody })).status).toBe(200);
    expect(simulator.admin.snapshot()).not.toEqual(start);
    simulator.admin.fault({ match: {}, effect: { kind: "lost" } });

    expect((await admin("POST", "reset")).status).toBe(204);

    expect(simulator.admin.snapshot()).toEqual(start);
    expect(simulator.admin.faults()).toEqual([]);
    expect(simulator.admin.counters().as.total).toBe(0);
    expect((await call(simulator, "GET", path, { headers })).body).toMatchObject({ total_number: 0 });
  });
});

describe("the clock over HTTP", () => {
  it("is shown and changes its speed", async () => {
    expect((await admin("GET", "clock")).body).toEqual({ now: "2026-01-01T00:00:00.000Z", speed: 1 });
    const answer = await admin("PUT", "clock", { speed: 1000 });
    expect(answer).toMatchObject({ status: 200, body: { speed: 1000 } });
    expect(simulator.clock.speed).toBe(1000);
  });

  it.each([0, -1, "fast", null])("is not set to the speed %s", async (speed) => {
    const before = simulator.clock.speed;
    expect((await admin("PUT", "clock", { speed })).status).toBe(400);
    expect(simulator.clock.speed).toBe(before);
  });
});

describe("outside changes over HTTP", () => {
  it("are listed by name", async () => {
    expect((await admin("GET", "outside")).body).toEqual({ changes: Object.keys(simulator.as.outside) });
  });

  it("are made, and answer with their result", async () => {
    const answer = await admin("POST", "outside/seedConfiguration", { scaling_configuration_name: "seeded" });
    expect(answer.status).toBe(200);
    const { result } = answer.body as { result: { scaling_configuration_id: string } };
    const seeded = simulator.admin.snapshot().configurations;
    expect(seeded).toMatchObject([
      { scaling_configuration: { ...result, scaling_configuration_name: "seeded" } },
    ]);
  });

  it("answer null when there is no result", async () => {
    const answer = await admin("POST", "outside/setQuota", { groups: 3 });
    expect(answer).toMatchObject({ status: 200, body: { result: null } });
    expect(simulator.admin.snapshot().quotas.groups).toBe(3);
  });

  it("are refused with a sentence when their body makes no sense", async () => {
    const answer = await admin("POST", "outside/setQuota", { groups: -1 });
    expect(answer).toMatchObject({
      status: 400,
      body: { error: "groups must be a whole number of at least 0" },
    });
  });

  it("that are unknown are refused with the names of those that exist", async () => {
    const answer = await admin("POST", "outside/toString", {});
    expect(answer.status).toBe(404);
    expect((answer.body as { error: string }).error).toContain(Object.keys(simulator.as.outside).join(", "));
  });
});

describe("identity over HTTP", () => {
  it("ends all tokens", async () => {
    await admin("POST", "iam/expire-tokens");
    const token = await signIn(simulator);
    expect((await admin("POST", "iam/expire-tokens")).body).toEqual({ expired: 1 });
    const answer = await call(simulator, "GET", asPath(simulator, "scaling_group"), {
      headers: { "x-auth-token": token },
    });
    expect(answer).toMatchObject({ status: 401, body: { error: { code: "AS.0006" } } });
  });

  it("issues temporary keys, with a lifetime or without", async () => {
    const key = await admin("POST", "iam/temporary-keys", { lifetimeSeconds: 60 });
    expect(key).toMatchObject({ status: 201, body: { expiresAt: "2026-01-01T00:01:00.000Z" } });
    expect(Object.keys(key.body as object)).toEqual(["accessKey", "secretKey", "securityToken", "expiresAt"]);
    const other = await admin("POST", "iam/temporary-keys");
    expect(other).toMatchObject({ status: 201, body: { expiresAt: "2026-01-01T00:15:00.000Z" } });
  });
});

it("answers 404 for a path that the administration does not know", async () => {
  expect(await admin("GET", "nothing")).toMatchObject({
    status: 404,
    body: { error: expect.any(String) as string },
  });
});
