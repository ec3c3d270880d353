import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { PROGRAMS } from "../../../tools/pulumi-cli/cli";
import { ensurePulumi } from "../../../tools/pulumi-cli/ensure";
import { writeProgram } from "../support/programs";

describe("the way to a Pulumi CLI", () => {
  let directory: string;
  let said: string[];
  const say = (line: string): void => {
    said.push(line);
  };

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "otc-ensure-"));
    said = [];
    // A CLI or a Go of this machine must not be found.
    vi.stubEnv("PATH", join(directory, "path"));
    vi.stubEnv("PULUMI_OTC_CACHE_DIR", join(directory, "cache"));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(directory, { recursive: true });
  });

  async function putOnPath(version: string): Promise<void> {
    for (const program of PROGRAMS) await writeProgram(join(directory, "path"), program, `echo v${version}`);
  }
  async function putInCache(): Promise<string> {
    const entry = join(directory, "cache/pulumi-cli", `3.274.1-${process.platform}-${process.arch}`);
    for (const program of PROGRAMS) await writeProgram(entry, program, "echo v3.274.1");
    return entry;
  }

  test("ends at the PATH when that has a recent one, even though the cache has one, too", async () => {
    await putOnPath("3.300.0");
    await putInCache();
    expect(await ensurePulumi(say)).toEqual({
      directory: join(directory, "path"),
      source: "path",
      version: "3.300.0",
    });
    expect(said).toEqual([]);
  });

  test("goes on to the cache when the one on the PATH is old, and says so", async () => {
    await putOnPath("3.100.0");
    const entry = await putInCache();
    expect(await ensurePulumi(say)).toEqual({ directory: entry, source: "cache", version: "3.274.1" });
    expect(said).toEqual([
      `Pulumi CLI: pulumi 3.100.0 in ${join(directory, "path")} is older than 3.200.0; looking further`,
    ]);
  });

  test("ends with what to install when nothing can be downloaded and Go is missing", async () => {
    await writeProgram(join(directory, "path"), "npm", "echo 'pulumi: fetch failed'; exit 1");
    await writeProgram(join(directory, "path"), "go", "exit 127");
    await expect(ensurePulumi(say)).rejects.toThrow(/^go is missing: .* install Go 1\.26\.6 or newer from /);
    expect(said.at(-1)).toBe(
      "Pulumi CLI: the npm installer did not succeed (pulumi: fetch failed); building it instead",
    );
  });

  test("fills the cache by a build, once, and leaves nothing else in it", async () => {
    await writeProgram(join(directory, "path"), "npm", "exit 1");
    await writeProgram(
      join(directory, "path"),
      "go",
      `PATH=/usr/bin:/bin
       case "$1" in
         build) name=$(sed -n 's#^tool .*/##p' go.mod); touch ../bin/"$name"; chmod +x ../bin/"$name" ;;
       esac`,
    );
    const built = await ensurePulumi(say);
    expect(built).toMatchObject({ source: "go", version: "3.274.1" });
    expect(dirname(built.directory)).toBe(join(directory, "cache/pulumi-cli"));
    expect(await ensurePulumi(say)).toEqual({ ...built, source: "cache" });
    expect(said.filter((line) => line.includes("building the engine"))).toHaveLength(1);
    expect(await readdir(dirname(built.directory))).toEqual([basename(built.directory)]);
  });
});
