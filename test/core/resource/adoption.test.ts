import * as E from "fp-ts/Either";
import { expect, it } from "vitest";
import { keptAdoption } from "../../../provider/core/resource/adoption";

it.each([
  ["none", undefined, undefined, true],
  ["the one of before, whatever the object is now", "old", "old", true],
  ["the object's own", undefined, "own", true],
  ["another one", "own", "other", false],
])("an existing resource may have as adoptId: %s", (_, before, adoptId, allowed) => {
  expect(E.isRight(keptAdoption("AS group", "own", before, adoptId))).toBe(allowed);
});
