import { styleText } from "node:util";
import type { Act } from "./act";
import type { Verdict } from "./expectation";

const WIDTH = 100;
const INDENTATION = "    ";

/** Tells the story. */
export interface Narrator {
  /** Whether the audience can see colours. */
  readonly coloured: boolean;
  /** One line about the surroundings of the story. */
  readonly say: (line: string) => void;
  readonly heading: (act: Pick<Act, "title" | "told">, number: number, acts: number) => void;
  readonly command: (line: string) => void;
  /** Output of a command, in pieces of any size. */
  readonly output: (text: string) => void;
  readonly verdict: (verdict: Verdict) => void;
  readonly closing: (table: string) => void;
}

/** @param write receives text in pieces; `coloured` says whether it can show colours */
export function createNarrator(write: (text: string) => void, coloured: boolean): Narrator {
  const style = (format: Parameters<typeof styleText>[0], text: string): string =>
    coloured ? styleText(format, text, { validateStream: false }) : text;
  let insideLine = false;
  const freshLine = (): void => {
    if (insideLine) write("\n");
    insideLine = false;
  };
  const line = (text: string): void => {
    freshLine();
    write(`${text}\n`);
  };
  return {
    coloured,
    say: line,
    heading: ({ title, told }, number, acts) => {
      const head = `── Act ${number} of ${acts}: ${title} `;
      line(`\n${style("bold", head.padEnd(WIDTH, "─"))}\n${told}`);
    },
    command: (text) => {
      line(`\n  ${style("cyan", `$ ${text}`)}`);
    },
    output: (text) => {
      if (text === "") return;
      const indented = text.replaceAll(/\n(?=[^\n])/g, `\n${INDENTATION}`);
      write(insideLine || text.startsWith("\n") ? indented : INDENTATION + indented);
      insideLine = !text.endsWith("\n");
    },
    verdict: ({ statement, contradiction }) => {
      line(
        contradiction === undefined
          ? `  ${style("green", "✔")} ${statement}`
          : `  ${style("red", `✘ ${statement}: ${contradiction}`)}`,
      );
    },
    closing: (table) => {
      line(`\n${table}`);
    },
  };
}
