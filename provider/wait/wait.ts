/** One wait: what it wants, what it has seen so far, and how it ends. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { TaskEither } from "fp-ts/TaskEither";
import { scalingFailed, timedOut, type AsError } from "../core/error";
import type { Verdict } from "../core/verdict";
import type { Clock } from "./clock";
import { transientReason } from "./transient";

type Pending = Extract<Verdict, { readonly kind: "pending" }>;

/** What a snapshot means for a wait. A pending state may be doubtful: there is reason to ask why it lasts. */
export type Judgement = Exclude<Verdict, Pending> | (Pending & { readonly doubtful?: boolean });

/** What is waited for. */
export interface Watched<A> {
  /** The ID of the thing that is watched. */
  readonly id: string;
  /** Such as `3 instances in service`. */
  readonly wanted: string;
  /** Judges a snapshot; none means that the thing is gone. Only called with reads that began after the wait did. */
  readonly judge: (snapshot: O.Option<A>) => Judgement;
  /**
   * Looks for the cause, such as a failed scaling action: when a doubtful state begins, and about every 30 seconds while
   * it lasts. Some evidence is final and ends the wait. An error of its own is no evidence, and after a passing fault it
   * is asked again.
   */
  readonly onDoubt?: (snapshot: O.Option<A>) => TaskEither<AsError, O.Option<string>>;
  /** From the start of the wait; 0 means not to wait at all. */
  readonly timeoutSeconds: number;
  /** Receives a line whenever the state changes, and at least about every 30 seconds. */
  readonly onProgress?: (line: string) => void;
}

/** What one read has shown: a snapshot, or the reason why there is none this time. */
export type Seen<A> = E.Either<string, O.Option<A>>;

/** How a wait ends: the snapshot that was judged done (undefined when that thing is gone), or an error. */
export type Outcome<A> = E.Either<AsError, A | undefined>;

/** A wait that is under way. */
export interface Wait<A> {
  readonly id: string;
  /** Milliseconds on the clock. */
  readonly deadline: number;
  /** Takes in what a read has shown. Answers with the outcome once that is decided; `isLast` decides it. */
  readonly observe: (seen: Seen<A>, isLast: boolean) => Promise<O.Option<Outcome<A>>>;
}

const PROGRESS_EVERY_MS = 30_000;

/** Begins a wait now. */
export const beginWait = <A>(watched: Watched<A>, clock: Clock): Wait<A> => {
  const { id, wanted, timeoutSeconds } = watched;
  const startedAt = clock.now();
  let answered = { state: "", at: startedAt };
  let last = "not seen yet";
  let reported = { state: "", at: startedAt };

  const report = (state: string): void => {
    const now = clock.now();
    if (state === reported.state && now - reported.at < PROGRESS_EVERY_MS) return;
    reported = { state, at: now };
    watched.onProgress?.(`waiting for ${wanted}: ${state} (${Math.floor((now - startedAt) / 1000)}s)`);
  };

  const evidenceOf = async (snapshot: O.Option<A>, state: string): Promise<O.Option<string>> => {
    const now = clock.now();
    const isFresh = state === answered.state && now - answered.at < PROGRESS_EVERY_MS;
    if (watched.onDoubt === undefined || isFresh) return O.none;
    const answer = await watched.onDoubt(snapshot)();
    if (E.isRight(answer) || O.isNone(transientReason(answer.left))) answered = { state, at: now };
    return O.flatten(O.fromEither(answer));
  };

  const fail = (state: string, evidence: string): O.Option<Outcome<A>> =>
    O.some(E.left(scalingFailed({ wanted, last: state, evidence })));

  /** Nothing is decided but by the deadline. */
  const goOn = (state: string, isLast: boolean): O.Option<Outcome<A>> => {
    if (isLast) return O.some(E.left(timedOut({ wanted, last: state, seconds: Math.round(timeoutSeconds) })));
    report(state);
    return O.none;
  };

  return {
    id,
    deadline: startedAt + timeoutSeconds * 1000,
    observe: async (seen, isLast) => {
      if (E.isLeft(seen)) return goOn(`${last}; the last read failed (${seen.left})`, isLast);
      const judgement = watched.judge(seen.right);
      switch (judgement.kind) {
        case "done":
          return O.some(E.right(O.toUndefined(seen.right)));
        case "failed":
          return fail(judgement.state, judgement.evidence);
        case "pending": {
          last = judgement.state;
          const evidence = judgement.doubtful === true ? await evidenceOf(seen.right, last) : O.none;
          return O.isSome(evidence) ? fail(last, evidence.value) : goOn(last, isLast);
        }
      }
    },
  };
};
