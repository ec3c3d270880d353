/** The commands that the pages tell their readers to type exist, with the options that stand there. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { engineEnvironment } from "../../tools/engine/environment";
import { runCommand } from "../../tools/run-command";
import { codeBlocks, PAGES, readPage } from "../tools/docs/support/pages";
import { context } from "./support/context";

/** A command as it is written: its words, and the options among them. */
interface Written {
  readonly words: readonly string[];
  readonly options: readonly string[];
}

/** Every use of an executable in a block of commands; what a shell would do with the rest does not matter. */
const usesOf = (executable: string, block: string): readonly Written[] =>
  block
    .replaceAll("\\\n", " ")
    // Where it runs is an option with a value, before the command.
    .replaceAll(/ -C \S+/g, "")
    .split("\n")
    .flatMap((line) => line.replace(/(^|\s)#.*$/, "").split(/[|;&]|\$\(/))
    .flatMap((part) => {
      const [, rest] = new RegExp(`(?:^|[\\s"])${executable}((?:\\s|$).*)`).exec(part) ?? [];
      if (rest === undefined) return [];
      const tokens = rest.split(/[\s")]+/).filter((token) => token !== "");
      return [
        {
          words: tokens.filter((token) => /^[a-z][a-z-]*$/.test(token)),
          options: tokens.flatMap((token) => /^--?[a-z][a-z-]*/.exec(token) ?? []),
        },
      ];
    });

let scratch: string;
const helps = new Map<string, Promise<string>>();

const helpOf = (file: string, path: readonly string[]): Promise<string> => {
  const key = [file, ...path].join(" ");
  const known = helps.get(key);
  if (known !== undefined) return known;
  const { cliDirectory } = context();
  const help = runCommand(file, [...path, "--help"], {
    cwd: scratch,
    env: engineEnvironment(process.env, { scratch, cliDirectory, environment: {} }),
  }).then(({ output }) => output);
  helps.set(key, help);
  return help;
};

const lists = (help: string, word: string): boolean => new RegExp(`^\\s+${word}\\s`, "m").test(help);

/** Other names of a command stand in its own help only. */
const isAlias = (help: string, word: string): boolean =>
  new RegExp(`^Aliases:\\n.*\\b${word}\\b`, "m").test(help);

/** What the executable does not know of a use. */
const unknownIn = async (file: string, { words, options }: Written): Promise<readonly string[]> => {
  const path: string[] = [];
  let help = await helpOf(file, path);
  for (const word of words) {
    const deeper = await helpOf(file, [...path, word]);
    if (!lists(help, word) && !isAlias(deeper, word)) break;
    path.push(word);
    help = deeper;
  }
  const [first] = words;
  return [
    ...(path.length === 0 && first !== undefined ? [`no command ${first}`] : []),
    ...options
      .filter((option) => !new RegExp(`(^|[\\s,])${option}[\\s,]`, "m").test(help))
      .map((option) => `no option ${option} of ${path.join(" ")}`),
  ];
};

/** The executables by the names under which the pages use them. */
const files = (): Readonly<Record<string, string>> => ({
  pulumi: "pulumi",
  "pulumi-otc-autoscaling": join(context().template, "node_modules/.bin/pulumi-otc-autoscaling"),
});

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "otc-as-commands-"));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

test.each(["pulumi", "pulumi-otc-autoscaling"])("every use of %s is one that it knows", async (name) => {
  const file = files()[name] ?? name;
  const found: string[] = [];
  let uses = 0;
  for (const page of PAGES)
    for (const block of codeBlocks(readPage(page), "bash"))
      for (const use of usesOf(name, block)) {
        uses += 1;
        found.push(...(await unknownIn(file, use)).map((unknown) => `${page}: ${unknown}`));
      }
  expect(uses).toBeGreaterThan(3);
  expect(found).toEqual([]);
});

test("a command and an option that do not exist are found", async () => {
  const uses = usesOf("pulumi", "cd web && pulumi upp --yes   # no\npulumi stack init dev --no-such-flag");
  expect(await Promise.all(uses.map((use) => unknownIn("pulumi", use)))).toEqual([
    ["no command upp", "no option --yes of "],
    ["no option --no-such-flag of stack init"],
  ]);
});
