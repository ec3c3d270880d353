import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { describe, expect, it } from "vitest";
import { refused, scalingFailed, timedOut, unreachable, type AsError } from "../../provider/core/error";
import { createWatching, reaching } from "./support/watching";

const lost = unreachable({ operation: "list scaling action logs", reason: "ECONNRESET", neverSent: false });

describe("progress", () => {
  it("tells of a state when it changes, with the time that has passed", async () => {
    const { clock, watcher, world } = createWatching();
    world.set("web", 0);
    const lines: string[] = [];
    const ended = watcher.until(reaching("web", 3, { onProgress: (line) => lines.push(line) }))();
    await clock.advance(5000);
    world.set("web", 1);
    await clock.advance(5000);
    world.set("web", 3);
    await clock.settle(ended);
    expect(lines).toEqual(["waiting for 3 of web: 0 of 3 (1s)", "waiting for 3 of web: 1 of 3 (7s)"]);
  });

  it("repeats an unchanged state after 30 seconds", async () => {
    const { clock, watcher, world } = createWatching();
    world.set("web", 0);
    const lines: string[] = [];
    await clock.settle(watcher.until(reaching("web", 3, { onProgress: (line) => lines.push(line) }))());
    expect(lines).toEqual(["waiting for 3 of web: 0 of 3 (1s)", "waiting for 3 of web: 0 of 3 (35s)"]);
  });

  it("tells of a read that failed", async () => {
    const { clock, watcher, world, faults } = createWatching();
    world.set("web", 0);
    faults.push(undefined, refused({ operation: "list AS groups", status: 503 }));
    const lines: string[] = [];
    void watcher.until(reaching("web", 3, { onProgress: (line) => lines.push(line) }))();
    await clock.advance(7000);
    expect(lines).toEqual([
      "waiting for 3 of web: 0 of 3 (1s)",
      "waiting for 3 of web: 0 of 3; the last read failed (list AS groups: HTTP 503) (3s)",
      "waiting for 3 of web: 0 of 3 (7s)",
    ]);
  });
});

describe("doubt", () => {
  /** Every pending state is doubtful; the logs give these answers in turn, the last one again and again. */
  const doubting = (...answers: readonly E.Either<AsError, O.Option<string>>[]) => {
    const watching = createWatching();
    watching.world.set("web", 0);
    const asked: { readonly at: number; readonly snapshot: O.Option<number> }[] = [];
    const ended = watching.watcher.until(
      reaching("web", 3, {
        timeoutSeconds: 20,
        judge: (snapshot) => ({
          kind: "pending",
          state: `${O.isSome(snapshot) ? snapshot.value : "none"} of 3`,
          doubtful: true,
        }),
        onDoubt: (snapshot) => {
          asked.push({ at: watching.clock.now(), snapshot });
          return TE.fromEither(answers[Math.min(asked.length, answers.length) - 1] ?? E.right(O.none));
        },
      }),
    )();
    return { ...watching, asked, ended };
  };

  it("fails early with the evidence that the logs give", async () => {
    const { clock, ended, asked } = doubting(E.right(O.some("quota of instances exceeded")));
    expect(await clock.settle(ended)).toEqual(
      E.left(scalingFailed({ wanted: "3 of web", last: "0 of 3", evidence: "quota of instances exceeded" })),
    );
    expect(asked).toEqual([{ at: 1000, snapshot: O.some(0) }]);
  });

  it("asks when a doubtful state begins, and not at every look", async () => {
    const { clock, ended, asked, world } = doubting(E.right(O.none));
    await clock.advance(8000);
    world.set("web", 1);
    await clock.advance(8000);
    world.set("web", 0);
    expect(await clock.settle(ended)).toEqual(
      E.left(timedOut({ wanted: "3 of web", last: "0 of 3", seconds: 20 })),
    );
    expect(asked).toEqual([
      { at: 1000, snapshot: O.some(0) },
      { at: 15_000, snapshot: O.some(1) },
      { at: 20_000, snapshot: O.some(0) },
    ]);
  });

  it("asks again about every 30 seconds while the state lasts, since its cause may come later", async () => {
    const { clock, world, watcher } = createWatching();
    world.set("web", 0);
    const askedAt: number[] = [];
    const ended = watcher.until(
      reaching("web", 3, {
        timeoutSeconds: 70,
        judge: () => ({ kind: "pending", state: "0 of 3", doubtful: true }),
        onDoubt: () => {
          askedAt.push(clock.now());
          return TE.right(O.none);
        },
      }),
    )();
    await clock.settle(ended);
    expect(askedAt).toEqual([1000, 35_000, 65_000]);
  });

  it("asks again after a passing fault", async () => {
    const { clock, ended, asked } = doubting(E.left(lost), E.right(O.some("sold out")));
    expect(await clock.settle(ended)).toEqual(
      E.left(scalingFailed({ wanted: "3 of web", last: "0 of 3", evidence: "sold out" })),
    );
    expect(asked.map(({ at }) => at)).toEqual([1000, 3000]);
  });

  it("goes on without evidence when the logs must not be read", async () => {
    const forbidden = refused({ operation: "list scaling action logs", status: 403, code: "AS.0011" });
    const { clock, ended, asked } = doubting(E.left(forbidden));
    expect(await clock.settle(ended)).toEqual(
      E.left(timedOut({ wanted: "3 of web", last: "0 of 3", seconds: 20 })),
    );
    expect(asked.map(({ at }) => at)).toEqual([1000]);
  });

  it("does not ask about a pending state that is not doubtful", async () => {
    const { clock, watcher, world } = createWatching();
    world.set("web", 0);
    let asked = 0;
    const onDoubt = () => {
      asked += 1;
      return TE.right(O.some("sold out"));
    };
    await clock.settle(watcher.until(reaching("web", 3, { onDoubt }))());
    expect(asked).toBe(0);
  });
});
