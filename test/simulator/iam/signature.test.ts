import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  canonicalRequest,
  expectedSignature,
  parseSignatureHeader,
  type SignedRequest,
} from "../../../simulator/src/iam/signature";

/** The worked example of the signing guide, with its published keys. */
const published: SignedRequest = {
  method: "GET",
  target: "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0",
  headers: {
    "content-type": "application/json",
    host: "service.region.example.com",
    "x-sdk-date": "20191115T033655Z",
  },
  body: Buffer.alloc(0),
};
const publishedKey = "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc";
const signedHeaders = ["content-type", "host", "x-sdk-date"];

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

describe("the signature", () => {
  it("has the canonical request of the published example", () => {
    expect(sha256(canonicalRequest(published, signedHeaders))).toBe(
      "b25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a",
    );
  });

  it("is that of the published example in the plain form", () => {
    expect(expectedSignature(published, { signedHeaders }, "20191115T033655Z", publishedKey)).toBe(
      "7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe",
    );
  });

  // Computed with Python's hmac and urllib from the description of the scoped form.
  it.each([
    [
      "an empty region and service",
      "20260102///sdk_request",
      { method: "PUT", target: "/autoscaling-api/v1/p/scaling_group/g", body: '{"cool_down_time":0}' },
      "debe670996d1c0b411d501f7f95746b2ae70d0943cf3742f03f7715b936a204e",
    ],
    [
      "a region and a service, a query out of order and signs that are escaped",
      "20260102/eu-de/as/sdk_request",
      {
        method: "GET",
        target:
          "/autoscaling-api/v1/p/scaling_group/?start_number=0&scaling_group_name=a+b%2Fc*~(%C3%BC)&limit=20",
        body: "",
      },
      "f9a0afd00e1a7449b53c0c52f1557779f0a26d1d15c846c4e670765cb7c9d64e",
    ],
  ])("follows the scoped form with %s", (_case, scope, { method, target, body }, signature) => {
    const request: SignedRequest = {
      method,
      target,
      headers: { host: "127.0.0.1:8080", "x-sdk-date": "20260102T030405Z", "x-extra": "  two   blanks " },
      body: Buffer.from(body),
    };
    expect(
      expectedSignature(
        request,
        { scope, signedHeaders: ["host", "x-extra", "x-sdk-date"] },
        "20260102T030405Z",
        "secret",
      ),
    ).toBe(signature);
  });
});

describe("the Authorization header", () => {
  it("is parsed in the scoped form", () => {
    expect(
      parseSignatureHeader(
        "SDK-HMAC-SHA256 Credential=AK/20260102///sdk_request, SignedHeaders=Host;X-Sdk-Date, Signature=ab",
      ),
    ).toEqual({
      accessKey: "AK",
      scope: "20260102///sdk_request",
      signedHeaders: ["host", "x-sdk-date"],
      signature: "ab",
    });
  });

  it("is parsed in the plain form", () => {
    expect(
      parseSignatureHeader("SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date, Signature=ab"),
    ).toEqual({ accessKey: "AK", signedHeaders: ["host", "x-sdk-date"], signature: "ab" });
  });

  it.each([
    "Bearer token",
    "SDK-HMAC-SHA256",
    "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host",
    "SDK-HMAC-SHA256 SignedHeaders=host, Signature=ab",
    "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=ab, Extra=1",
  ])("is not accepted as %s", (header) => {
    expect(parseSignatureHeader(header)).toBeUndefined();
  });
});
