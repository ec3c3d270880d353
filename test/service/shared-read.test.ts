import * as E from "fp-ts/Either";
import { describe, expect, it } from "vitest";
import { refused, type AsError } from "../../provider/core/error";
import { createSharedRead, createTimeline } from "../../provider/service/shared-read";
import { createManualClock } from "../support/clock";

const busy = refused({ operation: "list AS groups", status: 503 });

/** Each read takes 100 ms and answers with its number, the first one with 1. */
const setUp = () => {
  const clock = createManualClock();
  const beganAt: number[] = [];
  const faults = new Set<number>();
  const read = async (): Promise<E.Either<AsError, number>> => {
    const number = beganAt.push(clock.now());
    await clock.sleep(100);
    return faults.has(number) ? E.left(busy) : E.right(number);
  };
  const shared = createSharedRead(read, createTimeline(clock));
  return { clock, beganAt, faults, shared };
};

describe("createSharedRead", () => {
  it("begins one read for all who ask at the same time", async () => {
    const { clock, beganAt, shared } = setUp();
    const answers = await clock.settle(Promise.all([shared.next(), shared.next(), shared.next()]));
    const answer = E.right({ began: { order: 1, at: 0 }, value: 1 });
    expect(answers).toEqual([answer, answer, answer]);
    expect(beganAt).toEqual([0]);
  });

  it("begins the next read when the one under way has ended, for all who asked meanwhile", async () => {
    const { clock, beganAt, shared } = setUp();
    const first = shared.next();
    await clock.advance(10);
    const second = shared.next();
    await clock.advance(50);
    const third = shared.next();
    const answers = await clock.settle(Promise.all([first, second, third]));
    expect(answers.map((answer) => E.isRight(answer) && answer.right.value)).toEqual([1, 2, 2]);
    expect(beganAt).toEqual([0, 100]);
  });

  it("begins the next read also when the one under way fails", async () => {
    const { clock, faults, shared } = setUp();
    faults.add(1);
    const first = shared.next();
    await clock.advance(10);
    const answers = await clock.settle(Promise.all([first, shared.next()]));
    expect(answers).toEqual([E.left(busy), E.right({ began: { order: 2, at: 100 }, value: 2 })]);
  });

  it("begins the next read also when a defect made the one under way throw", async () => {
    const clock = createManualClock();
    let reads = 0;
    const read = (): Promise<E.Either<AsError, number>> => {
      reads += 1;
      return reads === 1 ? Promise.reject(new Error("defect")) : Promise.resolve(E.right(reads));
    };
    const shared = createSharedRead(read, createTimeline(clock));
    await expect(shared.next()).rejects.toThrow("defect");
    expect(await shared.next()).toEqual(E.right({ began: { order: 2, at: 0 }, value: 2 }));
  });

  it("knows the latest read while it is under way and afterwards", async () => {
    const { clock, shared } = setUp();
    expect(shared.latest()).toBeUndefined();
    void shared.next();
    await clock.advance(10);
    const underWay = shared.latest();
    expect(underWay?.began).toEqual({ order: 1, at: 0 });
    await clock.advance(100);
    expect(shared.latest()).toBe(underWay);
  });

  it("forgets a read that failed", async () => {
    const { clock, faults, shared } = setUp();
    faults.add(1);
    await clock.settle(shared.next());
    expect(shared.latest()).toBeUndefined();
  });
});
