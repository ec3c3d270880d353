/** How failures of a pair are told. */
import { type CheckFailure, failure } from "../../../provider/core/check/failure";
import type { Amount } from "./pair";

/** A failure of a member of a step. */
export const failureAt = (place: string, member: string, rest: string): CheckFailure =>
  failure(`${place}.${member}`, rest);

/** The argument that holds an amount. */
export const memberOf = ({ unit }: Amount): "instanceNumber" | "instancePercentage" =>
  unit === "instances" ? "instanceNumber" : "instancePercentage";

const HUNDREDTHS = 100;

/** A load, with two digits after the point at most. */
export const load = (value: number): string => String(Math.round(value * HUNDREDTHS) / HUNDREDTHS);

/** A bound that loads stay below, or above: rounded so that it stays one. */
export const below = (bound: number): string => String(Math.floor(bound * HUNDREDTHS) / HUNDREDTHS);
export const above = (bound: number): string => String(Math.ceil(bound * HUNDREDTHS) / HUNDREDTHS);
