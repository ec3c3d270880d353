import { describe, expect, it } from "vitest";
import { systemClock } from "../../provider/wait/clock";

describe("systemClock", () => {
  it("shows milliseconds since 1970", () => {
    const difference = Math.abs(systemClock.now() - Date.now());
    expect(difference).toBeLessThan(60_000);
  });

  it("has moved on by at least the time slept", async () => {
    const before = systemClock.now();
    await systemClock.sleep(20);
    // Timers count whole milliseconds and may round down.
    expect(systemClock.now() - before).toBeGreaterThanOrEqual(19);
  });

  it("ends a sleep at once when it is cut", async () => {
    const cut = new AbortController();
    const sleep = systemClock.sleep(3_600_000, cut.signal);
    cut.abort();
    await expect(sleep).resolves.toBeUndefined();
  });

  it("does not begin a sleep that has already been cut", async () => {
    await expect(systemClock.sleep(3_600_000, AbortSignal.abort())).resolves.toBeUndefined();
  });
});
