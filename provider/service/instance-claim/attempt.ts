/** How the writes of a claim are attempted: again while the group is busy, and not for ever where it is not. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { passes } from "../../core/instance-claim/refusals";
import { type AsError, hasCode, stopped } from "../../core/error";
import { transientReason } from "../../wait/transient";
import type { Operation } from "../as-group/environment";
import { readGroup } from "../as-group/read-group";
import { persistently } from "../persistently";

type Done = TE.TaskEither<AsError, unknown>;

/** Waiting does not help when nothing is going on: then it is the status that the service refuses. */
const unlessIdle =
  (operation: Operation, groupId: string) =>
  (error: AsError): Done =>
    hasCode(error, "AS.2033", "AS.2020")
      ? pipe(
          readGroup(operation.environment, groupId),
          TE.chain(({ scalingGroupStatus: status, isScaling }) =>
            isScaling || status === "INSERVICE"
              ? TE.left(error)
              : TE.left(
                  stopped(
                    `the group is ${status}, and AS lets instances come and go in a group in service only`,
                    [
                      "let the group scale (enable: true) and run `pulumi up` again",
                      "see the group's detail for why it is in ERROR",
                    ],
                  ),
                ),
          ),
        )
      : TE.left(error);

/**
 * Repeats an attempt while the group is busy, or no answer arrives, and time remains. An attempt begins by looking at the
 * group, so that what an earlier one has done is not done again.
 */
export const attempt = (operation: Operation, groupId: string, once: Done): Done =>
  pipe(
    persistently(
      operation,
      pipe(
        once,
        TE.orElse(unlessIdle(operation, groupId)),
        TE.orElseFirstIOK(() => () => {
          operation.environment.members.invalidate(groupId);
        }),
      ),
      (error) => passes(error) || O.isSome(transientReason(error)),
    ),
    TE.chainFirstIOK(() => () => {
      operation.environment.members.invalidate(groupId);
      operation.environment.live.invalidate(groupId);
    }),
  );
