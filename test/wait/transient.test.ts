import * as O from "fp-ts/Option";
import { describe, expect, it } from "vitest";
import { notFound, refused, signInFailed, undecodable, unreachable } from "../../provider/core/error";
import { transientReason } from "../../provider/wait/transient";

const operation = "list AS groups";

describe("transientReason", () => {
  it.each([
    [unreachable({ operation, reason: "ECONNRESET", neverSent: false }), "list AS groups: ECONNRESET"],
    [refused({ operation, status: 429 }), "list AS groups: HTTP 429"],
    [refused({ operation, status: 500, code: "AS.0001" }), "list AS groups: HTTP 500 AS.0001"],
    [refused({ operation, status: 504 }), "list AS groups: HTTP 504"],
  ])("is a text for %o", (error, text) => {
    expect(transientReason(error)).toEqual(O.some(text));
  });

  it.each([
    [refused({ operation, status: 400, code: "AS.0003" })],
    [refused({ operation, status: 403, code: "AS.0011" })],
    [refused({ operation, status: 499 })],
    [notFound({ operation })],
    [signInFailed("wrong password")],
    [undecodable(operation, [])],
  ])("is none for %o", (error) => {
    expect(transientReason(error)).toEqual(O.none);
  });
});
