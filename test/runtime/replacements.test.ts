import { beforeEach, describe, expect, it } from "vitest";
import { beginProcess, surroundings } from "../../provider/runtime/process";
import { generationOf, remember, replacedId } from "../../provider/runtime/replacements";

const URN = "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/otc:AsGroup::web";

beforeEach(() => {
  beginProcess(surroundings());
});

describe("a resource that this process has not seen", () => {
  it("is new: it has the first name and replaces nothing", () => {
    expect(generationOf(URN)).toBe(0);
    expect(replacedId(URN)).toBeUndefined();
  });
});

describe("a resource that this process has seen", () => {
  it("is replaced when it is checked without old inputs: it gets the next name and excludes its group", () => {
    remember(URN, "old-id", 4);
    expect(generationOf(URN)).toBe(5);
    expect(replacedId(URN)).toBe("old-id");
  });

  it("says nothing about others", () => {
    remember(URN, "old-id", 4);
    expect(generationOf(`${URN}-2`)).toBe(0);
    expect(replacedId(`${URN}-2`)).toBeUndefined();
  });

  it("is forgotten by the next process", () => {
    remember(URN, "old-id", 4);
    beginProcess(surroundings());
    expect(generationOf(URN)).toBe(0);
    expect(replacedId(URN)).toBeUndefined();
  });
});
