/** What is said about an error code of the service. */

/** One code in our own words. */
export interface AsCode {
  /** What the service means by it. */
  readonly meaning: string;
  /** What the user can do about it. */
  readonly next: string;
}

/** Codes by name, such as `AS.2007`. */
export type AsCodes = Readonly<Record<string, AsCode>>;

/** For codes that a request of this package never asks for. */
export const REPORT_BUG = "report it as a bug of pulumi-otc-autoscaling: no program can cause this";

/** For codes that pass. */
export const TRY_AGAIN = "run `pulumi up` again in a few minutes";
