/** Durations as people write them, and as seconds inside. */
import * as t from "io-ts";
import { type Decoder, decoder } from "./codec/decoder";

const LONGEST_SECONDS = 86_400;
const PATTERN = /^(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?$/;

const secondsOfText = (text: string): number | undefined => {
  const match = PATTERN.exec(text);
  if (match === null || text === "") return undefined;
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part || 0));
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
};

const secondsOf = (value: unknown): number | undefined =>
  typeof value === "number" ? value : typeof value === "string" ? secondsOfText(value) : undefined;

const isDuration = (seconds: unknown): seconds is number =>
  typeof seconds === "number" && Number.isInteger(seconds) && seconds >= 0 && seconds <= LONGEST_SECONDS;

/** Reads a duration such as `"90s"`, `"15m"` or `"1h30m"`, or a number of seconds. At most 24 hours. */
export const duration: Decoder<number> = decoder(
  'a duration such as "90s", "15m" or "1h30m", or seconds, from 0 to 24 hours',
  (value, context) => {
    const seconds = secondsOf(value);
    return isDuration(seconds) ? t.success(seconds) : t.failure(value, context);
  },
);

/** Seconds as people write them: `900` is `15m`, `5400` is `1h30m`. */
export const formatDuration = (seconds: number): string => {
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor((seconds % 3600) / 60), "m"],
    [Math.round(seconds % 60), "s"],
  ];
  const text = parts.map(([count, unit]) => (count === 0 ? "" : `${count}${unit}`)).join("");
  return text === "" ? "0s" : text;
};
