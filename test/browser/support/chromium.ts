/** A Chromium that comes with the npm packages, so that nothing has to be installed beside them. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { chromium, type Browser } from "playwright-core";

/** `@sparticuz/chromium` unpacks itself to one fixed place for all; only its compressed files are used here. */
const PACKAGE = resolve(dirname(require.resolve("@sparticuz/chromium")), "../..");
const COMPRESSED = join(PACKAGE, "bin");

const unpacked = async (name: string): Promise<Buffer> =>
  promisify(brotliDecompress)(await readFile(join(COMPRESSED, name)));

async function unpackArchive(name: string, directory: string): Promise<void> {
  execFileSync("tar", ["-xf", "-", "-C", directory], { input: await unpacked(name) });
}

/** The packed one names places that are not here; without a font, text has no width. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** Unpacks what is packed; several runs may do so at once, and the first to finish wins. */
async function unpack(target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const draft = await mkdtemp(`${target}-`);
  await Promise.all([
    unpackArchive("al2023.tar.br", draft),
    unpackArchive("fonts.tar.br", draft),
    unpacked("chromium.br").then((bytes) => writeFile(join(draft, "chromium"), bytes, { mode: 0o755 })),
  ]);
  await writeFile(join(draft, "fonts.conf"), FONTS);
  await rename(draft, target).catch(() => rm(draft, { recursive: true }));
}

/** Kept in `node_modules`: it goes when the packages go. */
async function packedChromium(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(PACKAGE, "package.json"), "utf8")) as {
    version: string;
  };
  const directory = resolve(PACKAGE, "../../.cache/chromium", `${version}-fonts`);
  if (!existsSync(directory)) await unpack(directory);
  return directory;
}

/** The packed browser runs on Linux on x64; elsewhere a Chrome that is installed takes its place. */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform !== "linux" || process.arch !== "x64") return chromium.launch({ channel: "chrome" });
  const directory = await packedChromium();
  return chromium.launch({
    executablePath: join(directory, "chromium"),
    args: ["--use-gl=disabled"],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(directory, "lib"),
      FONTCONFIG_PATH: directory,
      XDG_CACHE_HOME: join(directory, "cache"),
    },
  });
}
