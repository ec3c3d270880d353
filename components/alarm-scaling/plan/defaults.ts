/** What steps do that do not say it. */
import type { Amount, Direction } from "./pair";

/** Out by half, so that a large group grows as quickly as a small one; in one at a time. */
export const defaultAmounts: Readonly<Record<Direction, Amount>> = {
  scaleOut: { unit: "percent", value: 50 },
  scaleIn: { unit: "instances", value: 1 },
};

/**
 * Seconds. A new instance takes two to three minutes until it serves; before, it takes no load from the others.
 *
 * @see as_faq_0035
 */
export const defaultCooldowns: Readonly<Record<Direction, number>> = { scaleOut: 180, scaleIn: 600 };
