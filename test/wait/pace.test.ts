import { describe, expect, it } from "vitest";
import { createPace } from "../../provider/wait/pace";
import { createManualClock } from "../support/clock";

const FAR = 3_600_000;
const doubling = (tick: number): number => 1000 * 2 ** tick;

const setUp = () => {
  const clock = createManualClock();
  const pace = createPace(clock, doubling);
  const pausedUntil = async (deadline = FAR): Promise<number> => {
    await clock.settle(pace.pause(deadline));
    return clock.now();
  };
  return { clock, pace, pausedUntil };
};

describe("createPace", () => {
  it("follows the schedule", async () => {
    const { pausedUntil } = setUp();
    expect([await pausedUntil(), await pausedUntil(), await pausedUntil()]).toEqual([1000, 3000, 7000]);
  });

  it("ends a pause at the deadline", async () => {
    const { pausedUntil } = setUp();
    expect([await pausedUntil(), await pausedUntil(2500)]).toEqual([1000, 2500]);
  });

  it("pauses for the first delay when the deadline is nearer or past", async () => {
    const { pausedUntil } = setUp();
    expect([await pausedUntil(), await pausedUntil(), await pausedUntil(3100)]).toEqual([1000, 3000, 4000]);
  });

  it("starts again from the first delay after a restart between two pauses", async () => {
    const { pace, pausedUntil } = setUp();
    await pausedUntil();
    await pausedUntil();
    pace.restart();
    expect([await pausedUntil(), await pausedUntil()]).toEqual([4000, 6000]);
  });

  it("shortens a long pause when it is restarted in its middle", async () => {
    const { clock, pace, pausedUntil } = setUp();
    await pausedUntil();
    await pausedUntil();
    const pause = pace.pause(FAR);
    await clock.advance(500);
    pace.restart();
    await clock.settle(pause);
    expect(clock.now()).toBe(4500);
    expect(await pausedUntil()).toBe(6500);
  });

  it("does not put a tick off, however often it is restarted", async () => {
    const { clock, pace } = setUp();
    const pause = pace.pause(FAR);
    for (let at = 300; at < 1000; at += 300) {
      await clock.advance(300);
      pace.restart();
    }
    await clock.settle(pause);
    expect(clock.now()).toBe(1000);
  });

  it("leaves no sleeper behind when it is restarted", async () => {
    const { clock, pace } = setUp();
    const pause = pace.pause(FAR);
    pace.restart();
    await clock.advance(0);
    expect(clock.sleepers()).toBe(1);
    await clock.settle(pause);
    expect(clock.sleepers()).toBe(0);
  });
});
