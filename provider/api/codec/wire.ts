/**
 * Between the service's JSON and this package's values: names and empties.
 *
 * Names are translated here and nowhere else: `desire_instance_number` on the wire is `desireInstanceNumber`
 * inside. The service writes "nothing there" as null, absence, an empty string or an empty list; decoders built
 * with `optional`, `orElse` and `list` make one of all four.
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as t from "io-ts";
import { type Decoder, decoder } from "../../core/codec/decoder";
import { list as listOfLength } from "../../core/codec/list";
import { isRecord } from "../../core/record";

export const text: Decoder<string> = decoder("a string", t.string.validate);
export const integer: Decoder<number> = decoder("an integer", t.Int.validate);

/** What another decoder reads, turned into something else. */
export const mapped = <A, B>(inner: Decoder<A>, map: (value: A) => B): Decoder<B> =>
  decoder(inner.name, (input, context) => pipe(inner.validate(input, context), E.map(map)));

/** An integer that some answers hold as text. */
export const integerOrText: Decoder<number> = decoder(
  "an integer, or an integer written as a string",
  (input, context) =>
    integer.validate(typeof input === "string" && /^-?\d+$/.test(input) ? Number(input) : input, context),
);

/** An identifier or a keyword, which is never empty. */
export const identifier: Decoder<string> = decoder("a string that is not empty", (input, context) =>
  typeof input === "string" && input !== "" ? t.success(input) : t.failure(input, context),
);

const isEmpty = (input: unknown): boolean =>
  input === null || input === undefined || input === "" || (Array.isArray(input) && input.length === 0);

/** A value, or `fallback` where the service says that nothing is there. */
export const orElse = <A, B>(inner: Decoder<A>, fallback: B): Decoder<A | B> =>
  decoder<A | B>(inner.name, (input, context) =>
    isEmpty(input) ? t.success(fallback) : inner.validate(input, context),
  );

/** A value that may be missing, in any of the service's ways to say so. */
export const optional = <A>(inner: Decoder<A>): Decoder<A | undefined> => orElse(inner, undefined);

/** The rows of a page, which must be there: a page without them is not an empty one. */
export const rows = <A>(item: Decoder<A>): Decoder<readonly A[]> =>
  listOfLength(item, 0, Number.POSITIVE_INFINITY, "a list");

/** A list; nothing there is an empty one. */
export const list = <A>(item: Decoder<A>): Decoder<readonly A[]> => orElse(rows(item), []);

type Fields = Readonly<Record<string, Decoder<unknown>>>;

/** What a decoder yields. */
export type Decoded<D> = D extends Decoder<infer A> ? A : never;

type OptionalKey<F extends Fields> = {
  [K in keyof F]: undefined extends Decoded<F[K]> ? K : never;
}[keyof F];

/** The object that a record of decoders yields: a field that may be undefined becomes an optional one. */
export type DecodedObject<F extends Fields> = {
  readonly [K in Exclude<keyof F, OptionalKey<F>>]: Decoded<F[K]>;
} & { readonly [K in OptionalKey<F>]?: Exclude<Decoded<F[K]>, undefined> };

/** `scalingGroupId` → `scaling_group_id` */
const wireName = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * An object that has these fields under their wire names. Fields that are not named here are ignored.
 *
 * @param exceptions wire names that do not follow from the field's own
 */
export const object = <F extends Fields>(
  name: string,
  fields: F,
  exceptions: { readonly [K in keyof F]?: string } = {},
): Decoder<DecodedObject<F>> =>
  decoder(name, (input, context) => {
    if (!isRecord(input)) return t.failure(input, context);
    const errors: t.ValidationError[] = [];
    const found: Record<string, unknown> = {};
    for (const [key, field] of Object.entries(fields)) {
      const onWire = exceptions[key] ?? wireName(key);
      const value = input[onWire];
      const result = field.validate(value, t.appendContext(context, onWire, field, value));
      if (E.isLeft(result)) errors.push(...result.left);
      else if (result.right !== undefined) found[key] = result.right;
    }
    // Every field was decoded under its own name, which is what DecodedObject says.
    return errors.length > 0 ? t.failures(errors) : t.success(found as DecodedObject<F>);
  });

/** The answer to an operation that returns nothing: no body, or an object that says nothing. */
export const noContent: Decoder<undefined> = decoder("no content", (input, context) =>
  input === undefined || isRecord(input) ? t.success(undefined) : t.failure(input, context),
);

/** A value of this package as the service writes it. Undefined fields vanish; every other value is kept. */
export const toWire = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(toWire);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([name, inner]) => [wireName(name), toWire(inner)]),
  );
};
