/** What every handler needs: what it is about, where that lives, and how a failure is shown. */
import * as E from "fp-ts/Either";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { stopped, type AsError } from "../core/error";
import { explain } from "../core/message";
import type { Place } from "../core/resource/outputs";
import { recordedIn } from "../core/resource/recorded";
import { tell } from "./engine-log";
import { ProviderError } from "./provider-error";
import { session, type SessionEnvironment } from "./session";

/** Inputs or outputs, as the engine hands them over. */
export type Bag = Readonly<Record<string, unknown>>;

/** The kind of object that a handler is about. */
export interface Subject {
  /** Such as `AS policy`. */
  readonly title: string;
  /** The argument that holds its name in the service. */
  readonly nameArgument?: string;
}

const textIn = (bag: Bag, name: string): string => {
  const value = bag[name];
  return typeof value === "string" ? value : "";
};

/** The resource's URN, for messages on its row. */
export const urnOf = (bag: Bag): string => textIn(bag, "selfUrn");

/** The object's name in the service; empty when it has none or it is not known. */
export const nameIn = ({ nameArgument }: Subject, bag: Bag): string =>
  nameArgument === undefined ? "" : textIn(bag, nameArgument);

/** Runs the effect; a failure becomes the one exception that the engine shows. */
export const orThrowAs =
  (subject: Subject) =>
  async <A>(
    doing: string,
    id: string | undefined,
    bag: Bag,
    effect: TE.TaskEither<AsError, A>,
  ): Promise<A> => {
    const result = await effect();
    if (E.isRight(result)) return result.right;
    const context = { title: subject.title, doing, name: nameIn(subject, bag) };
    throw new ProviderError(explain(result.left, { ...context, ...(id === undefined ? {} : { id }) }));
  };

const describePlace = ({ projectId = "?", region }: Partial<Place>): string =>
  region === undefined ? `project ${projectId}` : `project ${projectId} (${region})`;

const shortTitle = (title: string): string => (title === "AS group" ? "group" : title);

/** An object is only ever touched in the project that it was recorded in. */
const samePlace = (title: string, bag: Bag, place: Place): E.Either<AsError, Place> => {
  const recorded = recordedIn(bag);
  const noun = shortTitle(title);
  return recorded.projectId === undefined || recorded.projectId === place.projectId
    ? E.right(place)
    : E.left(
        stopped(
          `this ${noun} lives in ${describePlace(recorded)}, but you are signed in to ${describePlace(place)}`,
          [
            `sign in to the project of the ${noun} (OS_PROJECT_ID, OS_PROJECT_NAME, or otc:projectId, otc:projectName)`,
            `to move to another project, destroy the ${noun} there first`,
          ],
        ),
      );
};

/** The signed-in environment, and where it is. */
export interface Here {
  readonly environment: SessionEnvironment;
  readonly place: Place;
}

/** Signs in, and makes sure that what is recorded lives there. */
export const hereAs =
  ({ title }: Subject) =>
  (recorded: Bag): TE.TaskEither<AsError, Here> =>
    pipe(
      session(),
      TE.chain((environment) =>
        pipe(
          environment.place,
          TE.chainEitherK((place) => samePlace(title, recorded, place)),
          TE.map((place) => ({ environment, place })),
        ),
      ),
    );

/** An operation on the object of these inputs or outputs. */
export const operationOf = (environment: SessionEnvironment, bag: Bag, timeoutSeconds: number) => ({
  environment,
  startedAt: environment.clock.now(),
  timeoutSeconds,
  progress: (line: string) => void tell("progress", line, urnOf(bag)),
  warn: (line: string) => void tell("warn", line, urnOf(bag)),
});
