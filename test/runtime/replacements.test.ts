import { beforeEach, describe, expect, it } from "vitest";
import { beginProcess, surroundings } from "../../provider/runtime/process";
import {
  generationOf,
  giveUp,
  isKept,
  isReplacement,
  keep,
  remember,
  rememberInputs,
  replacedId,
} from "../../provider/runtime/replacements";

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

describe("a resource of which only old inputs were seen", () => {
  it("is replaced under the next name, although its id is not known", () => {
    rememberInputs(URN, { nameGeneration: 2 });
    expect(generationOf(URN)).toBe(3);
    expect(isReplacement(URN)).toBe(true);
    expect(replacedId(URN)).toBeUndefined();
  });

  it("does not forget what a comparison has told", () => {
    remember(URN, "old-id", 4);
    rememberInputs(URN, { nameGeneration: 2 });
    expect(replacedId(URN)).toBe("old-id");
  });
});

describe("an object", () => {
  it("is kept by the resource that has it, until that is replaced or gets another", () => {
    expect(isKept(URN, "id")).toBe(false);
    keep(URN, "id");
    expect([isKept(URN, "id"), isKept(URN, "other"), isKept(`${URN}-2`, "id")]).toEqual([true, false, false]);
    keep(URN, "other");
    expect(isKept(URN, "id")).toBe(false);
    giveUp(URN);
    expect(isKept(URN, "other")).toBe(false);
  });
});
