/** The numbers of a group through time, as lines that move in steps. Pure. */
import type { Capacity } from "../state.js";
import { spanWords } from "./time.js";

/** The lines of a chart, in the order in which they are drawn: where numbers are equal, each is still seen. */
export const CHART_LINES = ["serving", "desired", "max", "min"] as const;
/** One of {@link CHART_LINES}. */
export type ChartLine = (typeof CHART_LINES)[number];

/** A chart of a given size. */
export interface Chart {
  /** The `d` of an SVG path. */
  readonly paths: Readonly<Record<ChartLine, string>>;
  /** The highest number of the scale. */
  readonly top: number;
  /** Length of the time axis in words. */
  readonly span: string;
  /** The same in words. */
  readonly sentence: string;
}

const round = (value: number): string => String(Math.round(value * 10) / 10);

/**
 * The chart that ends now; undefined when nothing is known yet.
 *
 * @param points the oldest first
 */
export function chartOf(
  points: readonly Capacity[],
  now: number,
  size: { readonly width: number; readonly height: number },
): Chart | undefined {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const span = Math.max(now - first.at, 1);
  const top = Math.max(1, ...points.flatMap(({ max, desired, serving }) => [max, desired, serving]));
  const x = ({ at }: { readonly at: number }): string => round(((at - first.at) / span) * size.width);
  const y = (value: number): string => round(size.height - (value / top) * size.height);
  const path = (line: ChartLine): string => {
    const steps = points.slice(1).map((point) => `H${x(point)}V${y(point[line])}`);
    return `M0 ${y(first[line])}${steps.join("")}H${round(size.width)}`;
  };
  const values = (line: ChartLine): readonly number[] => points.map((point) => point[line]);
  return {
    paths: { max: path("max"), desired: path("desired"), min: path("min"), serving: path("serving") },
    top,
    span: spanWords(now - first.at),
    sentence:
      `In the last ${spanWords(now - first.at)} between ${String(Math.min(...values("serving")))} and ` +
      `${String(Math.max(...values("serving")))} instances were in service; now ${String(last.serving)}.`,
  };
}
