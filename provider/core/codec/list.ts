/** Decoders of lists. */
import * as E from "fp-ts/Either";
import * as t from "io-ts";
import { type Decoder, decoder, refine } from "./decoder";

/** A list whose length lies between two bounds, both included. Every failure among its entries is reported. */
export const list = <A>(item: Decoder<A>, least: number, most: number, name: string): Decoder<readonly A[]> =>
  refine(
    decoder<readonly A[]>(name, (value, context) => {
      if (!Array.isArray(value)) return t.failure(value, context);
      const results = value.map((entry: unknown, index) =>
        item.validate(entry, t.appendContext(context, String(index), item, entry)),
      );
      const errors = results.flatMap((result) => (E.isLeft(result) ? result.left : []));
      return errors.length > 0
        ? t.failures(errors)
        : t.success(results.flatMap((result) => (E.isRight(result) ? [result.right] : [])));
    }),
    (items) => items.length >= least && items.length <= most,
    name,
  );
