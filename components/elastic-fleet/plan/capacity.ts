/** How many instances a fleet has when the program does not say it all. */

/** What the program says. */
export interface WantedNumbers {
  readonly minInstanceNumber?: number | undefined;
  readonly desireInstanceNumber?: number | undefined;
  readonly maxInstanceNumber?: number | undefined;
}

/** The bounds of the group. The wanted number stays what the program says: who decides it later is another question. */
export interface Bounds {
  readonly minInstanceNumber: number;
  readonly maxInstanceNumber: number;
}

const LEAST = 1;

/**
 * A fleet serves with at least one instance, and does not grow beyond what the program has named. A group alone would
 * begin with none, and refuse a wanted number above 1.
 */
export const boundsOf = ({
  minInstanceNumber,
  desireInstanceNumber,
  maxInstanceNumber,
}: WantedNumbers): Bounds => {
  const named = Math.min(...[desireInstanceNumber, maxInstanceNumber].filter((each) => each !== undefined));
  const min = minInstanceNumber ?? Math.min(LEAST, named);
  return {
    minInstanceNumber: min,
    maxInstanceNumber: maxInstanceNumber ?? Math.max(min, desireInstanceNumber ?? min),
  };
};
