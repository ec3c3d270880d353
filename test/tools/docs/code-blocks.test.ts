import { expect, test } from "vitest";
import { compile } from "./support/compile";
import { codeBlocks, GUIDES, readPage } from "./support/pages";

/** The compiler reads all of Pulumi's types. */
const TIMEOUT = 120_000;

const blocksOf = (files: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    files.flatMap((file) =>
      codeBlocks(readPage(file), "ts").map((text, index): [string, string] => [`${file}-${index + 1}`, text]),
    ),
  );

test(
  "every block of TypeScript in the README and the guides compiles against the sources",
  () => {
    const blocks = blocksOf(["README.md", ...GUIDES]);
    expect([...blocks.keys()]).toContain("README.md-1");
    expect(compile(blocks)).toEqual([]);
  },
  TIMEOUT,
);

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
