import * as E from "fp-ts/Either";
import { describe, expect, it } from "vitest";
import { keepSession } from "../../../provider/api/auth/renewal";
import type { Session } from "../../../provider/api/auth/session";
import { type AsError, signInFailed, unreachable } from "../../../provider/core/error";
import { errorOf, right, valueOf } from "../support/either";

const MINUTE = 60_000;

const session = (name: string, expiresAt?: number): Session => ({
  projectId: name,
  endpoint: "https://as.example/autoscaling-api",
  authorize: (request) => request,
  shows: "token",
  ...(expiresAt === undefined ? {} : { expiresAt }),
});

/** A sign-in that yields these outcomes one after the other, and how often it was called. */
const signIns = (...outcomes: readonly (Session | AsError)[]) => {
  const calls = { count: 0 };
  const signIn = async (): Promise<E.Either<AsError, Session>> => {
    const outcome = outcomes[calls.count++];
    await new Promise(setImmediate);
    if (outcome === undefined) throw new Error("one sign-in too many");
    return "_tag" in outcome ? E.left(outcome) : E.right(outcome);
  };
  return { calls, signIn };
};

describe("the first sign-in", () => {
  it("happens once for any number of callers", async () => {
    const { calls, signIn } = signIns(session("a"));
    const { current } = keepSession(signIn, () => 0);
    const results = await Promise.all([current(), current(), current()]);
    expect(results.map((result) => right(result).projectId)).toEqual(["a", "a", "a"]);
    await valueOf(current);
    expect(calls.count).toBe(1);
  });

  it("is not tried again when the credentials were refused", async () => {
    const { calls, signIn } = signIns(signInFailed("user name or password is wrong"));
    const { current } = keepSession(signIn, () => 0);
    await errorOf(current);
    expect(await errorOf(current)).toEqual(signInFailed("user name or password is wrong"));
    expect(calls.count).toBe(1);
  });

  it.each<AsError>([
    unreachable({ operation: "sign in", reason: "ECONNREFUSED", neverSent: true }),
    { _tag: "Refused", operation: "sign in", status: 503 },
  ])("is tried again by the next caller after a failure that may pass: $_tag", async (failure) => {
    const { calls, signIn } = signIns(failure, session("a"));
    const { current } = keepSession(signIn, () => 0);
    expect(await errorOf(current)).toEqual(failure);
    expect((await valueOf(current)).projectId).toBe("a");
    expect(calls.count).toBe(2);
  });
});

describe("renewal after a refusal", () => {
  it("happens once for any number of callers whose session was refused", async () => {
    const { calls, signIn } = signIns(session("a"), session("b"));
    const { current, after } = keepSession(signIn, () => 0);
    const refused = await valueOf(current);
    const results = await Promise.all([after(refused)(), after(refused)(), after(refused)()]);
    expect(results.map((result) => right(result).projectId)).toEqual(["b", "b", "b"]);
    expect(calls.count).toBe(2);
  });

  it("does not happen for a session that was replaced meanwhile", async () => {
    const { calls, signIn } = signIns(session("a"), session("b"));
    const { current, after } = keepSession(signIn, () => 0);
    const refused = await valueOf(current);
    await valueOf(after(refused));
    expect((await valueOf(after(refused))).projectId).toBe("b");
    expect(calls.count).toBe(2);
  });

  it("can be tried again when it failed for a passing reason", async () => {
    const down = unreachable({ operation: "sign in", reason: "ECONNRESET", neverSent: false });
    const { calls, signIn } = signIns(session("a"), down, session("b"));
    const { current, after } = keepSession(signIn, () => 0);
    const refused = await valueOf(current);
    const results = await Promise.all([after(refused)(), after(refused)()]);
    expect(results).toEqual([E.left(down), E.left(down)]);
    expect((await valueOf(after(refused))).projectId).toBe("b");
    expect(calls.count).toBe(3);
  });
});

describe("renewal ahead of the end", () => {
  const clock = { time: 0 };
  const now = (): number => clock.time;

  it("happens once, less than five minutes before the end and not earlier", async () => {
    clock.time = 0;
    const { calls, signIn } = signIns(session("a", 60 * MINUTE), session("b", 120 * MINUTE));
    const { current } = keepSession(signIn, now);
    await valueOf(current);
    clock.time = 55 * MINUTE;
    expect((await valueOf(current)).projectId).toBe("a");
    clock.time = 55 * MINUTE + 1;
    const results = await Promise.all([current(), current(), current()]);
    expect(results.map((result) => right(result).projectId)).toEqual(["b", "b", "b"]);
    expect(calls.count).toBe(2);
  });

  it("never happens to a session without an end", async () => {
    clock.time = Number.MAX_SAFE_INTEGER;
    const { calls, signIn } = signIns(session("a"));
    const { current } = keepSession(signIn, now);
    await valueOf(current);
    await valueOf(current);
    expect(calls.count).toBe(1);
  });
});
