/** Writes that are repeated while the service refuses them for the moment. */
import type * as TE from "fp-ts/TaskEither";
import { handled } from "../core/as-code/handling";
import { hasCode, type AsError } from "../core/error";
import type { Clock } from "../wait/clock";
import { whileBusy } from "../wait/repeat";
import type { Schedule } from "../wait/schedule";

/** How long an operation may take, and by which clock. */
interface Timed {
  readonly environment: { readonly clock: Clock; readonly schedule: Schedule };
  /** In milliseconds of the clock. */
  readonly startedAt: number;
  readonly timeoutSeconds: number;
}

/** Another writer holds the object, or it changes its status: both pass. */
const isBusyNow = (error: AsError): boolean => hasCode(error, ...handled.busy.codes);

/** Runs a write, and again while it is refused as busy and time remains. */
export const persistently = <A>(
  { environment: { clock, schedule }, startedAt, timeoutSeconds }: Timed,
  write: TE.TaskEither<AsError, A>,
  isBusy: (error: AsError) => boolean = isBusyNow,
): TE.TaskEither<AsError, A> =>
  whileBusy(write, { isBusy, deadline: startedAt + timeoutSeconds * 1000, clock, schedule });
