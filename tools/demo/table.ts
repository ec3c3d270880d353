import type { ActResult } from "./act";
import { totalTraffic } from "./traffic";

type Row = readonly [act: string, result: string, calls: string, writes: string, seconds: string];

const HEADER: Row = ["act", "result", "API calls", "of these writes", "seconds"];

/** Words begin at the left, numbers end at the right. */
const WORD_COLUMNS = 2;

/** The acts and their sum, one line each, under a header. */
export function closingTable(results: readonly ActResult[]): string {
  const rows: readonly Row[] = [
    ...results.map(({ title, ...rest }, index) => rowOf({ title: `${index + 1}. ${title}`, ...rest })),
    rowOf({
      title: "all",
      asTold: results.every(({ asTold }) => asTold),
      traffic: totalTraffic(results.map(({ traffic }) => traffic)),
      seconds: results.reduce((sum, { seconds }) => sum + seconds, 0),
    }),
  ];
  const widths = HEADER.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: Row): string =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column < WORD_COLUMNS ? cell.padEnd(width) : cell.padStart(width);
      })
      .join("  ");
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return [line(HEADER), rule, ...rows.slice(0, -1).map(line), rule, ...rows.slice(-1).map(line)].join("\n");
}

function rowOf({ title, asTold, traffic, seconds }: ActResult): Row {
  return [
    title,
    asTold ? "as told" : "NOT as told",
    String(traffic.calls),
    String(traffic.writes),
    seconds.toFixed(1),
  ];
}
