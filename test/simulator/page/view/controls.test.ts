/** What can be done, and the lists of calls and faults. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groupChanges, instanceChanges } from "../../../../simulator/page/view/change";
import { FAULT_CALLS, FAULT_EFFECTS, faultView } from "../../../../simulator/page/view/fault";
import { requestsMatching, requestView } from "../../../../simulator/page/view/request";
import { startSimulator, type Simulator } from "../../../../simulator/src";
import { call } from "../../server/client";
import { group, instance, request } from "../examples";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

describe("what can be done to a group", () => {
  const names = (given: Parameters<typeof group>[0]): readonly string[] =>
    groupChanges(group(given)).map(({ label }) => label);

  test("follows its status", () => {
    const always = ["Attach an instance", "Let the next scale-out fail", "Delete at once"];
    expect(names({})).toEqual(["Disable", ...always]);
    expect(names({ status: "PAUSED" })).toEqual(["Enable", ...always]);
    expect(names({ status: "DELETING" })).toEqual([]);
  });

  test("is to answer its hooks while they hold an instance", () => {
    expect(names({ instances: [instance({ state: "REMOVING_WAIT" })] })).toEqual(
      expect.arrayContaining(["Answer hooks: CONTINUE", "Answer hooks: ABANDON"]),
    );
  });

  test("asks before it deletes, and only then", () => {
    const asking = groupChanges(group()).filter(({ question }) => question !== undefined);
    expect(asking.map(({ name }) => name)).toEqual(["deleteGroup"]);
  });
});

test("an instance can be protected or not, and nothing can be done before it has an ECS", () => {
  const labels = (given: Parameters<typeof instance>[0]): readonly string[] =>
    instanceChanges(instance(given)).map(({ label }) => label);
  expect(labels({})).toEqual(["Kill", "Switch off", "Fail health check", "Protect"]);
  expect(labels({ protected: true }).at(-1)).toBe("Unprotect");
  expect(labels({ id: null })).toEqual([]);
});

test("every change that is offered is one of the administration", () => {
  const held = instance({ state: "PENDING_WAIT" });
  const offered = [
    ...groupChanges(group({ instances: [held] })),
    ...groupChanges(group({ status: "PAUSED" })),
    ...instanceChanges(held),
    ...instanceChanges(instance({ protected: true })),
  ];
  const known = simulator.admin.outsideChanges();
  expect(offered.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
});

describe("a fault", () => {
  test.each(FAULT_CALLS)("for $label is accepted by the administration", async ({ value }) => {
    const body = { match: { ...value, nth: 2 }, effect: { kind: "reset" }, times: 3 };
    expect((await call(simulator, "POST", "/_simulator/faults", { body })).status).toBe(201);
  });

  test.each(FAULT_EFFECTS)("with the effect $label is accepted by the administration", async ({ value }) => {
    const body = { match: { path: "^/never$" }, effect: value };
    expect((await call(simulator, "POST", "/_simulator/faults", { body })).status).toBe(201);
  });

  test("is told in words, its call by the name of the form", () => {
    const match = { method: "POST", path: "**/scaling_group", nth: 2 };
    expect(faultView({ id: "fault-1", match, effect: { kind: "lost" }, times: 3, seen: 2, hits: 1 })).toEqual(
      {
        id: "fault-1",
        sentence: "create group: answer lost, from call 2 on; met 1 of 3",
        spent: false,
      },
    );
  });

  test.each([
    [{}, { kind: "status", status: 400, code: "AS.0003" }, "any call: status 400 AS.0003; met 1 of 1"],
    [{ method: "GET", path: "/v3" }, { kind: "delay", ms: 20 }, "GET /v3: delayed by 20 ms; met 1 of 1"],
    [{ service: "as" }, { kind: "reset" }, "any call to AS: connection reset; met 1 of 1"],
  ] as const)("of another making is told, too: %o", (match, effect, sentence) => {
    expect(faultView({ id: "fault-1", match, effect, seen: 1, hits: 1 })).toEqual({
      id: "fault-1",
      sentence,
      spent: true,
    });
  });
});

describe("a call", () => {
  test("is shown without what is the same in all of them", () => {
    const path = "/autoscaling-api/v2/0123456789abcdef/scaling_policy/policy-1";
    expect(requestView(request({ path, query: { limit: "5", start_number: "0" } }))).toEqual({
      seq: "1",
      time: "10:20:30",
      method: "GET",
      path: "v2/scaling_policy/policy-1?limit=5&start_number=0",
      outcome: "200",
      tone: "good",
      body: undefined,
    });
  });

  test("shows the body of a write", () => {
    expect(requestView(request({ body: { action: "pause" } })).body).toBe('{\n  "action": "pause"\n}');
  });

  const lost = { seq: 4, at: "", simulatedAt: "2026-01-01T00:00:00Z", outcome: "lost" } as const;

  test.each([
    [request({ status: 400, code: "AS.2007" }), "400 AS.2007", "bad"],
    [request({ status: 429, code: "AS.0001", outcome: "status" }), "429 AS.0001 (fault: status)", "bad"],
    [{ ...lost, service: "as", method: "POST", path: "/x", query: {} }, "no answer (fault: lost)", "bad"],
    [
      { ...lost, service: "as", method: "GET", path: "/x", query: {}, outcome: "pending" },
      "under way",
      "busy",
    ],
  ] as const)("that went otherwise says how", (given, outcome, tone) => {
    expect(requestView(given)).toMatchObject({ outcome, tone });
  });

  test("is found by a filter, the newest first", () => {
    const requests = [
      request({ seq: 1 }),
      request({ seq: 2, method: "PUT" }),
      request({ seq: 3, service: "iam", method: "POST" }),
      request({ seq: 4, status: 404, code: "AS.0007" }),
      request({ seq: 5, method: "DELETE", outcome: "truncated" }),
    ];
    const found = (filter: Parameters<typeof requestsMatching>[1]): readonly number[] =>
      requestsMatching(requests, filter).map(({ seq }) => seq);
    expect(found("all")).toEqual([5, 4, 3, 2, 1]);
    expect(found("writes")).toEqual([5, 2]);
    expect(found("failures")).toEqual([5, 4]);
  });
});
