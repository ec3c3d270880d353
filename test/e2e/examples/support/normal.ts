/** What the engine prints, without what differs from run to run. Pure. */

/** Lines that come and go while something is under way, and what a machine's own npm has to say. */
const PASSING = [
  /^ *@ (previewing|updating|refreshing|destroying)/,
  /\b(creating|updating|deleting|replacing|reading|running)\b.* \(\d/,
  /^ +pulumi:pulumi:Stack \S+ running/,
  // The last row of a component is not always written before the run ends.
  /^.{4}otc:autoscaling:\S+ /,
  /^Duration: /,
  // A program's own words for a wait, which a quick service does not need.
  /^ {2}[\w-]+: waiting for /,
  /^npm warn /,
];

const DURATION = / \(\d+(\.\d+)?s\)/g;

const VOLATILE: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, "<id>"],
  [/(?<=[\w-]-)[0-9a-f]{7}\b/g, "<hex>"],
];

/** The row of a resource: operation, type and name, and how far it is. */
const ROW = /^ (\+\+|\+-|--|[+~-]| )  ?([\w-]+:[\w/-]+:\S+) (\S+)/;

/** Rows of a resource are written again and again: the last one of each operation is what came of it. */
function lastRows(lines: readonly string[]): readonly string[] {
  const last = new Map<string, number>();
  const operated = new Set<string>();
  const rows = lines.map((line) => ROW.exec(line));
  rows.forEach((row, index) => {
    if (row === null) return;
    const [, operation = "", type, name] = row;
    last.set(`${operation} ${type} ${name}`, index);
    if (operation !== " ") operated.add(`${type} ${name}`);
  });
  return lines.filter((_, index) => {
    const row = rows[index];
    if (row === null || row === undefined) return true;
    const [, operation = "", type, name] = row;
    if (operation === " " && operated.has(`${type} ${name}`)) return false;
    return last.get(`${operation} ${type} ${name}`) === index;
  });
}

/** The output as a README shows it: what came of each resource, without durations. */
export function shown(output: string): string {
  const lines = output
    .split("\n")
    .filter((line) => !PASSING.some((pattern) => pattern.test(line)))
    .map((line) => line.replaceAll(DURATION, "").trimEnd());
  return lastRows(lines)
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

/** A line whose place depends on which resource gets ready first: a row of the engine, or a program's own progress. */
const isUnordered = (line: string): boolean => ROW.test(line) || /^([…✓] | {2}\w+: |instance )/u.test(line);

/** Two outputs that say the same are the same text afterwards. */
export function normal(output: string): string {
  const lines = VOLATILE.reduce(
    (text, [pattern, instead]) => text.replaceAll(pattern, instead),
    shown(output),
  )
    .split("\n")
    .filter((line) => line !== "");
  const sorted: string[] = [];
  let together: string[] = [];
  for (const line of [...lines, ""]) {
    if (isUnordered(line)) together.push(line);
    else {
      sorted.push(...together.sort(), line);
      together = [];
    }
  }
  return sorted.join("\n").trimEnd();
}
