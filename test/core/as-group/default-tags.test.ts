import * as E from "fp-ts/Either";
import { describe, expect, it } from "vitest";
import { readDefaultTags, withDefaultTags } from "../../../provider/core/as-group/default-tags";
import { UNKNOWN } from "../../../provider/core/unknown";

describe("default tags", () => {
  it.each([
    ["nothing", undefined, {}],
    ["empty text", " ", {}],
    ["an object", '{"env":"prod","empty":""}', { env: "prod", empty: "" }],
    ["what looks like a number or a flag", '{"cost":12,"billed":true}', { cost: "12", billed: "true" }],
  ])("are read from %s", (_, json, tags) => {
    expect(readDefaultTags(json)).toEqual(E.right(tags));
  });

  it.each(["hunter2", '["hunter2"]', '"hunter2"'])("must be an object, and are not shown: %s", (json) => {
    expect(readDefaultTags(json)).toEqual(
      E.left([
        "is not an object of keys and values: set each with `pulumi config set --path 'otc:defaultTags.KEY' VALUE`",
      ]),
    );
  });

  it("keep the rules of tags", () => {
    expect(readDefaultTags('{"a b":"v","pulumi-x":"v","deep":{}}')).toEqual(
      E.left([
        "tag 1 of 3 has a key with other characters than letters, digits, - _ @",
        "tag 2 of 3 has a key that begins with pulumi-, which is reserved for this package",
        "tag 3 of 3 has a value that is not text",
      ]),
    );
  });
});

describe("arguments with default tags", () => {
  const defaults = { env: "prod", owner: "web" };

  it.each([
    ["no tags", {}, { tags: defaults }],
    ["tags that are not given", { tags: null }, { tags: defaults }],
    [
      "tags of the program, which win",
      { tags: { env: "test", a: "b" } },
      { tags: { env: "test", owner: "web", a: "b" } },
    ],
    ["a tag that is not given", { tags: { env: undefined } }, { tags: defaults }],
    ["a value that is not known yet", { tags: { env: UNKNOWN } }, { tags: { env: UNKNOWN, owner: "web" } }],
    ["tags that are not known yet, until they are", { tags: UNKNOWN }, { tags: UNKNOWN }],
    ["what is no tags, to be refused", { tags: ["a"] }, { tags: ["a"] }],
  ])("have %s", (_, args, expected) => {
    expect(withDefaultTags(args, defaults)).toEqual(expected);
  });

  it("stay as they are where the stack has no default tags", () => {
    const args = { tags: undefined };
    expect(withDefaultTags(args, {})).toBe(args);
  });
});
