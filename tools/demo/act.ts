import type { Deed } from "./deed";
import type { Expectation } from "./expectation";
import type { Traffic } from "./traffic";

/** A deed and what is to be so afterwards. */
export interface Scene {
  readonly deed: Deed;
  readonly expectations: readonly Expectation[];
}

/** One act of the story. */
export interface Act {
  readonly title: string;
  /** What is going to happen, in one or two sentences. */
  readonly told: string;
  readonly run: readonly Scene[];
}

/** How an act went. */
export interface ActResult {
  readonly title: string;
  /** Every expectation was met. */
  readonly asTold: boolean;
  readonly traffic: Traffic;
  readonly seconds: number;
}
