import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { describe, expect, it } from "vitest";
import { refused, scalingFailed, timedOut, undecodable, unreachable } from "../../provider/core/error";
import { createWatcher } from "../../provider/wait/watcher";
import { createManualClock } from "../support/clock";
import { createWatching, reaching } from "./support/watching";

const lost = unreachable({ operation: "list AS groups", reason: "ECONNRESET", neverSent: false });

describe("how a wait ends", () => {
  it("ends with the snapshot that was judged done", async () => {
    const { clock, watcher, world } = createWatching();
    world.set("web", 3);
    expect(await clock.settle(watcher.until(reaching("web", 3))())).toEqual(E.right(3));
  });

  it("ends with undefined when it is judged done and gone", async () => {
    const { clock, watcher } = createWatching();
    const gone = reaching("web", 0, {
      judge: (snapshot) => ({ kind: O.isNone(snapshot) ? "done" : "pending", state: "" }),
    });
    expect(await clock.settle(watcher.until(gone)())).toEqual(E.right(undefined));
  });

  it("reads nothing and ends at once when the time-out is 0", async () => {
    const { watcher, reads, clock } = createWatching();
    expect(await watcher.until(reaching("web", 3, { timeoutSeconds: 0 }))()).toEqual(E.right(undefined));
    expect({ reads, sleepers: clock.sleepers() }).toEqual({ reads: [], sleepers: 0 });
  });

  it("fails with the evidence of a failed verdict", async () => {
    const { clock, watcher } = createWatching();
    expect(await clock.settle(watcher.until(reaching("web", 3))())).toEqual(
      E.left(scalingFailed({ wanted: "3 of web", last: "gone", evidence: "somebody deleted it" })),
    );
  });

  it("reads a last time at the deadline, and fails naming the last state", async () => {
    const { clock, watcher, world, reads } = createWatching();
    world.set("web", 1);
    const ended = watcher.until(reaching("web", 3, { timeoutSeconds: 12 }))();
    expect(await clock.settle(ended)).toEqual(
      E.left(timedOut({ wanted: "3 of web", last: "1 of 3", seconds: 12 })),
    );
    expect(reads.map(({ at }) => at)).toEqual([1000, 3000, 7000, 12_000]);
  });

  it("succeeds when the last read at the deadline shows what was wanted", async () => {
    const { clock, watcher, world } = createWatching();
    world.set("web", 1);
    const ended = watcher.until(reaching("web", 3, { timeoutSeconds: 12 }))();
    await clock.advance(11_999);
    world.set("web", 3);
    expect(await clock.settle(ended)).toEqual(E.right(3));
    expect(clock.now()).toBe(12_000);
  });

  it("reads once more when the deadline passes while a read is under way", async () => {
    const { clock, watcher, world, reads } = createWatching({ latencyMs: 1500 });
    world.set("web", 1);
    const ended = watcher.until(reaching("web", 3, { timeoutSeconds: 2 }))();
    await clock.advance(1200);
    world.set("web", 3);
    expect(await clock.settle(ended)).toEqual(E.right(3));
    expect(reads.map(({ at }) => at)).toEqual([1000, 3500]);
  });

  it("rejects every wait when a judge throws, and watches again afterwards", async () => {
    const { clock, watcher, world } = createWatching();
    world.set("web", 3).set("db", 0);
    const defect = new Error("defect");
    const faulty = reaching("web", 3, {
      judge: () => {
        throw defect;
      },
    });
    const ended = Promise.allSettled([watcher.until(faulty)(), watcher.until(reaching("db", 1))()]);
    const rejected = { status: "rejected", reason: defect };
    expect(await clock.settle(ended)).toEqual([rejected, rejected]);
    expect(await clock.settle(watcher.until(reaching("web", 3))())).toEqual(E.right(3));
  });
});

describe("how many reads it takes", () => {
  it("makes one read a tick for thirty waits, and none when they have ended", async () => {
    const { clock, watcher, world, reads } = createWatching();
    const ids = Array.from({ length: 30 }, (_, index) => `group-${index}`);
    for (const id of ids) world.set(id, 0);
    const ended = Promise.all(ids.map((id) => watcher.until(reaching(id, 3))()));
    await clock.advance(5000);
    for (const id of ids) world.set(id, 3);
    expect(await clock.settle(ended)).toEqual(ids.map(() => E.right(3)));
    expect(reads).toEqual([1000, 3000, 7000].map((at) => ({ at, ids })));
    await clock.advance(600_000);
    expect(reads).toHaveLength(3);
    expect(clock.sleepers()).toBe(0);
  });

  it("asks once for a thing that two waits watch", async () => {
    const { clock, watcher, world, reads } = createWatching();
    world.set("web", 3);
    await clock.settle(
      Promise.all([watcher.until(reaching("web", 2))(), watcher.until(reaching("web", 3))()]),
    );
    expect(reads).toEqual([{ at: 1000, ids: ["web"] }]);
  });

  it("no longer asks for a thing whose wait has ended", async () => {
    const { clock, watcher, world, reads } = createWatching();
    world.set("web", 3).set("db", 0);
    const ended = Promise.all([
      watcher.until(reaching("web", 3))(),
      watcher.until(reaching("db", 1, { timeoutSeconds: 3 }))(),
    ]);
    await clock.settle(ended);
    expect(reads.map(({ ids }) => ids)).toEqual([["web", "db"], ["db"]]);
  });

  it("shares the last read among waits whose deadlines are close together", async () => {
    const { clock, watcher, world, reads } = createWatching();
    const ids = Array.from({ length: 10 }, (_, index) => `group-${index}`);
    const ended: Promise<unknown>[] = [];
    for (const id of ids) {
      world.set(id, 0);
      ended.push(watcher.until(reaching(id, 1, { timeoutSeconds: 8 }))());
      await clock.advance(50);
    }
    await clock.settle(Promise.all(ended));
    expect(reads.map(({ at }) => at)).toEqual([1000, 3000, 7000, 8000, 9000]);
  });

  it("starts the back-off again when a wait is added", async () => {
    const { clock, watcher, world, reads } = createWatching();
    world.set("web", 0).set("db", 0);
    void watcher.until(reaching("web", 1))();
    await clock.advance(8000);
    void watcher.until(reaching("db", 1))();
    await clock.advance(4000);
    expect(reads.map(({ at }) => at)).toEqual([1000, 3000, 7000, 9000, 11_000]);
  });
});

describe("what a wait may judge", () => {
  it("never judges a read that began before the wait did", async () => {
    const { clock, watcher, world, reads } = createWatching({ latencyMs: 600 });
    world.set("web", 3).set("db", 0);
    const seen: O.Option<number>[] = [];
    void watcher.until(reaching("db", 1))();
    const watched = reaching("web", 3);
    // The first read begins at 1000 and shows 3; our own write sets 0 at 1200, and then we wait for 3.
    void watcher.until({ ...watched, judge: () => ({ kind: "pending", state: "" }) })();
    await clock.advance(1200);
    world.set("web", 0);
    const ended = watcher.until({
      ...watched,
      judge: (snapshot) => {
        seen.push(snapshot);
        return watched.judge(snapshot);
      },
    })();
    await clock.advance(1500);
    world.set("web", 3);
    expect(await clock.settle(ended)).toEqual(E.right(3));
    expect(seen).toEqual([O.some(0), O.some(3)]);
    expect(reads.map(({ at }) => at)).toEqual([1000, 2600, 5200]);
  });

  it("does not judge a thing that the answer leaves out, but does not take it for gone either", async () => {
    const clock = createManualClock();
    const watcher = createWatcher<number>({
      read: () => TE.right(new Map()),
      clock,
      schedule: () => 1000,
    });
    const ended = watcher.until(reaching("web", 3, { timeoutSeconds: 1 }))();
    expect(await clock.settle(ended)).toEqual(
      E.left(
        timedOut({
          wanted: "3 of web",
          last: "not seen yet; the last read failed (the answer does not mention it)",
          seconds: 1,
        }),
      ),
    );
  });
});

describe("reads that fail", () => {
  it.each([[lost], [refused({ operation: "list AS groups", status: 503 })]])(
    "goes on after %o while time remains",
    async (fault) => {
      const { clock, watcher, world, faults } = createWatching();
      world.set("web", 3);
      faults.push(fault, fault);
      expect(await clock.settle(watcher.until(reaching("web", 3))())).toEqual(E.right(3));
      expect(clock.now()).toBe(7000);
    },
  );

  it("names a passing fault beside the last state when it is the last thing seen", async () => {
    const { clock, watcher, world, faults } = createWatching();
    world.set("web", 1);
    faults.push(undefined, lost);
    const ended = watcher.until(reaching("web", 3, { timeoutSeconds: 3 }))();
    expect(await clock.settle(ended)).toEqual(
      E.left(
        timedOut({
          wanted: "3 of web",
          last: "1 of 3; the last read failed (list AS groups: ECONNRESET)",
          seconds: 3,
        }),
      ),
    );
  });

  it("does not name a passing fault that a later read has overtaken", async () => {
    const { clock, watcher, world, faults } = createWatching();
    world.set("web", 1);
    faults.push(lost);
    const ended = watcher.until(reaching("web", 3, { timeoutSeconds: 3 }))();
    expect(await clock.settle(ended)).toEqual(
      E.left(timedOut({ wanted: "3 of web", last: "1 of 3", seconds: 3 })),
    );
  });

  it.each([
    [refused({ operation: "list AS groups", status: 401 })],
    [refused({ operation: "list AS groups", status: 403, code: "AS.0011" })],
    [undecodable("list AS groups", [])],
  ])("ends every wait at once with %o", async (fault) => {
    const { clock, watcher, world, faults } = createWatching();
    world.set("web", 3);
    faults.push(fault);
    const ended = Promise.all([watcher.until(reaching("web", 3))(), watcher.until(reaching("db", 3))()]);
    expect(await clock.settle(ended)).toEqual([E.left(fault), E.left(fault)]);
    expect(clock.now()).toBe(1000);
  });

  it("spares a wait that was added while the failing read was under way", async () => {
    const { clock, watcher, world, faults } = createWatching({ latencyMs: 500 });
    world.set("web", 3);
    const fault = undecodable("list AS groups", []);
    faults.push(fault);
    const first = watcher.until(reaching("web", 3))();
    await clock.advance(1200);
    const second = watcher.until(reaching("web", 3))();
    expect(await clock.settle(Promise.all([first, second]))).toEqual([E.left(fault), E.right(3)]);
  });
});
