import * as E from "fp-ts/Either";
import * as TE from "fp-ts/TaskEither";
import { describe, expect, it } from "vitest";
import { refused, type AsError } from "../../provider/core/error";
import { createKeyedRead } from "../../provider/service/keyed-read";
import { createManualClock } from "../support/clock";

/** Reads that are counted by key; each answers how often its key has been read. */
const counted = () => {
  const clock = createManualClock();
  const counts = new Map<string, number>();
  const faults = new Map<string, AsError>();
  const reads = createKeyedRead((key: string) => {
    return async () => {
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      await Promise.resolve();
      const fault = faults.get(key);
      return fault === undefined ? E.right(count) : E.left(fault);
    };
  }, clock);
  return { clock, counts, faults, reads };
};

describe("things that are read by key", () => {
  it("are read once for all who ask at the same time, each key by itself", async () => {
    const { reads, counts } = counted();
    await Promise.all([reads.find("a")(), reads.find("a")(), reads.find("b")()]);
    expect(Object.fromEntries(counts)).toEqual({ a: 1, b: 1 });
  });

  it("are read again when they are older than three seconds", async () => {
    const { reads, clock } = counted();
    await reads.find("a")();
    await clock.advance(3000);
    expect(await reads.find("a")()).toEqual(E.right(1));
    await clock.advance(1);
    expect(await reads.find("a")()).toEqual(E.right(2));
  });

  it("are read again after an invalidation, also one that comes while they are being read", async () => {
    const { reads, counts } = counted();
    const early = reads.find("a")();
    while (!counts.has("a")) await Promise.resolve();
    reads.invalidate("a");
    const [, late] = await Promise.all([early, reads.find("a")()]);
    expect(late).toEqual(E.right(2));
    reads.invalidate("b");
    expect(await reads.find("a")()).toEqual(E.right(2));
  });

  it("are read by a call that begins afterwards when somebody must know now", async () => {
    const { reads } = counted();
    await reads.find("a")();
    expect(await reads.findNow("a")()).toEqual(E.right(2));
  });

  it("are not remembered when the read failed", async () => {
    const { reads, faults } = counted();
    faults.set("a", refused({ operation: "read", status: 503 }));
    expect(await TE.swap(reads.find("a"))()).toMatchObject(E.right({ status: 503 }));
    faults.clear();
    expect(await reads.find("a")()).toEqual(E.right(2));
  });
});
