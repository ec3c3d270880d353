/** What an examination finds, as data and as text. */

/** How bad it is: a warning lets everything work that works today. */
export type Level = "fine" | "warning" | "problem" | "untried";

/** One thing that was looked at. */
export interface Finding {
  readonly level: Level;
  readonly text: string;
  /** What to do about it, each way in one line. */
  readonly ways?: readonly string[];
}

/** Findings that belong together. */
export interface Section {
  readonly title: string;
  readonly findings: readonly Finding[];
}

export const fine = (text: string): Finding => ({ level: "fine", text });
export const untried = (text: string): Finding => ({ level: "untried", text });
export const warning = (text: string, ways: readonly string[] = []): Finding => ({
  level: "warning",
  text,
  ways,
});
export const problem = (text: string, ways: readonly string[] = []): Finding => ({
  level: "problem",
  text,
  ways,
});

const MARKS: Readonly<Record<Level, string>> = {
  fine: "ok",
  warning: "warning",
  problem: "PROBLEM",
  untried: "-",
};

const WIDTH = Math.max(...Object.values(MARKS).map(({ length }) => length));

const linesOf = ({ level, text, ways = [] }: Finding): readonly string[] => [
  `  ${MARKS[level].padEnd(WIDTH)}  ${text}`,
  ...ways.map((way) => `  ${" ".repeat(WIDTH)}  → ${way}`),
];

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`;

/** How many findings of a level there are. */
export const countOf = (sections: readonly Section[], level: Level): number =>
  sections.flatMap(({ findings }) => findings).filter((finding) => finding.level === level).length;

const summaryOf = (sections: readonly Section[]): string => {
  const problems = countOf(sections, "problem");
  const warnings = countOf(sections, "warning");
  return problems + warnings === 0
    ? "Everything that was looked at is fine."
    : `${counted(problems, "problem")}, ${counted(warnings, "warning")}.`;
};

/** The whole report, line by line. */
export const reportLines = (sections: readonly Section[]): readonly string[] => [
  ...sections.flatMap(({ title, findings }) => [title, ...findings.flatMap(linesOf), ""]),
  summaryOf(sections),
];
