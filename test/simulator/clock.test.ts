import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { manualClock, realClock } from "../../simulator/src/clock";

const START = new Date("2026-01-01T00:00:00Z");

describe("manual clock", () => {
  test("stands still until it is advanced", () => {
    const clock = manualClock(START);
    expect(clock.now()).toEqual(START);
    clock.advance(1500);
    expect(clock.now()).toEqual(new Date("2026-01-01T00:00:01.500Z"));
  });

  test("carries out tasks in the order of their moments, each at its own moment", () => {
    const clock = manualClock(START);
    const seen: [string, number][] = [];
    const note = (name: string) => () => seen.push([name, clock.now().getTime() - START.getTime()]);
    clock.after(300, note("late"));
    clock.after(100, note("early"));
    clock.after(100, note("early too"));
    clock.after(1000, note("too late"));
    clock.advance(500);
    expect(seen).toEqual([
      ["early", 100],
      ["early too", 100],
      ["late", 300],
    ]);
  });

  test("carries out what a task asks for, when it is due in the same advance", () => {
    const clock = manualClock(START);
    const seen: number[] = [];
    clock.after(100, () => {
      clock.after(100, () => seen.push(clock.now().getTime() - START.getTime()));
    });
    clock.advance(200);
    expect(seen).toEqual([200]);
  });

  test("drops tasks that are cancelled or stopped", () => {
    const clock = manualClock(START);
    const task = vi.fn();
    clock.after(10, task)();
    clock.after(10, task);
    clock.stop();
    clock.advance(100);
    expect(task).not.toHaveBeenCalled();
  });
});

describe("real clock", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: START });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("runs as many times as fast as real time as its speed says", () => {
    const clock = realClock(50);
    vi.advanceTimersByTime(2000);
    expect(clock.now().getTime() - START.getTime()).toBe(100_000);
  });

  test("carries out a task when the simulated time has passed", () => {
    const clock = realClock(50);
    const task = vi.fn();
    clock.after(5000, task);
    vi.advanceTimersByTime(99);
    expect(task).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(task).toHaveBeenCalledOnce();
  });

  test("moves outstanding tasks when the speed changes, and time does not jump", () => {
    const clock = realClock(1);
    const task = vi.fn();
    clock.after(10_000, task);
    vi.advanceTimersByTime(1000);
    clock.setSpeed(100);
    expect(clock.now().getTime() - START.getTime()).toBe(1000);
    expect(clock.speed).toBe(100);
    vi.advanceTimersByTime(89);
    expect(task).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(task).toHaveBeenCalledOnce();
  });

  test("waits for tasks that lie beyond the longest timer of Node", () => {
    const clock = realClock(1);
    const task = vi.fn();
    const fortyDays = 40 * 24 * 3600 * 1000;
    clock.after(fortyDays, task);
    vi.advanceTimersByTime(fortyDays - 1);
    expect(task).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(task).toHaveBeenCalledOnce();
  });

  test("leaves no timer behind when it is stopped or its last task is cancelled", () => {
    const clock = realClock(1);
    clock.after(10, vi.fn())();
    expect(vi.getTimerCount()).toBe(0);
    clock.after(10, vi.fn());
    clock.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each([0, -1, NaN, Infinity])("refuses the speed %s", (speed) => {
    expect(() => realClock(speed)).toThrow(RangeError);
    const clock = realClock(2);
    expect(() => {
      clock.setSpeed(speed);
    }).toThrow(RangeError);
    expect(clock.speed).toBe(2);
  });
});
