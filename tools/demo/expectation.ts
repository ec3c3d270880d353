import { inspect, isDeepStrictEqual, stripVTControlCharacters } from "node:util";
import type { Traffic } from "./traffic";
import type { World } from "./world";

/** What is known after a deed. */
export interface Seen {
  /** Exit status of the engine; 0 when the deed was not the engine's. */
  readonly exitCode: number;
  /** What the engine wrote. */
  readonly output: string;
  /** During the deed. */
  readonly traffic: Traffic;
  /** After the deed. */
  readonly world: World;
}

/** Something that is to be so after a deed. */
export interface Expectation {
  /** A statement that is true when the expectation is met. */
  readonly statement: string;
  /** What is so instead; `undefined` when the expectation is met. */
  readonly contradiction: (seen: Seen) => string | undefined;
}

/** Something seen has exactly this value. */
export function equals<A>(statement: string, look: (seen: Seen) => A, wanted: A): Expectation {
  return {
    statement,
    contradiction: (seen) => {
      const value = look(seen);
      return isDeepStrictEqual(value, wanted)
        ? undefined
        : `expected ${inspect(wanted)}, saw ${inspect(value)}`;
    },
  };
}

/** The engine writes something; line breaks and indentation count as one space, colours do not count. */
export function says(statement: string, text: string): Expectation {
  return {
    statement,
    contradiction: ({ output }) => {
      const words = stripVTControlCharacters(output).replace(/\s+/g, " ");
      return words.includes(text) ? undefined : `the output above does not say "${text}"`;
    },
  };
}

/** An expectation and how it turned out. */
export interface Verdict {
  readonly statement: string;
  readonly contradiction: string | undefined;
}

export function judge(expectations: readonly Expectation[], seen: Seen): readonly Verdict[] {
  return expectations.map(({ statement, contradiction }) => ({
    statement,
    contradiction: contradiction(seen),
  }));
}
