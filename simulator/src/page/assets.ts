/** The files of the page. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A file as it is served. */
export interface Asset {
  readonly type: string;
  readonly content: Buffer;
}

const TYPES = { html: "text/html", css: "text/css", svg: "image/svg+xml", js: "text/javascript" } as const;

/** Hand-written files, and the scripts that the build makes of TypeScript; both beside `src` and `dist`. */
const STATIC = join(__dirname, "../../page");
const SCRIPTS = join(__dirname, "../../dist/page-scripts");

function filesIn(directory: string, extensions: readonly (keyof typeof TYPES)[]): [string, Asset][] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" }).flatMap((path) => {
    const extension = extensions.find((each) => path.endsWith(`.${each}`));
    if (extension === undefined) return [];
    const content = readFileSync(join(directory, path));
    return [[path.replaceAll("\\", "/"), { type: `${TYPES[extension]}; charset=utf-8`, content }]];
  });
}

/** All files by their path below the page's address; undefined when the scripts have not been built. */
export function readAssets(): ReadonlyMap<string, Asset> | undefined {
  if (!existsSync(SCRIPTS)) return undefined;
  return new Map([...filesIn(STATIC, ["html", "css", "svg"]), ...filesIn(SCRIPTS, ["js"])]);
}
