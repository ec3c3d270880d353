/** Creates an object, or finds the one that an interrupted create left behind. */
import * as O from "fp-ts/Option";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import type { AsError } from "../../core/error";
import type { OwnArguments } from "../../core/resource/arguments";
import { recordedIn } from "../../core/resource/recorded";
import { isAmbiguous, nobodyCanTell } from "../as-group/ambiguous";
import { isForbidden } from "../forbidden";
import type { ResourceOperation } from "./environment";
import { type FoundObject, wayBack } from "./kept";
import type { Kind } from "./kind";
import { convergeResource } from "./update";
import { written } from "./written";

/** What a create has made. */
export interface Created<Live> {
  readonly id: string;
  readonly live: Live;
}

/** Why a create failed, and what is there all the same. */
export interface CreateFailure {
  readonly error: AsError;
  /** The object exists: the state has to remember it. */
  readonly id?: string;
}

const POST_ATTEMPTS = 3;

/** The create call is never blindly repeated: after an ambiguous failure its object is looked for first. */
const post = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  operation: ResourceOperation,
  args: Args,
  replacedId: string | undefined,
  attempt = 1,
): TE.TaskEither<AsError, string> =>
  pipe(
    written(kind, operation, "", kind.create(operation, args)),
    TE.orElse((error) =>
      isAmbiguous(error)
        ? pipe(
            kind.findOwn(operation.environment, args, replacedId),
            TE.mapLeft((unseen) => (isForbidden(unseen) ? nobodyCanTell(kind.title) : unseen)),
            TE.chain((own) => {
              if (O.isSome(own)) return TE.right(own.value);
              return attempt < POST_ATTEMPTS
                ? post(kind, operation, args, replacedId, attempt + 1)
                : TE.left(error);
            }),
          )
        : TE.left(error),
    ),
  );

const findOrPost = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  operation: ResourceOperation,
  args: Args,
  replacedId: string | undefined,
): TE.TaskEither<AsError, string> =>
  pipe(
    kind.findOwn(operation.environment, args, replacedId),
    TE.orElse((error) => (kind.createsUnlisted && isForbidden(error) ? TE.right(O.none) : TE.left(error))),
    TE.chain((own) => {
      if (O.isNone(own)) return post(kind, operation, args, replacedId);
      if (kind.othersMake !== undefined)
        operation.progress(
          `continuing with ${kind.title} ${own.value}, which ${kind.othersMake} had created`,
        );
      else operation.warn(`continuing with ${kind.title} ${own.value}, which an interrupted run had created`);
      return TE.right(own.value);
    }),
  );

/** Its name is recorded as the program has it, by whatever name it was found: that of an earlier version may differ. */
const convergeFound = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  operation: ResourceOperation,
  id: string,
  args: Args,
): TE.TaskEither<AsError, Live> => {
  const { nameArgument: name } = kind;
  if (name === undefined) return convergeResource(kind, operation, id, args, recordedIn({}));
  // Nothing but the name counts as applied.
  const before = { [name]: args[name] } as unknown as Partial<Args>;
  return convergeResource(kind, operation, id, args, recordedIn({ managedArguments: [name] }), before);
};

/**
 * Creates the object and brings it to what the program wants.
 *
 * @param kept objects that were replaced earlier, and may be what is wanted again
 */
export const createResource = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  operation: ResourceOperation,
  args: Args,
  replacedId: string | undefined,
  kept: readonly FoundObject<Live>[] = [],
): TE.TaskEither<CreateFailure, Created<Live>> =>
  pipe(
    wayBack(kind, args, kept),
    O.match(
      () => findOrPost(kind, operation, args, replacedId),
      ({ id }) => {
        operation.progress(`going back to ${kind.title} ${id}, which was kept`);
        return TE.right<AsError, string>(id);
      },
    ),
    TE.mapLeft((error): CreateFailure => ({ error })),
    TE.chain((id) =>
      pipe(
        convergeFound(kind, operation, id, args),
        TE.bimap(
          (error): CreateFailure => ({ error, id }),
          (live) => ({ id, live }),
        ),
      ),
    ),
  );
