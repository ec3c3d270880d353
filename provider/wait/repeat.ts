/** Repeating what the service refuses only for the moment. */
import * as E from "fp-ts/Either";
import type { TaskEither } from "fp-ts/TaskEither";
import type { AsError } from "../core/error";
import type { Clock } from "./clock";
import type { Schedule } from "./schedule";

/** When and how long to repeat. */
export interface Repetition {
  /** Is this a refusal that passes by itself, such as AS.0003 (locked) or AS.2033 (state in transition)? */
  readonly isBusy: (error: AsError) => boolean;
  /** Milliseconds on the clock. The last attempt begins then at the latest, the first one always. */
  readonly deadline: number;
  readonly clock: Clock;
  readonly schedule: Schedule;
}

/** Carries out an action, again and again while it is refused as busy; ends with its last answer. */
export const whileBusy =
  <A>(
    action: TaskEither<AsError, A>,
    { isBusy, deadline, clock, schedule }: Repetition,
  ): TaskEither<AsError, A> =>
  async () => {
    for (let attempt = 0; ; attempt += 1) {
      const answer = await action();
      const remaining = deadline - clock.now();
      if (E.isRight(answer) || !isBusy(answer.left) || remaining <= 0) return answer;
      await clock.sleep(Math.min(schedule(attempt), remaining));
    }
  };
