import { isRight } from "fp-ts/Either";
import type * as t from "io-ts";
import { PathReporter } from "io-ts/PathReporter";

/** The value, if it is of the expected form. @throws naming every place that is not; `what` begins the sentence */
export function decoded<A>(codec: t.Type<A, unknown>, value: unknown, what: string): A {
  const result = codec.decode(value);
  if (isRight(result)) return result.right;
  throw new Error(`${what} is not of the expected form: ${PathReporter.report(result).join("; ")}`);
}
