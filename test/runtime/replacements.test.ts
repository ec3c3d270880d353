import { beforeEach, describe, expect, it } from "vitest";
import { beginProcess, surroundings } from "../../provider/runtime/process";
import {
  fateOf,
  generationOf,
  isKept,
  isReplacement,
  note,
  noteCheck,
  noteDeleted,
  replacedId,
} from "../../provider/runtime/replacements";

const URN = "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/otc:AsGroup::web";
const leaves = (id: string) => {
  note(URN, { _tag: "Leaves", generation: 4, object: { id }, kept: [{ id: "kept-id" }], isGone: false });
};

beforeEach(() => {
  beginProcess(surroundings());
});

describe("what a process knows of a resource", () => {
  it("is nothing at first", () => {
    expect([generationOf(URN), isReplacement(URN), replacedId(URN)]).toEqual([0, false, undefined]);
  });

  it("begins with its old inputs, and is of this resource only", () => {
    noteCheck(URN, { nameGeneration: 2 });
    expect([generationOf(URN), isReplacement(URN), replacedId(URN)]).toEqual([3, true, undefined]);
    expect(generationOf(`${URN}-2`)).toBe(0);
  });

  it("is that it stays, until it is checked like a new one", () => {
    note(URN, { _tag: "Stays", generation: 4, object: { id: "id" }, kept: [] });
    expect(isKept(URN, "id")).toBe(true);
    noteCheck(URN, {});
    expect([isKept(URN, "id"), generationOf(URN), replacedId(URN)]).toEqual([false, 5, "id"]);
  });

  it("tells under each URN what is deleted: a resource may have been renamed", () => {
    leaves("id");
    expect(fateOf(`${URN}-2`, "id", ["kept-id"]).ids).toEqual(["id"]);
    noteDeleted(["id"]);
    note(URN, { _tag: "Made", id: "new-id", kept: ["kept-id"] });
    expect(fateOf(`${URN}-2`, "id", ["kept-id", "other-id"]).ids).toEqual(["id", "other-id"]);
  });

  it("is forgotten by the next process", () => {
    leaves("id");
    beginProcess(surroundings());
    expect([generationOf(URN), replacedId(URN)]).toEqual([0, undefined]);
  });
});
