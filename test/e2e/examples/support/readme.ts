/** What the README of an example tells its readers to type, and what to expect. Pure. */
import { lexer, type Token, type Tokens } from "marked";
import { normal, shown } from "./normal";

/** A command, and what it prints. */
interface Step {
  readonly command: string;
  readonly output: string;
}

interface ExpectedOutput {
  /** Done once, before the first step: the stack and its settings. */
  readonly setUp: string;
  /** In order. */
  readonly steps: readonly Step[];
}

const isCode = (token: Token): token is Tokens.Code => token.type === "code";

function stepOf(block: string): Step {
  const [first = "", ...output] = block.split("\n");
  if (!first.startsWith("$ "))
    throw new Error(`a block of output begins with its command, not with: ${first}`);
  return { command: first.slice(2), output: output.join("\n") };
}

/** Every block of `console` is a step, and the first one of `bash` sets up. */
export function expectedOutput(readme: string): ExpectedOutput {
  const blocks = lexer(readme).filter(isCode);
  const textsOf = (language: string): readonly string[] =>
    blocks.filter(({ lang }) => lang === language).map(({ text }) => text);
  const [setUp] = textsOf("bash");
  if (setUp === undefined) throw new Error("the README does not say how a stack is made");
  return { setUp, steps: textsOf("console").map(stepOf) };
}

/** The README with what the steps have printed. Output that says the same as before stays as it is written. */
export function withOutput(readme: string, printed: readonly string[]): string {
  const outputs = [...printed];
  return readme.replaceAll(/^```console\n([^]*?)\n```$/gm, (block, text: string) => {
    const { command, output } = stepOf(text);
    const now = outputs.shift() ?? "";
    if (normal(now) === normal(output)) return block;
    return ["```console", `$ ${command}`, ...(shown(now) === "" ? [] : [shown(now)]), "```"].join("\n");
  });
}
