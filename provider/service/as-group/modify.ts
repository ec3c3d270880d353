/** One modify call, sent only when its preconditions hold on the live group. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { handled } from "../../core/as-code/handling";
import { factsOf } from "../../core/as-group/facts";
import { strictest, unmet } from "../../core/as-group/lock";
import type { AsGroupModification } from "../../core/as-group/model";
import type { Step } from "../../core/as-group/step";
import { hasCode, locked, notFound, type AsError } from "../../core/error";
import { persistently } from "../persistently";
import { hasTimeLeft, type Operation } from "./environment";
import { waitSettled } from "./waits";

type Modify = Extract<Step, { _tag: "Modify" }>;
type Done = TE.TaskEither<AsError, void>;

const withoutDesired = ({ desireInstanceNumber: _, ...rest }: AsGroupModification): AsGroupModification =>
  rest;

const put = (operation: Operation, id: string, modification: AsGroupModification): Done => {
  const { ports, live } = operation.environment;
  return pipe(
    persistently(operation, ports.modifyGroup(id, modification)),
    TE.map(() => {
      live.invalidate(id);
    }),
    TE.orElse((error): Done => {
      live.invalidate(id);
      if (
        !hasCode(error, ...handled.desiredUnchanged.codes) ||
        modification.desireInstanceNumber === undefined
      )
        return TE.left(error);
      // "Not changed": an earlier attempt, whose answer was lost, has already set the number.
      const rest = withoutDesired(modification);
      return Object.keys(rest).length === 0 ? TE.right(undefined) : put(operation, id, rest);
    }),
  );
};

const checked = (operation: Operation, id: string, step: Modify): Done => {
  const lockClass = strictest(step.changes.map((change) => change.lockClass));
  if (lockClass === "free") return TE.right(undefined);
  return pipe(
    operation.environment.live.find(id),
    TE.chain((found): Done => {
      if (O.isNone(found)) return TE.left(notFound({ operation: "modify AS group" }));
      const facts = factsOf(found.value);
      const missing = unmet(lockClass, facts);
      if (missing.length === 0) return TE.right(undefined);
      if (missing.every(({ name }) => name === "notScaling") && hasTimeLeft(operation))
        return pipe(
          waitSettled(operation, id),
          TE.chain(() => checked(operation, id, step)),
        );
      const sentences = missing.map(({ sentence }) => sentence);
      const changes = step.changes.filter((change) => change.lockClass !== "free");
      return TE.left(
        locked(
          changes.map((change) => ({ ...change, unmet: sentences })),
          facts,
        ),
      );
    }),
  );
};

/**
 * Carries out a modify step. A scaling action that starts between the check and the write is waited for (AS.2047,
 * AS.2054); a lock that the table does not know (AS.2030) is left to the planner.
 */
export const modify = (operation: Operation, id: string, step: Modify): Done =>
  pipe(
    checked(operation, id, step),
    TE.chain(() => put(operation, id, step.modification)),
    TE.orElse((error) =>
      hasCode(error, ...handled.scalingMeanwhile.codes) && hasTimeLeft(operation)
        ? pipe(
            waitSettled(operation, id),
            TE.chain(() => modify(operation, id, step)),
          )
        : TE.left(error),
    ),
  );
