/** What every handler of an AS group needs: who the group is, where it lives, and how a failure is shown. */
import * as E from "fp-ts/Either";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { Place } from "../../core/as-group/outputs";
import { recordedAsGroup } from "../../core/as-group/recorded";
import { stopped, type AsError } from "../../core/error";
import { explain } from "../../core/message";
import type { AsGroupEnvironment, Operation } from "../../service/as-group/environment";
import { tell } from "../engine-log";
import { ProviderError } from "../provider-error";
import { session } from "../session";

/** Inputs or outputs, as the engine hands them over. */
export type Bag = Readonly<Record<string, unknown>>;

const textOf = (bag: Bag, name: string): string => {
  const value = bag[name];
  return typeof value === "string" ? value : "";
};

/** The resource's URN, for messages on its row. */
export const urnOf = (bag: Bag): string => textOf(bag, "selfUrn");

const nameOf = (bag: Bag): string => textOf(bag, "scalingGroupName");

/** Runs the effect; a failure becomes the one exception that the engine shows. */
export const orThrow = async <A>(
  doing: string,
  id: string | undefined,
  bag: Bag,
  effect: TE.TaskEither<AsError, A>,
): Promise<A> => {
  const result = await effect();
  if (E.isRight(result)) return result.right;
  const context = { doing, name: nameOf(bag), ...(id === undefined ? {} : { id }) };
  throw new ProviderError(explain(result.left, context));
};

const describePlace = ({ projectId = "?", region }: Partial<Place>): string =>
  region === undefined ? `project ${projectId}` : `project ${projectId} (${region})`;

/** A group is only ever touched in the project that it was recorded in. */
const samePlace = (bag: Bag, place: Place): E.Either<AsError, Place> => {
  const recorded = recordedAsGroup(bag);
  return recorded.projectId === undefined || recorded.projectId === place.projectId
    ? E.right(place)
    : E.left(
        stopped(
          `this group lives in ${describePlace(recorded)}, but you are signed in to ${describePlace(place)}`,
          [
            "sign in to the project of the group (OS_PROJECT_ID, OS_PROJECT_NAME, or otc:projectId, otc:projectName)",
            "to move to another project, destroy the group there first",
          ],
        ),
      );
};

/** The signed-in environment, and where it is. */
export interface Here {
  readonly environment: AsGroupEnvironment;
  readonly place: Place;
}

/** Signs in, and makes sure that a recorded group lives there. */
export const hereFor = (recorded: Bag): TE.TaskEither<AsError, Here> =>
  pipe(
    session(),
    TE.chain((environment) =>
      pipe(
        environment.place,
        TE.chainEitherK((place) => samePlace(recorded, place)),
        TE.map((place) => ({ environment, place })),
      ),
    ),
  );

/** An operation on the group of these inputs or outputs. */
export const operationOf = (
  environment: AsGroupEnvironment,
  bag: Bag,
  timeoutSeconds: number,
): Operation => ({
  environment,
  startedAt: environment.clock.now(),
  timeoutSeconds,
  progress: (line) => void tell("progress", line, urnOf(bag)),
  warn: (line) => void tell("warn", line, urnOf(bag)),
});
