/** Decoders of single values. */
import * as t from "io-ts";
import { type Decoder, decoder, refine } from "./decoder";

/** True or false. */
export const flag: Decoder<boolean> = decoder("true or false", t.boolean.validate);

/** An integer between two bounds, both included. */
export const integer = (least: number, most: number): Decoder<number> =>
  refine(
    t.number,
    (value) => Number.isInteger(value) && value >= least && value <= most,
    `an integer from ${least} to ${most}`,
  );

/** One of a few numbers. */
export const oneOfNumbers = (allowed: readonly number[]): Decoder<number> =>
  refine(t.number, (value) => allowed.includes(value), `one of ${allowed.join(", ")}`);

/** One of a few words. */
export const oneOf = <Word extends string>(...words: readonly Word[]): Decoder<Word> => {
  const isWord = (value: unknown): value is Word => words.some((word) => word === value);
  const name = words.length === 1 ? words.join() : `one of ${words.join(", ")}`;
  return decoder(name, (value, context) => (isWord(value) ? t.success(value) : t.failure(value, context)));
};

/** Text that keeps a rule. */
export const text = (rule: (value: string) => boolean, name: string): Decoder<string> =>
  refine(t.string, rule, name);

/** An id of another object: text that is not blank. */
export const id = (name: string): Decoder<string> => text((value) => value.trim() !== "", name);
