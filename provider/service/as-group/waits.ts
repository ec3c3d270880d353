/** The waits of an AS group, all through the one shared watcher. */
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { absent, atCapacity, empty, settled, type Judge } from "../../core/as-group/status";
import type { AsGroup } from "../../core/as-group/model";
import type { AsError } from "../../core/error";
import { secondsLeft, type Operation } from "./environment";
import { withEvidence } from "./evidence";

type Wait = (operation: Operation, id: string) => TE.TaskEither<AsError, AsGroup | undefined>;

const waitFor =
  (wanted: string, judge: Judge): Wait =>
  (operation, id) =>
    pipe(
      operation.environment.watcher.until({
        id,
        wanted,
        judge,
        timeoutSeconds: secondsLeft(operation),
        onProgress: operation.progress,
      }),
      TE.orElseW(withEvidence(operation, id)),
    );

/** No scaling action in progress. */
export const waitSettled: Wait = waitFor("no scaling action in progress", settled);

/** No instances and no scaling action. */
export const waitEmpty: Wait = waitFor("no instances left", empty);

/** Verified gone. */
export const waitGone: Wait = waitFor("the group gone", absent);

/** As many instances in service as the group desires. */
export const waitCapacity = (instances: number): Wait =>
  waitFor(`${instances} ${instances === 1 ? "instance" : "instances"} in service`, atCapacity);
