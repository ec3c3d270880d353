/** Writes the documentation into docs/site, and looks whether every link in it leads somewhere. Run by `make docs`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "../build";
import { deadLinks, type Site } from "./dead-links";
import { writeSite } from "./site";

const SITE = join(REPOSITORY, "docs/site");

const readSite = (): Site => {
  const files = readdirSync(SITE, { recursive: true, encoding: "utf8" });
  const pages = files.filter((file) => file.endsWith(".html") && !file.startsWith("media/"));
  return {
    files: new Set(files),
    pages: new Map(pages.map((page) => [page, readFileSync(join(SITE, page), "utf8")])),
  };
};

const main = async (): Promise<void> => {
  if (!(await writeSite(REPOSITORY, SITE))) throw new Error("the documentation has mistakes: see above");
  const dead = deadLinks(readSite());
  if (dead.length > 0) throw new Error(`links that lead nowhere:\n${dead.join("\n")}`);
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
