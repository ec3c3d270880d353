/** How AS policies move the number of instances. */
import type { Amount, Direction, Sizes } from "./pair";

/**
 * Instances that are added to, or removed from, a group of a size. A fraction above 1 is rounded down, one between 0 and
 * 1 up.
 *
 * @see as_06_0402
 */
export function instancesIn({ unit, value }: Amount, size: number): number {
  if (unit === "instances") return value;
  const exact = (size * value) / 100;
  return exact > 0 && exact < 1 ? 1 : Math.floor(exact);
}

/** Where an amount leads to from a size. A group never leaves its bounds. */
export function sizeAfter(direction: Direction, amount: Amount, size: number, { min, max }: Sizes): number {
  const instances = instancesIn(amount, size);
  return direction === "scaleOut" ? Math.min(size + instances, max) : Math.max(size - instances, min);
}
