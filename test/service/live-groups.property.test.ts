import fc from "fast-check";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { describe, expect, it } from "vitest";
import { asGroup, createLiveWorld, roleForbids, type LiveWorld } from "./support/live-world";

const SEED = 20261124;
const MAX_AGE_MS = 3000;
const LATENCY_MS = 400;
const IDS = ["a", "b", "c"];

/** `write` is our own, and invalidates; `outside` and `delete` are somebody else's, of which nobody tells us. */
interface OnGroup {
  readonly kind: "find" | "fresh" | "write" | "outside" | "delete";
  readonly id: string;
}
interface Pass {
  readonly kind: "pass";
  readonly milliseconds: number;
}
type Command = OnGroup | Pass;

const onGroup: fc.Arbitrary<Command> = fc.record({
  kind: fc.constantFrom("find", "find", "find", "fresh", "write", "outside", "delete"),
  id: fc.constantFrom(...IDS),
});
const pass: fc.Arbitrary<Command> = fc.record({
  kind: fc.constant("pass" as const),
  milliseconds: fc.integer({ min: 0, max: 2000 }),
});
const script = fc.array(fc.oneof(onGroup, pass), { maxLength: 80 });

/**
 * One group and all that happened to it. Each change gives it the next version, which its desired number shows; a
 * deletion is its last change.
 */
const createHistory = ({ clock, groups, live }: LiveWorld, id: string) => {
  const changedAt = [0];
  let isDeleted = false;
  let writtenVersion = 0;
  let newestAnswered = 0;
  const version = (): number => changedAt.length - 1;

  const change = (deletion: boolean): void => {
    if (isDeleted) return;
    isDeleted = deletion;
    changedAt.push(clock.now());
    if (deletion) groups.delete(id);
    else groups.set(id, asGroup(id, { desireInstanceNumber: version() }));
  };

  const versionOf = (
    answer: E.Either<unknown, unknown>,
    seen: O.Option<{ desireInstanceNumber: number }>,
  ) => {
    expect(E.isRight(answer)).toBe(true);
    if (O.isSome(seen)) return seen.value.desireInstanceNumber;
    expect(isDeleted).toBe(true);
    return version();
  };

  return {
    change,
    write: () => {
      change(false);
      live.invalidate(id);
      writtenVersion = version();
    },
    find: async (): Promise<void> => {
      const calledAt = clock.now();
      const answeredBefore = newestAnswered;
      const oldEnough = changedAt.filter((at) => at < calledAt - MAX_AGE_MS).length - 1;
      const answer = await live.find(id)();
      const seen = versionOf(answer, E.isRight(answer) ? answer.right : O.none);
      newestAnswered = Math.max(newestAnswered, seen);
      expect(seen, "older than our own last write").toBeGreaterThanOrEqual(writtenVersion);
      expect(seen, "older than allowed").toBeGreaterThanOrEqual(oldEnough);
      expect(seen, "older than an earlier answer").toBeGreaterThanOrEqual(answeredBefore);
    },
    fresh: async (): Promise<void> => {
      const versionAtCall = version();
      const answer = await live.fresh([id])();
      const seen = versionOf(answer, E.isRight(answer) ? answer.right.get(id)! : O.none);
      newestAnswered = Math.max(newestAnswered, seen);
      expect(seen, "older than the call").toBeGreaterThanOrEqual(versionAtCall);
    },
  };
};

const play = async (commands: readonly Command[], world: LiveWorld): Promise<void> => {
  const histories = new Map(IDS.map((id) => [id, createHistory(world, id)]));
  const answers: Promise<void>[] = [];
  for (const command of commands) {
    if (command.kind === "pass") {
      await world.clock.advance(command.milliseconds);
      continue;
    }
    const history = histories.get(command.id)!;
    if (command.kind === "find") answers.push(history.find());
    else if (command.kind === "fresh") answers.push(history.fresh());
    else if (command.kind === "write") history.write();
    else history.change(command.kind === "delete");
  }
  await world.clock.settle(Promise.all(answers));
};

describe("any interleaving of reads, own writes and outside changes", () => {
  it.each([
    { where: "one page of groups", total: 3, forbidden: false },
    { where: "three pages of groups", total: 250, forbidden: false },
    { where: "no permission to list", total: 3, forbidden: true },
  ])("never shows a group older than promised, with $where", async ({ total, forbidden }) => {
    await fc.assert(
      fc.asyncProperty(script, async (commands) => {
        const world = createLiveWorld(IDS, { latencyMs: LATENCY_MS, total });
        if (forbidden) world.faults.set("list", roleForbids);
        await play(commands, world);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });
});
