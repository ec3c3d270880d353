import { mkdir, mkdtemp, readdir, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cacheDirectory, publish, removeAbandonedScratch } from "../../../tools/pulumi-cli/cache";
import { PROGRAMS } from "../../../tools/pulumi-cli/cli";
import { runCommand } from "../../../tools/run-command";
import { writeProgram } from "../support/programs";

describe("the place of the cache", () => {
  const machine = { home: "/home/ada", platform: "linux", architecture: "x64" };

  test.each([
    [{}, "/home/ada/.cache/pulumi-otc-autoscaling/pulumi-cli/3.274.1-linux-x64"],
    [{ XDG_CACHE_HOME: "/var/cache" }, "/var/cache/pulumi-otc-autoscaling/pulumi-cli/3.274.1-linux-x64"],
    [{ XDG_CACHE_HOME: "/var/cache", PULUMI_OTC_CACHE_DIR: "/mine" }, "/mine/pulumi-cli/3.274.1-linux-x64"],
  ])("with the environment %j is %s", (env, directory) => {
    expect(cacheDirectory({ ...machine, env })).toBe(directory);
  });
});

describe("publishing what was obtained", () => {
  let directory: string;
  let entry: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "otc-cache-"));
    entry = join(directory, "entry");
  });
  afterEach(() => rm(directory, { recursive: true }));

  async function programs(name: string, except?: string): Promise<string> {
    const path = join(directory, name);
    for (const program of PROGRAMS.filter((candidate) => candidate !== except))
      await writeProgram(path, program, `echo ${name}`);
    return path;
  }
  const origin = async (): Promise<string> => (await runCommand(join(entry, "pulumi"), [])).output.trim();

  test("makes it the entry", async () => {
    await publish(await programs("first"), entry);
    expect(await origin()).toBe("first");
  });

  test("keeps the entry of the process that was faster", async () => {
    await publish(await programs("first"), entry);
    await publish(await programs("second"), entry);
    expect(await origin()).toBe("first");
  });

  test("replaces an entry that has lost a program", async () => {
    await programs("entry", "pulumi-language-nodejs");
    await publish(await programs("whole"), entry);
    expect(await origin()).toBe("whole");
  });

  test("refuses what lacks a program and names it", async () => {
    const partial = await programs("partial", "pulumi-language-nodejs");
    await expect(publish(partial, entry)).rejects.toThrow(
      "the Pulumi CLI came without pulumi-language-nodejs",
    );
  });

  test("removes the scratch of killed processes and no other", async () => {
    const now = Date.now();
    const threeHoursAgo = new Date(now - 3 * 60 * 60 * 1000);
    for (const name of ["entry.new-old", "entry.new-fresh", "other"]) {
      await mkdir(join(directory, name));
      if (name !== "entry.new-fresh") await utimes(join(directory, name), threeHoursAgo, threeHoursAgo);
    }
    await removeAbandonedScratch(entry, now);
    expect((await readdir(directory)).sort()).toEqual(["entry.new-fresh", "other"]);
  });
});
