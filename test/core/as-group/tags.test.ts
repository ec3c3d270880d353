import * as E from "fp-ts/Either";
import { describe, expect, it } from "vitest";
import { mismatches } from "../../../provider/core/decode";
import { tagProblems, tags } from "../../../provider/core/as-group/tags";
import { UNKNOWN } from "../../../provider/core/unknown";

const many = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, "value"]));

describe("tagProblems", () => {
  it.each([
    ["no tags", {}],
    ["ten tags", many(10)],
    ["the longest key and value", { ["k".repeat(36)]: "v".repeat(43) }],
    ["every allowed character", { "Az09-_@": "Az09-_@" }],
    ["an empty value", { key: "" }],
    ["a value that is not known yet", { key: UNKNOWN }],
    ["a value that is not given", { key: null }],
  ])("finds none in %s", (_, value) => {
    expect(tagProblems(value)).toEqual([]);
  });

  it.each([
    ["eleven tags", many(11), ["11 tags: at most 10 are allowed"]],
    ["an empty key", { "": "v" }, ["tag 1 of 1 has a key of 0 characters: 1 to 36 are allowed"]],
    ["a long key", { ["k".repeat(37)]: "v" }, ["tag 1 of 1 has a key of 37 characters: 1 to 36 are allowed"]],
    [
      "a dot in a key",
      { "a.b": "v" },
      ["tag 1 of 1 has a key with other characters than letters, digits, - _ @"],
    ],
    [
      "a reserved key",
      { a: "v", "pulumi-x": "v" },
      ["tag 2 of 2 has a key that begins with pulumi-, which is reserved for this package"],
    ],
    ["a long value", { a: "v".repeat(44) }, ["tag 1 of 1 has a value of 44 characters: 0 to 43 are allowed"]],
    [
      "a blank in a value",
      { a: "b c" },
      ["tag 1 of 1 has a value with other characters than letters, digits, - _ @"],
    ],
    ["a number as a value", { a: 1 }, ["tag 1 of 1 has a value that is not text"]],
    [
      "a wrong key with a wrong value",
      { "a b": 1 },
      [
        "tag 1 of 1 has a key with other characters than letters, digits, - _ @",
        "tag 1 of 1 has a value that is not text",
      ],
    ],
    ["a list", ["a"], ["expected an object of keys and values"]],
  ])("names the rule that %s breaks", (_, value, problems) => {
    expect(tagProblems(value)).toEqual(problems);
  });

  it("shows neither key nor value", () => {
    const problems = tagProblems({ "hunter2 hunter2": "correct horse" }).join();
    expect(problems).not.toMatch(/hunter2|horse/);
  });
});

describe("tags", () => {
  it("refuses the tags as a whole, so that the path names no key", () => {
    const read = tags.decode({ "hunter2!": "v" });
    expect(E.isLeft(read) && mismatches(read.left).map(({ path, expected }) => ({ path, expected }))).toEqual(
      [
        {
          path: "",
          expected: "at most 10 tags, keys of 1 to 36 and values of 0 to 43 letters, digits, - _ @",
        },
      ],
    );
  });
});
