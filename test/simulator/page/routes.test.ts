import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSimulator, type Simulator } from "../../../simulator/src";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

/** Unlike `fetch`, this sends any header. */
function send(
  method: string,
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(`${simulator.url}${path}`, { method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, body, headers: response.headers });
      });
    });
    sent.on("error", reject).end();
  });
}

const BROWSER = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

describe("GET /", () => {
  test("lists the API versions for a client, and counts as a call", async () => {
    simulator.admin.clearRequests();
    const { status, body, headers } = await send("GET", "/", { accept: "*/*" });
    expect(status).toBe(200);
    expect(headers["vary"]).toBe("accept");
    expect((JSON.parse(body) as { versions: { id: string }[] }).versions.map(({ id }) => id)).toEqual([
      "v1",
      "v2",
      "v3.6",
    ]);
    expect(simulator.admin.counters().as.total).toBe(1);
  });

  test("is the page for a browser, neither counted nor met by faults", async () => {
    simulator.admin.clearRequests();
    const fault = simulator.admin.fault({ match: {}, effect: { kind: "status", status: 500 } });
    const { status, headers } = await send("GET", "/?from=bookmark", BROWSER);
    expect([200, 503]).toContain(status);
    expect(headers["vary"]).toBe("accept");
    expect(simulator.admin.requests()).toEqual([]);
    expect(simulator.admin.faults()).toMatchObject([{ seen: 0 }]);
    simulator.admin.clearFaults(fault);
  });

  test("is refused to a browser that was led here by a foreign name", async () => {
    const { status, body } = await send("GET", "/", { ...BROWSER, host: "evil.example:8765" });
    expect(status).toBe(403);
    expect(JSON.parse(body)).toEqual({
      error: "the Host header must name this machine: localhost or a loopback address",
    });
  });
});

describe("the administration", () => {
  const origin = { origin: "https://evil.example" };

  test.each([
    ["POST", "/_simulator/reset"],
    ["DELETE", "/_simulator/faults"],
    ["PUT", "/_simulator/clock"],
    ["POST", "/_simulator/nothing"],
  ])("refuses %s %s of a foreign web page, and does nothing", async (method, path) => {
    const fault = simulator.admin.fault({ match: { path: "^/never$" }, effect: { kind: "reset" } });
    const { status, body } = await send(method, path, origin);
    expect(status).toBe(403);
    expect(JSON.parse(body)).toEqual({
      error: "a web page of another origin may not use the administration",
    });
    expect(simulator.admin.faults().map(({ id }) => id)).toContain(fault);
    simulator.admin.clearFaults();
  });

  test.each([
    "/_simulator/snapshot",
    "/_simulator/feed",
    "/_simulator/page/style.css",
    "/_simulator/requests",
  ])("refuses GET %s under a foreign name", async (path) => {
    expect((await send("GET", path, { host: "evil.example" })).status).toBe(403);
  });

  test("serves the page's own writes, under each name of this machine", async () => {
    const { port } = new URL(simulator.url);
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
      const own = { host, origin: `http://${host}`, "sec-fetch-site": "same-origin" };
      expect((await send("DELETE", "/_simulator/requests", own)).status).toBe(204);
    }
  });

  test("lets no other origin read it", async () => {
    const { headers } = await send("GET", "/_simulator/snapshot", origin);
    expect(headers).not.toHaveProperty("access-control-allow-origin");
  });
});
