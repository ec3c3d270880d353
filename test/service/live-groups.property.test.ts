import fc from "fast-check";
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import { describe, expect, it } from "vitest";
import type { AsGroup } from "../../provider/core/as-group/model";
import type { AsError } from "../../provider/core/error";
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
  kind: fc.constantFrom(
    ...([
      "find",
      "find",
      "find",
      "find",
      "fresh",
      "fresh",
      "write",
      "write",
      "outside",
      "outside",
      "delete",
    ] as const),
  ),
  id: fc.constantFrom(...IDS),
});
const pass: fc.Arbitrary<Command> = fc.record({
  kind: fc.constant("pass" as const),
  milliseconds: fc.integer({ min: 0, max: 1000 }),
});
const script = fc.array(fc.oneof(onGroup, pass), { minLength: 20, maxLength: 80, size: "max" });

/**
 * One group and all that happened to it. Each change gives it the next version, which its desired number shows; a
 * deletion is its last change.
 */
const createHistory = ({ clock, groups, live }: LiveWorld, id: string) => {
  const changedAt = [0];
  const complaints: string[] = [];
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

  /** What an answer shows; complains when it shows less than it must. */
  const check = (
    answer: E.Either<AsError, O.Option<AsGroup>>,
    least: Readonly<Record<string, number>>,
  ): void => {
    if (E.isLeft(answer)) {
      complaints.push(`failed with ${answer.left._tag}`);
      return;
    }
    if (O.isNone(answer.right) && !isDeleted) complaints.push("gone, although it was never deleted");
    const seen = O.isSome(answer.right) ? answer.right.value.desireInstanceNumber : version();
    newestAnswered = Math.max(newestAnswered, seen);
    for (const [moment, expected] of Object.entries({ ...least, "our own last write": writtenVersion }))
      if (seen < expected) complaints.push(`older than ${moment}`);
  };

  return {
    complaints,
    change,
    write: () => {
      change(false);
      live.invalidate(id);
      writtenVersion = version();
    },
    find: async (): Promise<void> => {
      const least = {
        "three seconds": changedAt.filter((at) => at < clock.now() - MAX_AGE_MS).length - 1,
        "an earlier answer": newestAnswered,
      };
      check(await live.find(id)(), least);
    },
    fresh: async (): Promise<void> => {
      const least = { "the call": version() };
      const answer = await live.fresh([id])();
      check(
        pipe(
          answer,
          E.map((groups) => groups.get(id)!),
        ),
        least,
      );
    },
  };
};

/** Carries out the commands without waiting for answers; says what was wrong with those. */
const complaintsAfter = async (
  commands: readonly Command[],
  world: LiveWorld,
): Promise<readonly string[]> => {
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
  return [...histories.values()].flatMap(({ complaints }) => complaints);
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
        expect(await complaintsAfter(commands, world)).toEqual([]);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
