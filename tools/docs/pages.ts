/** The pages of the documentation that are written by hand, or by tests. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const namesIn = (root: string, folder: string): readonly string[] => readdirSync(join(root, folder));

/** What belongs to no folder of pages. */
const SINGLE = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "simulator/README.md",
  "simulator/FIDELITY.md",
];

/** All pages, as paths from the root of the repository: a new guide or example is there by itself. */
export const pagesOf = (root: string): readonly string[] => [
  ...SINGLE,
  ...namesIn(root, "docs/guides")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/guides/${name}`),
  ...["", ...namesIn(root, "examples")]
    .map((name) => join("examples", name, "README.md"))
    .filter((page) => existsSync(join(root, page))),
];

/** The names of the components, as their folders and guides bear them. */
export const componentsOf = (root: string): readonly string[] =>
  namesIn(root, "components").map((name) => name.replace(/\.ts$/, ""));
