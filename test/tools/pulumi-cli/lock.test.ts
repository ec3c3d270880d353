import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lockDecision, parseOwner, withLock } from "../../../tools/pulumi-cli/lock";

const held = {
  owner: { pid: 7, host: "here" },
  heartbeatAgeMilliseconds: 5_000,
  thisHost: "here",
  ownerRuns: true,
};

describe("the decision about a lock that is held", () => {
  test.each([
    ["waits for a living owner", held, "wait"],
    ["takes over from an owner that died on this host", { ...held, ownerRuns: false }, "take over"],
    [
      "waits for an owner on another host, whose processes cannot be seen",
      { ...held, thisHost: "there", ownerRuns: false },
      "wait",
    ],
    [
      "takes over from an owner on another host after a minute of silence",
      { ...held, thisHost: "there", heartbeatAgeMilliseconds: 60_001 },
      "take over",
    ],
    [
      "takes over after a minute of silence when another process has got the owner's number",
      { ...held, heartbeatAgeMilliseconds: 60_001 },
      "take over",
    ],
    ["waits for an owner that has not written its name yet", { ...held, owner: undefined }, "wait"],
  ] as const)("%s", (_title, facts, decision) => {
    expect(lockDecision(facts)).toBe(decision);
  });

  test.each(["", '{"pid":12', "[]"])("reads no owner from the half-written text %j", (text) => {
    expect(parseOwner(text)).toBeUndefined();
  });
});

describe("the lock file", () => {
  let directory: string;
  let path: string;
  let said: string[];
  const say = (line: string): void => {
    said.push(line);
  };

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "otc-lock-"));
    path = join(directory, "entry.lock");
    said = [];
  });
  afterEach(() => rm(directory, { recursive: true }));

  test("keeps a second worker out until the first has ended, and tells it once that it waits", async () => {
    const order: string[] = [];
    let firstIsInside = (): void => undefined;
    const inside = new Promise<void>((resolve) => (firstIsInside = resolve));
    let endFirst = (): void => undefined;
    const end = new Promise<void>((resolve) => (endFirst = resolve));
    const first = withLock(path, say, "waiting", async () => {
      firstIsInside();
      await end;
      order.push("first ends");
    });
    await inside;
    const second = withLock(
      path,
      (line) => {
        say(line);
        endFirst();
      },
      "waiting",
      () => Promise.resolve(order.push("second starts")),
    );
    await Promise.all([first, second]);
    expect(order).toEqual(["first ends", "second starts"]);
    expect(said).toEqual(["waiting"]);
  });

  test("is released when the work fails", async () => {
    await expect(withLock(path, say, "waiting", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await readdir(directory)).toEqual([]);
  });

  test("is taken over at once from a silent owner, and nothing of it is left", async () => {
    await writeFile(path, JSON.stringify({ pid: process.pid, host: hostname() }));
    const longAgo = new Date(Date.now() - 120_000);
    await utimes(path, longAgo, longAgo);
    expect(await withLock(path, say, "waiting", () => Promise.resolve("done"))).toBe("done");
    expect(said).toEqual([]);
    expect(await readdir(directory)).toEqual([]);
  });
});
