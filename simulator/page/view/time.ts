/** Moments and spans of simulated time in words. Pure. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `14:05:09`, in UTC as the service tells time. */
export const timeOfDay = (at: number): string => new Date(at).toISOString().slice(11, 19);

/** `2026-11-24 14:05:09 UTC`. */
export const dateAndTime = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 10)} ${timeOfDay(at)} UTC`;

/** `45 s`, `3 min`, `1 h 20 min`, `2 d 3 h`: the two largest units, the smaller one only when it counts. */
export function spanWords(ms: number): string {
  const units: readonly (readonly [number, string])[] = [
    [DAY, "d"],
    [HOUR, "h"],
    [MINUTE, "min"],
    [SECOND, "s"],
  ];
  const seconds = Math.round(Math.max(ms, 0) / SECOND) * SECOND;
  const first = Math.max(
    units.findIndex(([size]) => seconds >= size),
    0,
  );
  if (seconds < SECOND) return "0 s";
  const [size, unit] = units[first] ?? [SECOND, "s"];
  const [smaller, smallerUnit] = units[first + 1] ?? [size, unit];
  const rest = Math.floor((seconds % size) / smaller);
  const head = `${String(Math.floor(seconds / size))} ${unit}`;
  return rest === 0 || size === smaller ? head : `${head} ${String(rest)} ${smallerUnit}`;
}
