/** The chart of a group's numbers. */
import type { Capacity } from "../state.js";
import { CHART_LINES, chartOf, type ChartLine } from "../view/chart.js";
import { html, setText, svg } from "./element.js";

const SIZE = { width: 600, height: 120 };
/** So that lines at the edge are drawn whole. */
const MARGIN = 3;

const words: Readonly<Record<ChartLine, string>> = {
  max: "max",
  desired: "desired",
  min: "min",
  serving: "in service",
};

const key = (line: ChartLine): HTMLElement =>
  html(
    "li",
    {},
    svg(
      "svg",
      { class: "chart key", viewBox: "0 0 32 10", "aria-hidden": "true" },
      svg("path", { class: line, d: "M0 5H32" }),
    ),
    words[line],
  );

/** A chart that can be brought up to date. */
export function chartPanel(): {
  readonly element: HTMLElement;
  readonly update: (points: readonly Capacity[], now: number) => void;
} {
  const paths = CHART_LINES.map((line) => ({ line, element: svg("path", { class: line }) }));
  const { width, height } = SIZE;
  const box = [-MARGIN, -MARGIN, width + 2 * MARGIN, height + 2 * MARGIN].join(" ");
  const picture = svg(
    "svg",
    { class: "chart", viewBox: box, preserveAspectRatio: "none", "aria-hidden": "true" },
    ...paths.map(({ element }) => element),
  );
  const sentence = html("p", { class: "quiet" });
  const element = html(
    "div",
    {},
    html("h3", {}, "Capacity"),
    html("ul", { class: "legend", "aria-hidden": "true" }, ...CHART_LINES.map(key)),
    picture,
    sentence,
  );
  return {
    element,
    update: (points, now) => {
      const chart = chartOf(points, now, SIZE);
      if (chart === undefined) return;
      for (const { line, element: path } of paths) path.setAttribute("d", chart.paths[line]);
      setText(sentence, chart.sentence);
    },
  };
}
