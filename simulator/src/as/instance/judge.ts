/** How a batch call judges its items. */
import type { Group, Instance } from "../model";
import { refuseBatch, type ItemFailure } from "../refusal";
import type { Variants } from "../variants";
import type { World } from "../world";

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

/** Members of the group only. AS.4006, AS.4014. */
export function judgeMember(world: World, group: Group, id: string): Judged<Instance> {
  const membership = world.membership(id);
  if (membership === undefined) return fail(id, "AS.4006", "the instance does not exist");
  if (membership.group !== group) return fail(id, "AS.4014", "the instance belongs to another AS group");
  return { item: membership.instance };
}

/** AS.4015. */
export function judgeInService(id: string, judged: Judged<Instance>): Judged<Instance> {
  if ("failure" in judged || judged.item.lifeCycleState === "INSERVICE") return judged;
  return fail(id, "AS.4015", "the instance is not in service");
}

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
