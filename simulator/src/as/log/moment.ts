/** The filters `start_time` and `end_time` of logs. */
import type { Query } from "../paging";
import { refuse } from "../refusal";
import { isTimestamp, timestamp } from "../time";

/** Moments of this one form compare as texts do. */
function moment(value: unknown, code: string, field: string): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "string" || !isTimestamp(value)) {
    throw refuse(code, `${field} must have the form YYYY-MM-DDThh:mm:ssZ`);
  }
  return value;
}

/** Whether a moment lies between `start_time` and `end_time` of a query, both included. */
export function momentFilter(
  query: Query,
  codes: { readonly from: string; readonly to: string },
): (moment: Date) => boolean {
  const from = moment(query["start_time"], codes.from, "start_time");
  const to = moment(query["end_time"], codes.to, "end_time");
  return (date) => {
    const text = timestamp(date);
    return (from === undefined || text >= from) && (to === undefined || text <= to);
  };
}
