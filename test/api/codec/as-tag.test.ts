import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { taggedResourcePage, tagList, tagsAnswer, tagsOf } from "../../../provider/api/codec/as-tag";
import { refusals, right } from "../support/either";
import { fixture } from "../support/fixture";

const SEED = 20261124;

describe("tags of a group", () => {
  it("are read without system tags, a missing value being an empty one", () => {
    const tags = tagsOf(right(tagsAnswer.decode(fixture("tags"))).tags);
    expect(Object.entries(tags)).toEqual([
      ["env", "prod"],
      ["__proto__", ""],
      ["owner", ""],
    ]);
  });

  it.each([{ tags: null }, { tags: [] }, {}])("may be none: %j", (body) => {
    expect(tagsOf(right(tagsAnswer.decode(body)).tags)).toEqual({});
  });

  it("are refused with the place that is wrong", () => {
    expect(refusals(tagsAnswer, { tags: [{ key: "", value: 7 }] })).toEqual([
      "tags[0].key: a string that is not empty",
      "tags[0].value: a string",
    ]);
  });

  it("are read as they were written", () => {
    const key = fc.stringMatching(/^[A-Za-z0-9_-]{1,36}$/);
    const value = fc.stringMatching(/^[A-Za-z0-9_-]{0,43}$/);
    fc.assert(
      fc.property(fc.dictionary(key, value, { maxKeys: 10 }), (tags) => {
        const decoded = tagsOf(right(tagsAnswer.decode({ tags: tagList(tags) })).tags);
        expect(Object.entries(decoded)).toEqual(Object.entries(tags));
      }),
      { seed: SEED },
    );
  });
});

describe("a page of resources with their tags", () => {
  it("has the tags of each resource", () => {
    expect(right(taggedResourcePage.decode(fixture("tagged-resource-page")))).toStrictEqual({
      totalCount: 2,
      resources: [
        { resourceId: "77a7a397-1111-4e79-9da9-6a35e2709150", tags: [{ key: "env", value: "prod" }] },
        { resourceId: "88b8b408-2222-4e79-9da9-6a35e2709151", tags: [] },
      ],
    });
  });
});
