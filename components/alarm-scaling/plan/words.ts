/** How failures of a pair are told. */
import { type CheckFailure, failure } from "../../../provider/core/check/failure";
import type { Amount } from "./pair";

/** A failure of a member of a step. */
export const failureAt = (place: string, member: string, rest: string): CheckFailure =>
  failure(`${place}.${member}`, rest);

/** The argument that holds an amount. */
export const memberOf = ({ unit }: Amount): "instanceNumber" | "instancePercentage" =>
  unit === "instances" ? "instanceNumber" : "instancePercentage";

const PLACES_AFTER_POINT = 2;
const SIGNIFICANT_DIGITS = 3;
/** Beyond these, a product of two numbers with few digits differs from the one that a pupil would get. */
const EXACT_DIGITS = 12;

/**
 * A number with two digits after the point at most, or with as many as its first three significant ones need: a rate of
 * errors is as small as 0.005.
 */
function rounded(value: number, round: (value: number) => number): string {
  const leading = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  const places = Math.max(PLACES_AFTER_POINT, SIGNIFICANT_DIGITS - 1 - leading);
  const scale = 10 ** places;
  return String(
    Number((round(Number((value * scale).toPrecision(EXACT_DIGITS))) / scale).toPrecision(EXACT_DIGITS)),
  );
}

/** A load. */
export const load = (value: number): string => rounded(value, Math.round);

/** A bound that loads stay below, or above: rounded so that it stays one. */
export const below = (bound: number): string => rounded(bound, Math.floor);
export const above = (bound: number): string => rounded(bound, Math.ceil);
