/** Creates a group, or finds the one that an interrupted create left behind. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { AsGroupArguments } from "../../core/as-group/arguments";
import type { AsGroup } from "../../core/as-group/model";
import { creationOf, ownAmong } from "../../core/as-group/ownership";
import { recordedAsGroup } from "../../core/as-group/recorded";
import type { Step } from "../../core/as-group/step";
import type { AsError } from "../../core/error";
import { isForbidden } from "../forbidden";
import { isAmbiguous, nobodyCanTell } from "./ambiguous";
import type { Operation } from "./environment";
import { converge, findLive } from "./converge";
import { execute } from "./execute";
import { readGroup } from "./read-group";

/** Why a create failed, and what is there all the same. */
export interface CreateFailure {
  readonly error: AsError;
  /** The group exists: the state has to remember it. */
  readonly created?: { readonly id: string; readonly group: O.Option<AsGroup> };
}

const POST_ATTEMPTS = 3;
const nothingRecorded = recordedAsGroup({});

/** The group that an interrupted create has left behind. */
const findOwn = (
  { environment }: Operation,
  args: AsGroupArguments,
  excluded: string | undefined,
): TE.TaskEither<AsError, O.Option<AsGroup>> =>
  pipe(
    environment.live.findByName(args.scalingGroupName),
    TE.chainEitherK((groups) => ownAmong(groups, args, excluded)),
  );

/** The create call is never blindly repeated: after an ambiguous failure its group is looked for first. */
const post = (
  operation: Operation,
  args: AsGroupArguments,
  excluded: string | undefined,
  attempt = 1,
): TE.TaskEither<AsError, string> =>
  pipe(
    operation.environment.ports.createGroup(creationOf(args)),
    TE.orElse((error) => {
      // No id to invalidate: the name makes the listing be read again.
      operation.environment.live.invalidate(args.scalingGroupName);
      return isAmbiguous(error)
        ? pipe(
            findOwn(operation, args, excluded),
            TE.mapLeft((unseen) => (isForbidden(unseen) ? nobodyCanTell("AS group") : unseen)),
            TE.chain((own) => {
              if (O.isSome(own)) return TE.right(own.value.scalingGroupId);
              return attempt < POST_ATTEMPTS ? post(operation, args, excluded, attempt + 1) : TE.left(error);
            }),
          )
        : TE.left(error);
    }),
  );

/** A create ends with the instances there. */
const arrivalSteps = (args: AsGroupArguments): readonly Step[] =>
  !args.enable || args.waitFor === "none"
    ? []
    : [
        {
          _tag: "WaitCapacity",
          instances: args.desireInstanceNumber ?? args.minInstanceNumber ?? 0,
          healthy: args.waitFor === "healthy",
        },
      ];

const startSteps = (args: AsGroupArguments): readonly Step[] => [
  ...(args.tags === undefined || Object.keys(args.tags).length === 0
    ? []
    : [{ _tag: "PutTags" as const, tags: args.tags }]),
  ...(args.initialLifecycleHooks.length === 0
    ? []
    : [{ _tag: "PutHooks" as const, hooks: args.initialLifecycleHooks }]),
  { _tag: "Resume" },
  ...arrivalSteps(args),
];

const convergeLive = (
  operation: Operation,
  args: AsGroupArguments,
  id: string,
): TE.TaskEither<AsError, AsGroup> =>
  pipe(
    findLive(operation.environment, id, args, nothingRecorded),
    TE.chain((found) =>
      O.isSome(found)
        ? converge(operation, args, nothingRecorded, found.value)
        : readGroup(operation.environment, id),
    ),
  );

/** What an edit since then needs may include no wait, but the interrupted create did not wait to its end. */
const goOn = (operation: Operation, args: AsGroupArguments, id: string): TE.TaskEither<AsError, AsGroup> =>
  pipe(
    convergeLive(operation, args, id),
    TE.chain((group) =>
      pipe(
        execute(operation, id, arrivalSteps(args)),
        TE.bimap(
          ({ error }) => error,
          (seen) => seen ?? group,
        ),
      ),
    ),
  );

const start = (operation: Operation, args: AsGroupArguments, id: string): TE.TaskEither<AsError, AsGroup> =>
  args.enable
    ? pipe(
        execute(operation, id, startSteps(args)),
        TE.mapLeft(({ error }) => error),
        TE.chain((seen) => (seen === undefined ? readGroup(operation.environment, id) : TE.right(seen))),
      )
    : convergeLive(operation, args, id);

/** After a failure: is the group there? When nobody can tell, the state had better remember it. */
const afterFailure = (
  operation: Operation,
  id: string,
  error: AsError,
): TE.TaskEither<CreateFailure, never> =>
  pipe(
    operation.environment.live.fresh([id]),
    TE.matchE(
      () => TE.left<CreateFailure>({ error, created: { id, group: O.none } }),
      (groups) => {
        const group = groups.get(id) ?? O.none;
        return TE.left<CreateFailure>(O.isSome(group) ? { error, created: { id, group } } : { error });
      },
    ),
  );

/**
 * Creates a group and waits until it is as wanted.
 *
 * @param excluded id of the group that is being replaced, which is not to be taken for our own
 */
export const create = (
  operation: Operation,
  args: AsGroupArguments,
  excluded?: string,
): TE.TaskEither<CreateFailure, AsGroup> => {
  const guarded = (
    id: string,
    action: TE.TaskEither<AsError, AsGroup>,
  ): TE.TaskEither<CreateFailure, AsGroup> =>
    pipe(
      action,
      TE.orElseW((error) => afterFailure(operation, id, error)),
    );
  return pipe(
    findOwn(operation, args, excluded),
    // Groups may be created but not listed: then nobody can look, and there is none to find.
    TE.orElse((error) => (isForbidden(error) ? TE.right(O.none) : TE.left(error))),
    TE.mapLeft((error): CreateFailure => ({ error })),
    TE.chain((own) => {
      if (O.isSome(own)) {
        const { scalingGroupId: id, scalingGroupName: name } = own.value;
        operation.warn(`continuing with AS group ${name} (${id}), which an interrupted run had created`);
        return guarded(id, goOn(operation, args, id));
      }
      return pipe(
        post(operation, args, excluded),
        TE.mapLeft((error): CreateFailure => ({ error })),
        TE.chain((id) => guarded(id, start(operation, args, id))),
      );
    }),
  );
};
