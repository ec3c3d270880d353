import { describe, expect, it } from "vitest";
import * as pulumi from "@pulumi/pulumi";
import { hasUnknown, UNKNOWN } from "../../provider/core/unknown";

describe("UNKNOWN", () => {
  it("is the value that Pulumi puts in the place of an unknown", () => {
    expect(UNKNOWN).toBe(pulumi.runtime.unknownValue);
  });
});

describe("hasUnknown", () => {
  it.each([
    ["the unknown itself", UNKNOWN],
    ["an entry of a list", ["a", UNKNOWN]],
    ["a member of an object", { a: 1, b: UNKNOWN }],
    ["something deep inside", { a: [{ b: { c: [null, UNKNOWN] } }] }],
  ])("is true for %s", (_, value) => {
    expect(hasUnknown(value)).toBe(true);
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["text that only contains it", `id-${UNKNOWN}`],
    ["its name as a key", { [UNKNOWN]: 1 }],
    ["an empty list", []],
    ["known values", { a: [1, "b", { c: false }] }],
  ])("is false for %s", (_, value) => {
    expect(hasUnknown(value)).toBe(false);
  });
});
