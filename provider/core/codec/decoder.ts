/** Decoders: the reading half of an io-ts codec. Arguments are only read, so nothing here encodes. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as t from "io-ts";

/** Reads an unknown value as an `A`. */
export type Decoder<A> = t.Decoder<unknown, A>;

/** A decoder whose `name` completes "expected …". */
export const decoder = <A>(name: string, validate: t.Validate<unknown, A>): Decoder<A> => {
  const self: Decoder<A> = {
    name,
    validate,
    decode: (value) => validate(value, [{ key: "", type: self, actual: value }]),
  };
  return self;
};

/** A decoder narrowed by a rule. */
export const refine = <A>(inner: Decoder<A>, rule: (value: A) => boolean, name: string): Decoder<A> =>
  decoder(name, (value, context) =>
    pipe(
      inner.validate(value, context),
      E.chain((decoded) => (rule(decoded) ? t.success(decoded) : t.failure(value, context))),
    ),
  );
