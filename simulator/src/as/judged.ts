/** How batch calls judge their items. */
import { refuseBatch, type ItemFailure } from "./refusal";
import type { Variants } from "./variants";

/** An item that can be dealt with, or why not. */
export type Judged<Item> = { readonly item: Item } | { readonly failure: ItemFailure };

export const fail = (
  id: string,
  errorCode: string,
  errorMessage: string,
): { readonly failure: ItemFailure } => ({
  failure: { id, errorCode, errorMessage },
});

const failures = (judged: readonly Judged<unknown>[]): ItemFailure[] =>
  judged.flatMap((each) => ("failure" in each ? [each.failure] : []));

const goodItems = <Item>(judged: readonly Judged<Item>[]): Item[] =>
  judged.flatMap((each) => ("item" in each ? [each.item] : []));

/**
 * Does the work for the good items and refuses the rest, or does nothing if there are others; see the variant
 * `batchFailure`.
 */
export function carryOut<Item>(
  judged: readonly Judged<Item>[],
  code: string,
  variants: Variants,
  work: (items: readonly Item[]) => void,
): void {
  const failed = failures(judged);
  const items = goodItems(judged);
  if (items.length > 0 && (failed.length === 0 || variants.batchFailure === "good-items")) work(items);
  if (failed.length > 0) throw refuseBatch(code, failed);
}
