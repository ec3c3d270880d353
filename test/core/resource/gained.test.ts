import { expect, it } from "vitest";
import { outputsWithGained, setAnew } from "../../../provider/core/resource/gained";

const olds = { a: 1, b: "live", managedArguments: ["a"], __provider: "old text" };

it("what no earlier update has set is set anew", () => {
  expect(setAnew(["a", "b"], olds)).toEqual(["b"]);
  expect(setAnew(["a", "b"], {})).toEqual(["a", "b"]);
});

it("after a failure, the old outputs are recorded with what was gained, under the present provider", () => {
  expect(outputsWithGained(olds, { a: 2, b: "new", c: 3, __provider: "new text" }, ["b"])).toEqual({
    a: 1,
    b: "new",
    managedArguments: ["a", "b"],
    __provider: "new text",
  });
});
