import { execFile } from "node:child_process";
import type { IncomingMessage, ServerResponse } from "node:http";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createHttp, type HttpRequest } from "../../provider/api/http";
import { errorOf, valueOf } from "./support/either";
import { loopback, reply } from "./support/loopback";

const http = createHttp({ retryDelayMs: 1, maxRetries: 3 });

const get = (url: string): HttpRequest => ({ method: "GET", url, idempotent: true, operation: "get" });
const post = (url: string, idempotent = false): HttpRequest => ({
  method: "POST",
  url,
  idempotent,
  operation: "post",
  body: { secret: "in the body" },
});

/** The address of a port on which nobody listens. */
const deadUrl = async (): Promise<string> => {
  const server = await loopback(() => undefined);
  await server.close();
  return server.url;
};

describe("what is sent", () => {
  it("has the query without undefined values, encoded, and the body as JSON", async () => {
    const headers: Record<string, unknown> = {};
    const server = await loopback((request, response) => {
      Object.assign(headers, request.headers);
      reply(response, 204);
    });
    await valueOf(
      http({
        method: "PUT",
        url: `${server.url}/a%20b`,
        query: { name: "ä &:[]", limit: 100, missing: undefined },
        headers: { "X-Auth-Token": "t" },
        body: { zero: 0, no: false, none: [], empty: "" },
        idempotent: true,
        operation: "put",
      }),
    );
    expect(server.requests).toEqual([
      {
        method: "PUT",
        url: "/a%20b?name=%C3%A4%20%26%3A%5B%5D&limit=100",
        body: '{"zero":0,"no":false,"none":[],"empty":""}',
      },
    ]);
    expect(headers).toMatchObject({
      accept: "application/json",
      "content-type": "application/json",
      "user-agent": "pulumi-otc-autoscaling",
      "x-auth-token": "t",
    });
  });

  it("goes through the proxy of the environment", async () => {
    const proxy = await loopback((_request, response) => {
      reply(response, 200, { by: "proxy" });
    });
    vi.stubEnv("HTTP_PROXY", proxy.url);
    vi.stubEnv("NO_PROXY", "");
    const { body } = await valueOf(http(get("http://as.example/x"))).finally(() => vi.unstubAllEnvs());
    expect(body).toEqual({ by: "proxy" });
    expect(proxy.requests.map(({ url }) => url)).toEqual(["http://as.example/x"]);
  });
});

describe("what comes back", () => {
  it.each([200, 204, 302, 400, 401, 403, 404, 409])(
    "is an answer at status %i, without a repetition",
    async (status) => {
      const server = await loopback((_request, response) => {
        reply(response, status, undefined, { "X-Subject-Token": "abc", Location: "/elsewhere" });
      });
      const response = await valueOf(http(get(server.url)));
      expect(response).toMatchObject({ status, body: undefined, headers: { "x-subject-token": "abc" } });
      expect(server.requests).toHaveLength(1);
    },
  );

  it.each([
    ["JSON", '{"a":[1,null]}', { a: [1, null] }],
    ["truncated JSON, as text", '{"a":[1,nu', '{"a":[1,nu'],
    ["HTML, as text", "<html></html>", "<html></html>"],
    ["nothing", "", undefined],
  ])("has a body of %s", async (_name, sent, body) => {
    const server = await loopback((_request, response) => {
      response.end(sent);
    });
    expect((await valueOf(http(get(server.url)))).body).toEqual(body);
  });
});

describe("repetition", () => {
  it.each([429, 500, 502, 503, 504])("repeats a GET after status %i until it succeeds", async (status) => {
    const server = await loopback((_request, response, nth) => {
      reply(response, nth < 3 ? status : 200, { nth });
    });
    expect((await valueOf(http(get(server.url)))).body).toEqual({ nth: 3 });
    expect(server.requests).toHaveLength(3);
  });

  it("gives the last answer when every repetition fails, after three of them", async () => {
    const server = await loopback((_request, response, nth) => {
      reply(response, 503, { error: { code: "AS.0001", nth } });
    });
    expect(await valueOf(http(get(server.url)))).toMatchObject({
      status: 503,
      body: { error: { code: "AS.0001", nth: 4 } },
    });
    expect(server.requests).toHaveLength(4);
  });

  it("sends the same body again", async () => {
    const server = await loopback((_request, response, nth) => {
      reply(response, nth === 1 ? 500 : 200);
    });
    await valueOf(http(post(server.url, true)));
    expect(server.requests.map(({ body }) => body)).toEqual([
      '{"secret":"in the body"}',
      '{"secret":"in the body"}',
    ]);
  });

  it("waits as long as Retry-After asks", async () => {
    const server = await loopback((_request, response, nth) => {
      reply(response, nth === 1 ? 429 : 200, undefined, { "Retry-After": "1" });
    });
    const timers = vi.spyOn(globalThis, "setTimeout");
    onTestFinished(() => {
      timers.mockRestore();
    });
    expect((await valueOf(http(get(server.url)))).status).toBe(200);
    const delays = timers.mock.calls.map(([, delay]) => delay ?? 0);
    expect(delays.filter((delay) => delay >= 1000 && delay <= 1200)).toHaveLength(1);
    expect(server.requests).toHaveLength(2);
  });

  it("repeats a GET whose connection was reset", async () => {
    const server = await loopback((request, response, nth) => {
      if (nth === 1) request.socket.destroy();
      else reply(response, 200, { nth });
    });
    expect((await valueOf(http(get(server.url)))).body).toEqual({ nth: 2 });
  });

  it("repeats a GET whose answer broke off, instead of taking what came", async () => {
    const server = await loopback((request, response, nth) => {
      if (nth > 1) {
        reply(response, 200, { nth });
        return;
      }
      response.writeHead(200, { "Content-Length": "100" });
      response.write('{"nth":1}', () => request.socket.destroy());
    });
    expect((await valueOf(http(get(server.url)))).body).toEqual({ nth: 2 });
  });

  it("repeats a GET that got no answer in time", async () => {
    const server = await loopback((_request, response, nth) => {
      if (nth > 1) reply(response, 200, { nth });
    });
    const impatient = createHttp({ retryDelayMs: 1, timeoutMs: 100, maxRetries: 3 });
    expect((await valueOf(impatient(get(server.url)))).body).toEqual({ nth: 2 });
  });
});

describe("a POST that is not idempotent", () => {
  it.each([429, 500, 502, 503, 504])("is not repeated after status %i", async (status) => {
    const server = await loopback((_request, response) => {
      reply(response, status, undefined, { "Retry-After": "0" });
    });
    expect((await valueOf(http(post(server.url)))).status).toBe(status);
    expect(server.requests).toHaveLength(1);
  });

  it("is not repeated after a reset, and may have been carried out", async () => {
    const server = await loopback((request) => {
      request.socket.destroy();
    });
    expect(await errorOf(http(post(server.url)))).toEqual({
      _tag: "Unreachable",
      operation: "post",
      reason: `ECONNRESET ${new URL(server.url).host}`,
      neverSent: false,
    });
    expect(server.requests).toHaveLength(1);
  });

  it("is not repeated when its answer breaks off", async () => {
    const server = await loopback((request, response) => {
      response.writeHead(200, { "Content-Length": "100" });
      response.write("{", () => request.socket.destroy());
    });
    expect(await errorOf(http(post(server.url)))).toMatchObject({ _tag: "Unreachable", neverSent: false });
    expect(server.requests).toHaveLength(1);
  });

  it("does not use a connection that an earlier request left open", async () => {
    const ports = new Set<number | undefined>();
    const server = await loopback((request, response) => {
      ports.add(request.socket.remotePort);
      reply(response, 204);
    });
    await valueOf(http(get(server.url)));
    await valueOf(http(get(server.url)));
    expect(ports.size).toBe(1);
    await valueOf(http(post(server.url)));
    expect(ports.size).toBe(2);
  });
});

describe("no answer", () => {
  it("says that a refused connection was never made", async () => {
    const url = await deadUrl();
    expect(await errorOf(http(post(url)))).toEqual({
      _tag: "Unreachable",
      operation: "post",
      reason: `ECONNREFUSED ${new URL(url).host}`,
      neverSent: true,
    });
  });

  it("says so of a host that does not exist, too", async () => {
    const error = await errorOf(http(post("http://nothing.invalid/")));
    expect(error).toMatchObject({ _tag: "Unreachable", neverSent: true });
    expect(error).toHaveProperty("reason", expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN) nothing\.invalid$/));
  });

  it("says that the request may have arrived when time ran out", async () => {
    const server = await loopback(() => undefined);
    const impatient = createHttp({ timeoutMs: 50, maxRetries: 0 });
    expect(await errorOf(impatient(get(server.url)))).toEqual({
      _tag: "Unreachable",
      operation: "get",
      reason: `ETIMEDOUT ${new URL(server.url).host}`,
      neverSent: false,
    });
  });

  it.each<[string, (request: IncomingMessage, response: ServerResponse) => void]>([
    ["got no answer", (request) => request.socket.destroy()],
    [
      "was answered with 503",
      (_request, response) => {
        reply(response, 503);
      },
    ],
  ])("says that the request may have arrived when an earlier attempt %s, and tells", async (_what, fate) => {
    // The service is gone after the first attempt.
    const server = await loopback((request, response) => {
      response.on("close", () => void server.close());
      fate(request, response);
    });
    const onArrived = vi.fn();
    const error = await errorOf(http({ ...get(server.url), onArrived }));
    expect(error).toMatchObject({ _tag: "Unreachable", neverSent: false });
    expect(error).toHaveProperty("reason", expect.stringContaining("ECONNREFUSED"));
    expect(onArrived).toHaveBeenCalled();
  });

  it("says that the connection was never made when no attempt has arrived, and tells nothing else", async () => {
    const onArrived = vi.fn();
    const error = await errorOf(http({ ...get(await deadUrl()), onArrived }));
    expect(error).toMatchObject({ neverSent: true });
    expect(onArrived).not.toHaveBeenCalled();
  });

  it("says nothing of query, headers, body or credentials in the address", async () => {
    const host = new URL(await deadUrl()).host;
    const error = await errorOf(
      http({
        method: "GET",
        url: `http://user:word@${host}/path`,
        query: { q: "in the query" },
        headers: { "X-Auth-Token": "in the header" },
        body: { secret: "in the body" },
        idempotent: true,
        operation: "get",
      }),
    );
    expect(error).toEqual({
      _tag: "Unreachable",
      operation: "get",
      reason: `ECONNREFUSED ${host}`,
      neverSent: true,
    });
  });

  it("is an error too when the address is none", async () => {
    expect(await errorOf(http(get("no address")))).toEqual({
      _tag: "Unreachable",
      operation: "get",
      reason: "ERR_INVALID_URL",
      neverSent: false,
    });
  });
});

describe("a process that is done", () => {
  it("ends although the server keeps the connection open", async () => {
    const server = await loopback((_request, response) => {
      reply(response, 200, "done");
    });
    const script = `
      const { createHttp } = require("./provider/api/http");
      const request = { method: "GET", url: ${JSON.stringify(server.url)}, idempotent: true, operation: "get" };
      createHttp()(request)().then((result) => process.stdout.write(result.right.body));
    `;
    const root = resolve(__dirname, "../..");
    const run = promisify(execFile)(process.execPath, ["--require", "tsx/cjs", "--eval", script], {
      cwd: root,
      timeout: 30_000,
    });
    expect((await run).stdout).toBe("done");
  });
});
