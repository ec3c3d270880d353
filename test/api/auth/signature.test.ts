/** The signatures in the fixture were computed by the signer of the official Go client, with its clock set. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signatureHeaders } from "../../../provider/api/auth/signature";
import type { HttpRequest } from "../../../provider/api/http";
import { secret } from "../../../provider/core/secret";

const SEED = 20261124;

interface Vectors {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly time: string;
  readonly date: string;
  readonly requests: readonly (Pick<HttpRequest, "method" | "url" | "query" | "body"> & {
    readonly name: string;
    readonly authorization: string;
  })[];
}

const vectors = JSON.parse(
  readFileSync(resolve(__dirname, "../../fixtures/signatures.json"), "utf8"),
) as Vectors;
const key = { accessKey: vectors.accessKey, secretKey: secret(vectors.secretKey) };
const at = Date.parse(vectors.time);

const request = (parts: Partial<HttpRequest>): HttpRequest => ({
  method: "GET",
  url: "https://as.example/autoscaling-api/v1/p/scaling_group",
  operation: "list AS groups",
  idempotent: true,
  ...parts,
});

describe("the signature", () => {
  it.each(vectors.requests)("of $name is that of the Go client", ({ authorization, name: _, ...parts }) => {
    const withBody = parts.body === undefined ? {} : { "Content-Type": "application/json" };
    expect(signatureHeaders(key, request(parts), at)).toEqual({
      "X-Sdk-Date": vectors.date,
      Authorization: authorization,
      ...withBody,
    });
  });

  it("does not depend on the order of the query, nor on parameters that are not sent", () => {
    const query = fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), fc.oneof(fc.string(), fc.integer()));
    fc.assert(
      fc.property(query, (parameters) => {
        const turned = Object.fromEntries(Object.entries(parameters).reverse());
        expect(signatureHeaders(key, request({ query: { ...turned, Absent: undefined } }), at)).toEqual(
          signatureHeaders(key, request({ query: parameters }), at),
        );
      }),
      { seed: SEED },
    );
  });

  it.each<[string, Partial<HttpRequest>]>([
    ["method", { method: "DELETE" }],
    ["host", { url: "https://as.other/autoscaling-api/v1/p/scaling_group" }],
    ["path", { url: "https://as.example/autoscaling-api/v1/p/scaling_groups" }],
    ["query", { query: { limit: 1 } }],
    ["body", { body: {} }],
  ])("is another one when the %s differs", (_, parts) => {
    expect(signatureHeaders(key, request(parts), at).Authorization).not.toBe(
      signatureHeaders(key, request({}), at).Authorization,
    );
  });

  it("is another one in the next second, and not within the same", () => {
    const signed = (time: number) => signatureHeaders(key, request({}), time);
    expect(signed(at + 999)).toEqual(signed(at));
    expect(signed(at + 1000)).not.toEqual(signed(at));
  });

  it("shows neither the secret key nor any part of the body", () => {
    const headers = signatureHeaders(key, request({ body: { user_data: "in the body" } }), at);
    expect(JSON.stringify(headers)).not.toMatch(/aSecretKey|in the body/);
  });
});
