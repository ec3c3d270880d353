import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isTransientStatus,
  MAX_BACKOFF_MS,
  MAX_RETRY_AFTER_MS,
  mayRepeat,
  type Fault,
  pauseMs,
} from "../../provider/api/retry";

const SEED = 20261124;

describe("mayRepeat", () => {
  const network = (neverSent: boolean, passing = true): Fault => ({ kind: "network", neverSent, passing });

  it.each([429, 500, 502, 503, 504])("repeats an idempotent request after status %i, no other", (status) => {
    expect(mayRepeat({ kind: "status", status }, true)).toBe(true);
    expect(mayRepeat({ kind: "status", status }, false)).toBe(false);
  });

  it.each([200, 204, 301, 400, 401, 403, 404, 405, 409, 501])("never repeats after status %i", (status) => {
    expect(isTransientStatus(status)).toBe(false);
    expect(mayRepeat({ kind: "status", status }, true)).toBe(false);
  });

  it("repeats an idempotent request whose answer was lost", () => {
    expect(mayRepeat(network(false), true)).toBe(true);
  });

  it("never repeats a request that is not idempotent and may have arrived", () => {
    expect(mayRepeat(network(false), false)).toBe(false);
  });

  it("repeats a request that is not idempotent but was never sent", () => {
    expect(mayRepeat(network(true), false)).toBe(true);
  });

  it("never repeats after a fault that does not pass by itself", () => {
    expect(mayRepeat(network(true, false), true)).toBe(false);
    expect(mayRepeat(network(true, false), false)).toBe(false);
  });
});

describe("pauseMs", () => {
  it("doubles from the base up to the cap", () => {
    const pauses = [1, 2, 3, 4, 5, 6].map((attempt) =>
      pauseMs({ attempt, baseMs: 500, retryAfterMs: 0, random: 0 }),
    );
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 8000]);
  });

  it("waits as long as the service asks for if that is longer", () => {
    expect(pauseMs({ attempt: 1, baseMs: 500, retryAfterMs: 7000, random: 0 })).toBe(7000);
    expect(pauseMs({ attempt: 4, baseMs: 500, retryAfterMs: 1000, random: 0 })).toBe(4000);
  });

  it("adds up to a fifth at random", () => {
    expect(pauseMs({ attempt: 1, baseMs: 500, retryAfterMs: 0, random: 0.5 })).toBe(550);
  });

  it("is never shorter than asked for within the cap, and never much longer than both caps", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.nat(10_000),
        fc.nat(10_000_000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempt, baseMs, retryAfterMs, random) => {
          const pause = pauseMs({ attempt, baseMs, retryAfterMs, random });
          expect(pause).toBeGreaterThanOrEqual(Math.min(retryAfterMs, MAX_RETRY_AFTER_MS));
          expect(pause).toBeLessThanOrEqual(1.2 * Math.max(MAX_BACKOFF_MS, MAX_RETRY_AFTER_MS));
        },
      ),
      { seed: SEED },
    );
  });
});
