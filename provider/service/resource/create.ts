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
const nothingRecorded = recordedIn({});

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
  keptIds: readonly string[],
): TE.TaskEither<AsError, string> =>
  pipe(
    kind.findOwn(operation.environment, args, replacedId),
    TE.orElse((error) => (kind.createsUnlisted && isForbidden(error) ? TE.right(O.none) : TE.left(error))),
    TE.chain((own) => {
      if (O.isNone(own)) return post(kind, operation, args, replacedId);
      if (keptIds.includes(own.value))
        operation.progress(`going back to ${kind.title} ${own.value}, which was kept`);
      else if (kind.othersMake !== undefined)
        operation.progress(
          `continuing with ${kind.title} ${own.value}, which ${kind.othersMake} had created`,
        );
      else operation.warn(`continuing with ${kind.title} ${own.value}, which an interrupted run had created`);
      return TE.right(own.value);
    }),
  );

/**
 * Creates the object and brings it to what the program wants.
 *
 * @param keptIds objects that were replaced earlier, and may be what is wanted again
 */
export const createResource = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  operation: ResourceOperation,
  args: Args,
  replacedId: string | undefined,
  keptIds: readonly string[] = [],
): TE.TaskEither<CreateFailure, Created<Live>> =>
  pipe(
    findOrPost(kind, operation, args, replacedId, keptIds),
    TE.mapLeft((error): CreateFailure => ({ error })),
    TE.chain((id) =>
      pipe(
        convergeResource(kind, operation, id, args, nothingRecorded),
        TE.bimap(
          (error): CreateFailure => ({ error, id }),
          (live) => ({ id, live }),
        ),
      ),
    ),
  );
