import { spawnSync } from "node:child_process";
import ts from "typescript";
import { expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { compile, DOCSTRING_PLACEHOLDERS } from "./support/compile";
import { docstringBlocks } from "./support/docstrings";
import { codeBlocks, languages, PAGES, readPage } from "./support/pages";

/** The compiler reads all of Pulumi's types. */
const TIMEOUT = 120_000;

const blocksOf = (language: string): ReadonlyMap<string, string> =>
  new Map(
    PAGES.flatMap((file) =>
      codeBlocks(readPage(file), language).map((text, index): [string, string] => [
        `${file}-${index + 1}`,
        text,
      ]),
    ),
  );

/** A path that is somebody's own: a home, a scratch directory. */
const OWN_PATH = /(?<![\w.~/-])\/(?:home|Users|tmp|var|mnt|private)\//;

/** Throws what bash has against the form of these commands; nothing is carried out. */
const readByBash = (text: string): void => {
  const { status, stderr } = spawnSync("bash", ["-n"], { input: text, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
};

const failures = (language: string, read: (text: string) => unknown): readonly string[] =>
  [...blocksOf(language)].flatMap(([name, text]) => {
    try {
      read(text);
      return [];
    } catch (error) {
      return [`${name}: ${String(error)}`];
    }
  });

test(
  "every block of TypeScript in the README, the guides and the examples compiles against the sources",
  () => {
    const blocks = blocksOf("ts");
    expect([...blocks.keys()]).toContain("README.md-1");
    expect(compile(blocks)).toEqual([]);
  },
  TIMEOUT,
);

test(
  "every block of TypeScript in a docstring, which stands on the site, compiles, too",
  () => {
    const blocks = docstringBlocks();
    expect(blocks.size).toBeGreaterThan(15);
    expect(compile(blocks, DOCSTRING_PLACEHOLDERS)).toEqual([]);
  },
  TIMEOUT,
);

test("every block names a language that is looked at here, or is a picture or an output", () => {
  const known = ["ts", "js", "json", "yaml", "bash", "console", "text", "hcl"];
  const used = PAGES.flatMap((file) =>
    languages(readPage(file))
      .filter((language) => !known.includes(language))
      .map((language) => `${file}: ${language}`),
  );
  expect(used).toEqual([]);
});

test("every block of commands can be read by bash", () => {
  expect(failures("bash", readByBash)).toEqual([]);
  expect(() => {
    readByBash("if true; then echo");
  }).toThrow("syntax error");
});

test("every block of JSON and YAML can be read", () => {
  expect(failures("json", (text) => JSON.parse(text) as unknown)).toEqual([]);
  expect(
    failures("yaml", (text) => {
      for (const { errors } of parseAllDocuments(text)) if (errors[0] !== undefined) throw errors[0];
    }),
  ).toEqual([]);
});

test("every block of JavaScript has the form of a program", () => {
  expect(
    failures("js", (text) => {
      const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true });
      if (diagnostics[0] !== undefined)
        throw new Error(ts.flattenDiagnosticMessageText(diagnostics[0].messageText, "\n"));
    }),
  ).toEqual([]);
});

test("no output and no command shows a path of somebody's machine", () => {
  const shown = ["console", "bash", "text"].flatMap((language) => [...blocksOf(language)]);
  expect(shown.filter(([, text]) => OWN_PATH.test(text)).map(([name]) => name)).toEqual([]);
  expect("error: cannot read /home/ada/shop/Pulumi.yaml").toMatch(OWN_PATH);
});

test(
  "a block with an argument that does not exist does not compile",
  () => {
    const block =
      'import { AsGroup } from "pulumi-otc-autoscaling";\nnew AsGroup("web", { ...args, cooldown: 3 });';
    expect(compile(new Map([["sample", block]]))).toEqual([
      "sample.ts: Object literal may only specify known properties, and 'cooldown' does not exist in type 'AsGroupArgs'.",
    ]);
  },
  TIMEOUT,
);
