import { describe, expect, it } from "vitest";
import { membersGiven, recordOf } from "../../provider/core/record";

describe("membersGiven", () => {
  it("leaves out null and undefined at any depth, and nothing else", () => {
    const given = {
      a: null,
      b: undefined,
      c: 0,
      d: "",
      e: false,
      f: [],
      g: { h: null, i: { j: undefined } },
    };
    expect(membersGiven(given)).toStrictEqual({ c: 0, d: "", e: false, f: [], g: { i: {} } });
  });

  it("keeps the entries of lists, since their position counts", () => {
    expect(membersGiven({ a: [null, { b: null, c: 1 }] })).toStrictEqual({ a: [null, { c: 1 }] });
  });
});

describe("recordOf", () => {
  it.each([[null], [undefined], [1], ["text"], [[1]]])("has no members for %j", (value) => {
    expect(recordOf(value)).toStrictEqual({});
  });
});
