import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareResource } from "../../../provider/core/resource/compare";
import { decideResource } from "../../../provider/core/resource/decide";
import { outputsWithGained } from "../../../provider/core/resource/gained";
import { refreshedOutputs } from "../../../provider/core/resource/outputs";
import { recordedIn } from "../../../provider/core/resource/recorded";
import { lamp, lampFields, type LampArguments, lampTable } from "./support";

type Bag = Readonly<Record<string, unknown>>;

const olds = { a: 1, b: "live", managedArguments: ["a"], __provider: "old text" };
const earlier = { ...olds, b: "first", gainedArguments: ["b"] };

const recorded = (before: Bag, news: Bag, wanted: readonly string[], differing?: readonly string[]) =>
  outputsWithGained({
    olds: before,
    news: { ...news, __provider: "new text" },
    wanted,
    differing: differing && new Set(differing),
    same: isDeepStrictEqual,
  });

describe("what is recorded of an update that failed", () => {
  it("is the old outputs with what is live as it wanted, under the present provider", () => {
    expect(recorded(olds, { a: 2, b: "new", c: 3 }, ["a", "b", "c"], ["a", "c"])).toEqual({
      a: 1,
      b: "new",
      managedArguments: ["a"],
      gainedArguments: ["b"],
      __provider: "new text",
    });
  });

  it("is all that it wanted when nobody can tell", () => {
    expect(recorded(olds, { a: 2, b: "new", c: 3 }, ["a", "b", "c"])).toMatchObject({
      b: "new",
      c: 3,
      gainedArguments: ["b", "c"],
    });
  });

  it("is nothing when nothing was set for the first time", () => {
    expect(recorded(olds, { a: 2 }, ["a"])).toBe(undefined);
    expect(recorded(olds, { a: 2, b: "new" }, ["a", "b"], ["b"])).toBe(undefined);
  });

  it("keeps what an earlier one has gained and this one has not changed", () => {
    expect(recorded(earlier, { b: "second", c: 3 }, ["b", "c"], ["b"])).toMatchObject({
      b: "first",
      c: 3,
      gainedArguments: ["b", "c"],
    });
    expect(recorded(earlier, { c: 3 }, ["c"])).toMatchObject({ b: "first", gainedArguments: ["b", "c"] });
  });

  it("forgets what has been taken back", () => {
    expect(recorded(earlier, {}, [], [])).toEqual({ ...olds, b: "first", __provider: "new text" });
  });

  it("is to be taken back whatever it is, when two have failed and nobody can tell which of them has set it", () => {
    const { b: _, ...others } = earlier;
    expect(recorded(earlier, { b: "second" }, ["b"])).toEqual({ ...others, __provider: "new text" });
  });
});

const gained = recordedIn({ managedArguments: ["room"], gainedArguments: ["brightness", "colour", "note"] });
const values = { brightness: 80, colour: "red", note: "n" };

const compare = (known: Partial<LampArguments>, live: Partial<typeof lamp>, before: Bag = values) =>
  compareResource(
    lampFields,
    { known: { room: "hall", ...known }, unknown: [] },
    gained,
    { ...lamp, ...live },
    before,
  );

describe("what an update that failed has set", () => {
  it("is taken back where it is live, and the preview says so", () => {
    const comparison = compare({}, { brightness: 80, colour: "red" });
    expect(decideResource(comparison, () => false)).toEqual({
      _tag: "Update",
      messages: [
        "an update that failed has set what the program does not say; up takes it back: brightness: 80 → 50",
        "colour left the program, but the API cannot unset it: it stays red",
      ],
    });
  });

  it("is left alone where something else is live", () => {
    expect(compare({}, { brightness: 79 })).toEqual({ changes: [], kept: [] });
  });

  it("is taken back where the state does not say what it was", () => {
    expect(compare({}, { brightness: 79 }, {}).changes).toMatchObject([{ field: "brightness", wanted: 50 }]);
  });

  it("is compared like any other argument where it is in the program", () => {
    expect(compare({ brightness: 10 }, { brightness: 80 }).changes).toEqual([
      { field: "brightness", wanted: 10, from: "80", to: "10", needs: "update" },
    ]);
  });

  it("becomes an input in a refresh where it is live, and is forgotten where it is not", () => {
    const form = { fields: lampFields, table: lampTable, outputsOf: () => ({}) };
    const state = {
      room: "hall",
      ...values,
      managedArguments: ["room"],
      gainedArguments: ["brightness", "note"],
    };
    const { inputs, outputs } = refreshedOutputs(
      form,
      state,
      { ...lamp, brightness: 80 },
      { projectId: "p" },
    );
    expect(inputs).toEqual({ room: "hall", brightness: 80 });
    expect(outputs).toMatchObject({ managedArguments: ["brightness", "room"] });
    expect(outputs).not.toHaveProperty("gainedArguments");
  });
});

describe("any sequence of updates that fail", () => {
  const numbers = fc.integer({ min: 0, max: 3 });
  const failure = fc.record({
    /** What the program says; 50 is the default of the lamp. */
    wanted: fc.option(numbers, { nil: undefined }),
    isWritten: fc.boolean(),
    isSeen: fc.boolean(),
  });

  it("leaves nothing behind that the next update does not take back, and touches nothing that others have set", () => {
    fc.assert(
      fc.property(fc.array(failure, { maxLength: 6 }), fc.constantFrom(50, 99), (failures, outside) => {
        let state: Bag = { managedArguments: [] };
        let live: typeof lamp = { ...lamp, brightness: outside };
        let isOurs = false;
        /** Two in a row of which nobody can tell what they have written: the second cannot be told from an outsider. */
        let isBlind = false;
        const changesOf = (brightness: number | undefined) =>
          compareResource(
            lampFields,
            { known: brightness === undefined ? {} : { brightness }, unknown: [] },
            recordedIn(state),
            live,
            lampTable.readable(state),
          ).changes;
        for (const { wanted, isWritten, isSeen } of failures) {
          const [change] = changesOf(wanted);
          if (isWritten && change !== undefined) {
            live = { ...live, brightness: change.wanted as number };
            isOurs = true;
          }
          isBlind ||= !isSeen && recordedIn(state).gainedArguments.length > 0;
          const news = wanted === undefined ? {} : { brightness: wanted };
          const differing = isSeen ? changesOf(wanted).map(({ field }) => field) : undefined;
          state = recorded(state, news, Object.keys(news), differing) ?? state;
        }
        const [last] = changesOf(undefined);
        const after = last === undefined ? live.brightness : last.wanted;
        if (isOurs) expect(after).toBe(50);
        else if (!isBlind) expect(after).toBe(outside);
      }),
      { seed: 20261130, numRuns: 2000 },
    );
  });
});
