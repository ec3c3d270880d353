import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { withSignature } from "../../provider/api/auth/authorize";
import { createHttp, type HttpRequest } from "../../provider/api/http";
import { secret } from "../../provider/core/secret";
import { errorOf, valueOf } from "./support/either";
import { loopback, reply } from "./support/loopback";
import { proxyTo } from "./support/proxy";
import { simulated } from "./support/simulated";
import { CERTIFICATE, secureServer } from "./support/tls";

const http = createHttp({ retryDelayMs: 1, maxRetries: 0, ca: CERTIFICATE });

const get = (url: string): HttpRequest => ({ method: "GET", url, idempotent: true, operation: "get" });
const post = (url: string): HttpRequest => ({
  method: "POST",
  url,
  body: {},
  idempotent: false,
  operation: "post",
});

beforeEach(() => {
  for (const name of ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy"])
    vi.stubEnv(name, "");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe("HTTPS_PROXY", () => {
  it("tunnels to an https endpoint, whose own certificate is verified", async () => {
    const server = await secureServer();
    const proxy = await proxyTo(server.port);
    vi.stubEnv("HTTPS_PROXY", proxy.url);
    expect((await valueOf(http(get("https://as.example/x")))).body).toEqual({ by: "server" });
    expect((await valueOf(http(post("https://as.example/y")))).body).toEqual({ by: "server" });
    expect(proxy.passed).toEqual(["CONNECT as.example:443", "CONNECT as.example:443"]);
    expect(server.requests).toEqual(["GET /x", "POST /y"]);
    expect(await errorOf(createHttp({ maxRetries: 0 })(get("https://as.example/z")))).toMatchObject({
      _tag: "Unreachable",
      reason: "DEPTH_ZERO_SELF_SIGNED_CERT as.example",
    });
    expect(await errorOf(http(get("https://as.other/z")))).toMatchObject({
      reason: "ERR_TLS_CERT_ALTNAME_INVALID as.other",
    });
    expect(server.requests).toHaveLength(2);
  });

  it("signs in to the proxy, and shows the proxy nothing else", async () => {
    const server = await secureServer();
    const proxy = await proxyTo(server.port);
    vi.stubEnv("HTTPS_PROXY", proxy.url.replace("//", "//me:pass@"));
    const request = { ...get("https://as.example/x"), headers: { "X-Auth-Token": "t" } };
    expect((await valueOf(http(request))).body).toEqual({ by: "server" });
    expect(proxy.authorizations).toEqual([`Basic ${Buffer.from("me:pass").toString("base64")}`]);
  });

  it("that is down is named by no address of its own, and says that nothing was sent", async () => {
    const server = await loopback(() => undefined);
    await server.close();
    vi.stubEnv("HTTPS_PROXY", server.url.replace("//", "//me:hunter2@"));
    const error = await errorOf(http(get("https://as.example/x")));
    expect(error).toEqual({
      _tag: "Unreachable",
      operation: "get",
      reason: "ECONNREFUSED as.example",
      neverSent: true,
    });
  });
});

describe("HTTP_PROXY", () => {
  it("passes a signed request on so that it is accepted", async () => {
    const world = await simulated();
    const { accessKey, secretKey, projectId, endpoint } = world.simulator.credentials;
    const proxy = await proxyTo(Number(new URL(endpoint).port));
    vi.stubEnv("HTTP_PROXY", proxy.url);
    const authorize = withSignature({ accessKey, secretKey: secret(secretKey) }, { projectId }, Date.now);
    const url = `http://as.example:81/autoscaling-api/v1/${projectId}/scaling_group`;
    const response = await valueOf(http(authorize({ ...get(url), query: { limit: 1 } })));
    expect(response.status).toBe(200);
    expect(proxy.passed).toEqual([`GET ${url}?limit=1`]);
  });
});

describe("NO_PROXY", () => {
  it.each(["127.0.0.1", "*"])("of %s goes past the proxy", async (hosts) => {
    const server = await loopback((_request, response) => {
      reply(response, 200, { by: "server" });
    });
    const proxy = await proxyTo(1);
    vi.stubEnv("HTTP_PROXY", proxy.url);
    vi.stubEnv("NO_PROXY", hosts);
    expect((await valueOf(http(get(server.url)))).body).toEqual({ by: "server" });
    expect(proxy.passed).toEqual([]);
  });

  it("goes past the proxy for https as well", async () => {
    const server = await secureServer();
    const proxy = await proxyTo(1);
    vi.stubEnv("HTTPS_PROXY", proxy.url);
    vi.stubEnv("NO_PROXY", "localhost");
    expect((await valueOf(http(get(`https://localhost:${server.port}/x`)))).body).toEqual({ by: "server" });
    expect(proxy.passed).toEqual([]);
  });
});
