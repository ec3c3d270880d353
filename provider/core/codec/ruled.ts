/** Decoders of objects and lists whose parts must also fit each other. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as t from "io-ts";
import { type Decoder, decoder } from "./decoder";

/** A part that breaks a rule. */
export interface Breach {
  /** Keys and indices from the value to the part; none: the value itself. */
  readonly path: readonly (string | number)[];
  /** What is there. */
  readonly found: unknown;
  /** Completes "expected …". */
  readonly expected: string;
}

const errorOf = (context: t.Context, { path, found, expected }: Breach): t.ValidationError => {
  const type = decoder(expected, t.unknown.validate);
  const key = path.map(String);
  const last = context.at(-1);
  // Without a path it is the value itself that was expected to be different.
  const place: t.Context =
    last === undefined || key.length > 0
      ? key.reduce<t.Context>((outer, part) => t.appendContext(outer, part, type, found), context)
      : [...context.slice(0, -1), { ...last, type }];
  return { value: found, context: place };
};

/** A decoder whose values keep rules; each broken one is reported at its part. */
export const ruled = <A>(inner: Decoder<A>, rules: (value: A) => readonly Breach[]): Decoder<A> =>
  decoder(inner.name, (input, context) =>
    pipe(
      inner.validate(input, context),
      E.chain((value) => {
        const breaches = rules(value);
        return breaches.length === 0
          ? t.success(value)
          : t.failures(breaches.map((breach) => errorOf(context, breach)));
      }),
    ),
  );
