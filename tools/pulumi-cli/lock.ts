import { readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { withProgress, type Say } from "../progress";

const HEARTBEAT_MILLISECONDS = 5_000;
const STALE_AFTER_MILLISECONDS = 60_000;
const POLL_MILLISECONDS = 1_000;

/** What a process knows about a lock that it could not take. */
export interface LockFacts {
  /** `undefined` while the owner has not written its name yet. */
  readonly owner: { readonly pid: number; readonly host: string } | undefined;
  readonly heartbeatAgeMilliseconds: number;
  readonly thisHost: string;
  /** Whether a process with the owner's number runs on this host. */
  readonly ownerRuns: boolean;
}

/** A lock is taken over from an owner that has died here, or that has fallen silent anywhere. */
export function lockDecision(facts: LockFacts): "wait" | "take over" {
  if (facts.heartbeatAgeMilliseconds > STALE_AFTER_MILLISECONDS) return "take over";
  return facts.owner?.host === facts.thisHost && !facts.ownerRuns ? "take over" : "wait";
}

/**
 * Runs `work` while holding the lock file, so that a second process waits instead of doing the same work.
 *
 * The lock only saves work. Two processes that take over the same stale lock at the same moment may both go
 * on: `publish` is what keeps the result whole.
 */
export async function withLock<A>(
  path: string,
  say: Say,
  waiting: string,
  work: () => Promise<A>,
): Promise<A> {
  if (!(await take(path)))
    await withProgress(say, waiting, async () => {
      while (!(await take(path))) await sleep(POLL_MILLISECONDS);
    });
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined); // taken over: the other process beats from now on
  }, HEARTBEAT_MILLISECONDS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<boolean> {
  if (await tryCreate(path)) return true;
  const facts = await readFacts(path);
  if (facts !== undefined) {
    if (lockDecision(facts) === "wait") return false;
    await moveAway(path);
  }
  return await tryCreate(path);
}

async function tryCreate(path: string): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify({ pid: process.pid, host: hostname() }), { flag: "wx" });
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

/** `undefined` when the lock was released in the meantime. */
async function readFacts(path: string): Promise<LockFacts | undefined> {
  try {
    const owner = parseOwner(await readFile(path, "utf8"));
    const { mtimeMs } = await stat(path);
    return {
      owner,
      heartbeatAgeMilliseconds: Date.now() - mtimeMs,
      thisHost: hostname(),
      ownerRuns: owner !== undefined && runs(owner.pid),
    };
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/** The owner that a lock file names; `undefined` when it is empty or half written. */
export function parseOwner(text: string): LockFacts["owner"] {
  const match = /^\{"pid":(\d+),"host":"([^"]+)"\}$/.exec(text);
  return match?.[1] === undefined || match[2] === undefined
    ? undefined
    : { pid: Number(match[1]), host: match[2] };
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM"); // it runs, but belongs to somebody else
  }
}

async function moveAway(path: string): Promise<void> {
  const stale = `${path}.stale-${randomUUID()}`;
  try {
    await rename(path, stale);
    await rm(stale);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
