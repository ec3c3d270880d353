/** How many instances a fleet has when the program does not say it all. */

/** What the program says. */
export interface WantedNumbers {
  readonly minInstanceNumber?: number | null | undefined;
  readonly desireInstanceNumber?: number | null | undefined;
  readonly maxInstanceNumber?: number | null | undefined;
}

/** The bounds of the group. The wanted number stays what the program says: who decides it later is another question. */
export interface Bounds {
  readonly minInstanceNumber: number;
  readonly maxInstanceNumber: number;
}

const LEAST = 1;

/** What is no number is no guide for the others; the group says what is wrong with it. */
const isNumber = (value: unknown): value is number => typeof value === "number";

/**
 * A fleet serves with at least one instance, and does not grow beyond what the program has named. A group alone would
 * begin with none, and refuse a wanted number above 1.
 */
export const boundsOf = ({
  minInstanceNumber,
  desireInstanceNumber,
  maxInstanceNumber,
}: WantedNumbers): Bounds => {
  const named = [desireInstanceNumber, maxInstanceNumber].filter(isNumber);
  const least = isNumber(minInstanceNumber) ? minInstanceNumber : Math.min(LEAST, ...named);
  return {
    minInstanceNumber: minInstanceNumber ?? least,
    maxInstanceNumber:
      maxInstanceNumber ?? Math.max(least, isNumber(desireInstanceNumber) ? desireInstanceNumber : least),
  };
};
