import { describe, expect, test } from "vitest";
import { equals, judge, says } from "../../../tools/demo/expectation";
import { seen } from "./seen";

describe("an exact value", () => {
  const expectation = equals("it writes once", ({ traffic }) => traffic, { calls: 3, writes: 1 });

  test("is met by an equal one", () => {
    expect(expectation.contradiction(seen({ traffic: { calls: 3, writes: 1 } }))).toBeUndefined();
  });

  test("is contradicted by any other one, which is shown", () => {
    expect(expectation.contradiction(seen({ traffic: { calls: 3, writes: 2 } }))).toBe(
      "expected { calls: 3, writes: 1 }, saw { calls: 3, writes: 2 }",
    );
  });
});

describe("words of the engine", () => {
  const expectation = says("it explains", "What you can do: 1.");

  test("are found across lines and colours", () => {
    const output = "AS group web\n\u001b[1mWhat you can do:\u001b[0m\n      1. set lockedChange\n";
    expect(expectation.contradiction(seen({ output }))).toBeUndefined();
  });

  test("are missed when they are not there", () => {
    expect(expectation.contradiction(seen({ output: "What you can do: 2." }))).toBe(
      'the output above does not say "What you can do: 1."',
    );
  });
});

test("every expectation is judged, also after one was contradicted", () => {
  const status = (wanted: number) => equals(`status ${wanted}`, ({ exitCode }) => exitCode, wanted);
  expect(judge([status(1), status(0)], seen())).toEqual([
    { statement: "status 1", contradiction: "expected 1, saw 0" },
    { statement: "status 0", contradiction: undefined },
  ]);
});
