import { describe, expect, it } from "vitest";
import { createHttp, type HttpOptions, type HttpRequest } from "../../provider/api/http";
import { errorOf, valueOf } from "./support/either";
import { CERTIFICATE, secureServer } from "./support/tls";

const httpWith = (options: HttpOptions) => createHttp({ retryDelayMs: 1, maxRetries: 1, ...options });

const request = (port: number, method: "GET" | "POST" = "GET"): HttpRequest => ({
  method,
  url: `https://localhost:${port}/x`,
  idempotent: method === "GET",
  operation: "try",
  ...(method === "POST" ? { body: {} } : {}),
});

describe("a certificate of an unknown authority", () => {
  it.each(["GET", "POST"] as const)("is refused before a %s is sent", async (method) => {
    const { port, requests } = await secureServer();
    expect(await errorOf(httpWith({})(request(port, method)))).toMatchObject({
      _tag: "Unreachable",
      reason: `DEPTH_ZERO_SELF_SIGNED_CERT localhost:${port}`,
    });
    expect(requests).toEqual([]);
  });

  it.each(["GET", "POST"] as const)("is accepted for a %s when the authority is given", async (method) => {
    const { port, requests } = await secureServer();
    const { body } = await valueOf(httpWith({ ca: CERTIFICATE })(request(port, method)));
    expect(body).toEqual({ by: "server" });
    expect(requests).toEqual([`${method} /x`]);
  });

  it("is accepted when certificates are not to be verified", async () => {
    const { port } = await secureServer();
    expect((await valueOf(httpWith({ insecure: true })(request(port)))).body).toEqual({ by: "server" });
    expect(await errorOf(httpWith({ insecure: false })(request(port)))).toMatchObject({
      _tag: "Unreachable",
    });
  });
});
