/** The docstrings of what users see: they stand on the site. */
import * as provider from "../../../../provider";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { codeBlocks, parsePage, ROOT } from "./pages";

/** Where what users see is declared. */
const FOLDERS = ["provider", "components"];

const textOf = (docstring: string): string =>
  docstring
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, ""))
    .join("\n");

const docstringsIn = (source: string): string =>
  [...source.matchAll(/\/\*\*([^]*?)\*\//g)].map(([, docstring = ""]) => textOf(docstring)).join("\n\n");

/** A docstring shows the statement alone: what it takes from the package is imported, and it may wait. */
const program = (block: string): string => {
  if (block.includes("import ")) return block;
  const names = Object.keys(provider).filter((name) => new RegExp(`\\b${name}\\b`).test(block));
  const body = block.includes("await ") ? `export const run = async () => {\n${block}\n};` : block;
  return `import { ${names.join(", ")} } from "pulumi-otc-autoscaling";\n${body}`;
};

/** The blocks of TypeScript in docstrings, as programs, by file and number. */
export const docstringBlocks = (): ReadonlyMap<string, string> =>
  new Map(
    FOLDERS.flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"))
        .map((file) => join(folder, file))
        .flatMap((file) =>
          codeBlocks(parsePage(file, docstringsIn(readFileSync(join(ROOT, file), "utf8"))), "ts").map(
            (block, index): [string, string] => [`${file.replaceAll("/", "_")}-${index + 1}`, program(block)],
          ),
        ),
    ),
  );
