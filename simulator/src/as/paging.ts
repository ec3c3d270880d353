/** Pages by row offset, as most lists have them. */
import { refuse } from "./refusal";
import type { Variants } from "./variants";

/** Query parameters as they came. */
export type Query = Readonly<Record<string, unknown>>;

/** Codes for values out of range. */
export interface PagingCodes {
  readonly start: string;
  readonly limit: string;
}

const DEFAULT_LIMIT = 20;
const HIGHEST_LIMIT = 100;

function number(value: unknown, lowest: number, highest: number, refusal: () => Error): number | undefined {
  if (value === undefined) return undefined;
  const parsed = typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : NaN;
  if (!(parsed >= lowest && parsed <= highest)) throw refusal();
  return parsed;
}

/** A page of rows and what goes with it. */
export interface Page<Row> {
  readonly total_number: number;
  readonly start_number: number;
  readonly limit: number;
  readonly rows: readonly Row[];
}

/** The page that a query asks for. @throws AsRefusal with the given codes */
export function page<Row>(
  rows: readonly Row[],
  query: Query,
  codes: PagingCodes,
  variants: Variants,
): Page<Row> {
  const start =
    number(query["start_number"], 0, Infinity, () =>
      refuse(codes.start, "start_number must be a number of at least 0"),
    ) ?? 0;
  const asked = number(query["limit"], 0, HIGHEST_LIMIT, () =>
    refuse(codes.limit, `limit must be a number from 0 to ${HIGHEST_LIMIT}`),
  );
  const limit = asked === 0 && variants.limitZero === "default" ? DEFAULT_LIMIT : (asked ?? DEFAULT_LIMIT);
  return {
    total_number: rows.length,
    start_number: start,
    limit,
    rows: rows.slice(start, start + limit),
  };
}

/** Rows that were collected oldest first, in the order in which lists show them. */
export function inListOrder<Row>(rows: Iterable<Row>, variants: Variants): Row[] {
  const oldestFirst = [...rows];
  return variants.listOrder === "newest" ? oldestFirst.reverse() : oldestFirst;
}
