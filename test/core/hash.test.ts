import { describe, expect, it } from "vitest";
import { fnv1a } from "../../provider/core/hash";

describe("fnv1a", () => {
  // From the authors' test suite, see http://www.isthe.com/chongo/tech/comp/fnv/
  it.each([
    ["", 0x811c9dc5],
    ["a", 0xe40c292c],
    ["b", 0xe70c2de5],
    ["foobar", 0xbf9cf968],
  ])("gives the published value of %j", (text, hash) => {
    expect(fnv1a(text)).toBe(hash);
  });
});
