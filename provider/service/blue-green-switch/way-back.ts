/** The way back of a group that did not get to full health: to nothing, as long as the other one serves. */
import * as E from "fp-ts/Either";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { otherThan, type Colour, type Pair } from "../../core/blue-green-switch/model";
import { bothStay, mayPutBack, wentBack } from "../../core/blue-green-switch/setback";
import type { AsError } from "../../core/error";
import { DEFAULT_TIMEOUT_SECONDS } from "../../core/resource/arguments";
import type { Operation } from "../as-group/environment";
import { isHealthyNow } from "./health";
import { readPair } from "./read-pair";
import { empty } from "./empty";
import type { Begun } from "./run";

/** The time of the operation may be over; the way back has its own. */
const anew = (operation: Operation): Operation => ({
  ...operation,
  startedAt: operation.environment.clock.now(),
  timeoutSeconds:
    operation.timeoutSeconds === 0 ? 0 : Math.max(operation.timeoutSeconds, DEFAULT_TIMEOUT_SECONDS),
});

/** Puts a group back, and fails with the cause and with what has become of both. */
export const putBack = (run: Begun, colour: Colour, cause: AsError): TE.TaskEither<AsError, never> => {
  const { operation, id, wanted, before, atFirst } = run;
  const may = (now: Pair): boolean => mayPutBack(atFirst, now, colour, wanted, before?.live);
  const back: Begun = { ...run, operation: anew(operation) };
  return pipe(
    readPair(operation.environment.live, id),
    TE.mapLeft((unseen) =>
      may(atFirst) && unseen._tag !== "NotFound" ? bothStay(cause, colour, unseen) : cause,
    ),
    TE.filterOrElse(may, () => cause),
    TE.chainFirst(() =>
      pipe(
        isHealthyNow(back, otherThan(colour)),
        TE.mapLeft((doubt) => bothStay(cause, colour, doubt)),
      ),
    ),
    TE.chain((now) =>
      pipe(
        TE.fromTask(empty(back, now, colour)),
        TE.chain((gone) => TE.left(wentBack(cause, colour, now, E.isLeft(gone) ? gone.left : undefined))),
      ),
    ),
  );
};
