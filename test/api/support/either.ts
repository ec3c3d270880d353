/** Reading the outcome of an operation in a test. */
import * as E from "fp-ts/Either";
import type { TaskEither } from "fp-ts/TaskEither";
import type * as t from "io-ts";
import { mismatches } from "../../../provider/core/decode";

/** The value of an operation that must succeed. */
export const valueOf = async <A>(operation: TaskEither<unknown, A>): Promise<A> => right(await operation());

/** The error of an operation that must fail. */
export const errorOf = async <Failure>(operation: TaskEither<Failure, unknown>): Promise<Failure> =>
  left(await operation());

/** The right side, which must be there. */
export const right = <A>(result: E.Either<unknown, A>): A => {
  if (E.isLeft(result)) throw new Error(`expected a value, got the error ${JSON.stringify(result.left)}`);
  return result.right;
};

/** The left side, which must be there. */
export const left = <Failure>(result: E.Either<Failure, unknown>): Failure => {
  if (E.isRight(result)) throw new Error(`expected an error, got the value ${JSON.stringify(result.right)}`);
  return result.left;
};

/** Where and what a decoder refused, as `path: expected`. */
export const refusals = (decoder: t.Decoder<unknown, unknown>, input: unknown): readonly string[] =>
  mismatches(left(decoder.decode(input))).map(({ path, expected }) => `${path}: ${expected}`);
