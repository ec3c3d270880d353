import { format, inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { secret } from "../../provider/core/secret";

const TEXT = "correct horse battery staple";

describe("secret", () => {
  it("gives the text when it is asked to reveal it", () => {
    expect(secret(TEXT).reveal()).toBe(TEXT);
  });

  it.each([
    ["a text", (hidden: unknown) => String(hidden), "[secret]"],
    ["JSON", (hidden: unknown) => JSON.stringify({ hidden }), '{"hidden":"[secret]"}'],
    ["an inspection", (hidden: unknown) => inspect({ hidden }, { showHidden: true }), "{ hidden: [secret] }"],
    ["a formatted line", (hidden: unknown) => format("%s %o", hidden, hidden), "[secret] [secret]"],
    ["its own keys", (hidden: unknown) => Object.keys(hidden as object).join(), ""],
  ])("prints no text in %s", (_, print, expected) => {
    expect(print(secret(TEXT))).toBe(expected);
  });
});
