/** Removes instances and sees to it that the desired number is afterwards what the step says. */
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { AsGroup } from "../../core/as-group/model";
import type { Step } from "../../core/as-group/step";
import type { AsError } from "../../core/error";
import type { Operation } from "./environment";
import { modify } from "./modify";
import { readGroup } from "./read-group";

type RemoveOld = Extract<Step, { _tag: "RemoveOld" }>;

/**
 * The desired number that is still to be written.
 *
 * A number that has not moved at all says that this service leaves it alone. One that has moved by something else has
 * been moved by a policy as well, and the service is taken to lower it, as most documents say.
 */
const correction = ({ ids, desired }: RemoveOld, before: AsGroup, after: AsGroup): number | undefined => {
  const lowered = before.desireInstanceNumber !== after.desireInstanceNumber;
  if (lowered === (desired === "lowered")) return undefined;
  const corrected = after.desireInstanceNumber + (lowered ? ids.length : -ids.length);
  return Math.min(Math.max(corrected, after.minInstanceNumber), after.maxInstanceNumber);
};

/** Carries out the step. Interrupted in the middle, it leaves a number that the refresh journal can explain. */
export const removeOld = (
  operation: Operation,
  id: string,
  step: RemoveOld,
): TE.TaskEither<AsError, unknown> => {
  const { ports, live } = operation.environment;
  return pipe(
    TE.Do,
    TE.bind("before", () => readGroup(operation.environment, id)),
    TE.chainFirst(() => ports.removeInstances(id, step.ids, { deleteInstances: true })),
    TE.chainFirstIOK(() => () => {
      live.invalidate(id);
    }),
    TE.bind("after", () => readGroup(operation.environment, id)),
    TE.chain(({ before, after }): TE.TaskEither<AsError, unknown> => {
      const desireInstanceNumber = correction(step, before, after);
      return desireInstanceNumber === undefined
        ? TE.right(undefined)
        : modify(operation, id, { _tag: "Modify", modification: { desireInstanceNumber }, changes: [] });
    }),
  );
};
