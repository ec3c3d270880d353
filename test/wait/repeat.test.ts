import * as E from "fp-ts/Either";
import { describe, expect, it } from "vitest";
import { hasCode, refused, type AsError } from "../../provider/core/error";
import { whileBusy } from "../../provider/wait/repeat";
import { createManualClock } from "../support/clock";

const busy = refused({ operation: "modify AS group", status: 400, code: "AS.2033" });
const final = refused({ operation: "modify AS group", status: 400, code: "AS.2007" });

const attempt = async (answers: readonly E.Either<AsError, string>[], seconds: number) => {
  const clock = createManualClock(1000);
  const startedAt: number[] = [];
  const action = (): Promise<E.Either<AsError, string>> => {
    startedAt.push(clock.now() - 1000);
    return Promise.resolve(answers[startedAt.length - 1] ?? E.left(busy));
  };
  const repeated = whileBusy(action, {
    isBusy: (error) => hasCode(error, "AS.2033"),
    deadline: clock.now() + seconds * 1000,
    clock,
    schedule: (tick) => 1000 * (tick + 1),
  });
  return { answer: await clock.settle(repeated()), startedAt };
};

describe("whileBusy", () => {
  it("answers at once when the action succeeds", async () => {
    expect(await attempt([E.right("ok")], 60)).toEqual({ answer: E.right("ok"), startedAt: [0] });
  });

  it("repeats on the schedule while the action is refused as busy", async () => {
    expect(await attempt([E.left(busy), E.left(busy), E.right("ok")], 60)).toEqual({
      answer: E.right("ok"),
      startedAt: [0, 1000, 3000],
    });
  });

  it("ends with an error that is not about being busy", async () => {
    expect(await attempt([E.left(busy), E.left(final)], 60)).toEqual({
      answer: E.left(final),
      startedAt: [0, 1000],
    });
  });

  it("tries a last time at the deadline and ends with that refusal", async () => {
    expect(await attempt([], 4)).toEqual({ answer: E.left(busy), startedAt: [0, 1000, 3000, 4000] });
  });

  it("tries once when no time is given", async () => {
    expect(await attempt([], 0)).toEqual({ answer: E.left(busy), startedAt: [0] });
  });
});
