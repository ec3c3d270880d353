/**
 * The handlers of an AS group, as the engine calls them: decode, hand to the service, throw at the edge.
 *
 * `olds` and `props` are recorded outputs, `news` and `inputs` are checked inputs, except in `check`, where both are
 * inputs.
 */
import * as E from "fp-ts/Either";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import { isDeepStrictEqual } from "node:util";
import { decodeArguments, knownArguments } from "../core/as-group/arguments";
import { check as checkArguments, type CheckFailure } from "../core/as-group/check";
import { editedArguments } from "../core/as-group/edited";
import type { AsGroup } from "../core/as-group/model";
import { outputsOf, refreshed, type Place } from "../core/as-group/outputs";
import { readableArguments } from "../core/as-group/readable";
import { isRecorded, recordedAsGroup } from "../core/as-group/recorded";
import { stopped, type AsError } from "../core/error";
import { explain } from "../core/message";
import { create as createGroup } from "../service/as-group/create";
import { deleteGroup } from "../service/as-group/delete";
import type { AsGroupEnvironment, Operation } from "../service/as-group/environment";
import { preview, update as updateGroup, type Preview } from "../service/as-group/update";
import { findLive } from "../service/as-group/converge";
import { tell } from "./engine-log";
import { guarded, PartialFailure, ProviderError } from "./provider-error";
import { generationOf, remember, replacedId } from "./replacements";
import { configure as configureSession, session, type StackConfiguration } from "./session";

type Bag = Readonly<Record<string, unknown>>;

const DEFAULT_TIMEOUT_SECONDS = 600;

const urnOf = (bag: Bag): string => (typeof bag["selfUrn"] === "string" ? bag["selfUrn"] : "");
const nameOf = (bag: Bag): string =>
  typeof bag["scalingGroupName"] === "string" ? bag["scalingGroupName"] : "";

/** Ids of groups whose `read` has just been answered: the engine then calls `diff` for its own display only. */
const justRead = new Set<string>();

/** Runs the effect; a failure becomes the one exception that the engine shows. */
const settle = async <A>(
  doing: string,
  id: string | undefined,
  bag: Bag,
  effect: TE.TaskEither<AsError, A>,
) => {
  const result = await effect();
  if (E.isRight(result)) return result.right;
  throw new ProviderError(
    explain(result.left, { doing, name: nameOf(bag), ...(id === undefined ? {} : { id }) }),
  );
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

const environmentFor = (
  bag: Bag,
): TE.TaskEither<AsError, { readonly environment: AsGroupEnvironment; readonly place: Place }> =>
  pipe(
    session(),
    TE.chain((environment) =>
      pipe(
        environment.place,
        TE.chainEitherK((place) => samePlace(bag, place)),
        TE.map((place) => ({ environment, place })),
      ),
    ),
  );

const operationOf = (environment: AsGroupEnvironment, bag: Bag, timeoutSeconds: number): Operation => ({
  environment,
  startedAt: environment.clock.now(),
  timeoutSeconds,
  progress: (line) => void tell("progress", line, urnOf(bag)),
  warn: (line) => void tell("warn", line, urnOf(bag)),
});

/** Takes the stack's configuration. */
export const configure = (request: { readonly config: StackConfiguration }): Promise<void> =>
  guarded(() => {
    configureSession(request.config);
  });

/** Validates the arguments and names the group; no network. */
export const check = (
  olds: Bag,
  news: Bag,
): Promise<{ inputs: Record<string, unknown>; failures: CheckFailure[] }> =>
  guarded(() => {
    const { inputs, failures } = checkArguments(olds, news, generationOf(urnOf(news)));
    return { inputs, failures: [...failures] };
  });

interface DiffResult {
  readonly changes?: boolean;
  readonly replaces?: string[];
  readonly deleteBeforeReplace?: boolean;
}

const verdictOf = (
  outcome: Preview,
  edited: (name: string) => boolean,
  anyEdit: boolean,
  onlyMoved: boolean,
): DiffResult => {
  switch (outcome._tag) {
    case "Gone":
      return { changes: true, replaces: ["scalingGroupId"], deleteBeforeReplace: true };
    case "Unchanged":
      return onlyMoved ? { changes: false } : {};
    case "Update":
      // Without `changes` the engine shows the edited arguments, but it must not be left to find drift by itself.
      return anyEdit ? {} : { changes: true };
    case "Replace":
      return {
        ...(outcome.fields.some(edited) ? {} : { changes: true }),
        replaces: [...outcome.fields],
        deleteBeforeReplace: false,
      };
    case "Refuse":
      return {};
  }
};

/** Compares program, state and live group; explains a change that the group does not allow. */
export const diff = (id: string, olds: Bag, news: Bag): Promise<DiffResult> =>
  guarded(async () => {
    if (justRead.delete(id)) return {};
    const urn = urnOf(news);
    const generation = news["nameGeneration"];
    remember(urn, id, typeof generation === "number" ? generation : 0);
    const recorded = recordedAsGroup(olds);
    const edited = editedArguments(olds, news, isDeepStrictEqual);
    const outcome = await settle(
      "comparing",
      id,
      olds,
      pipe(
        environmentFor(olds),
        TE.chain(({ environment }) =>
          pipe(
            TE.fromEither(knownArguments(news)),
            TE.chain(({ known, unknown }) =>
              preview(environment, id, { args: known, unknown }, recorded, (name) => edited.has(name)),
            ),
          ),
        ),
        TE.chain((found) => (found._tag === "Refuse" ? TE.left(found.error) : TE.right(found))),
      ),
    );
    if (outcome._tag === "Gone")
      await tell("warn", "the group is gone: it was deleted outside of Pulumi; `up` creates it anew", urn);
    else if ("messages" in outcome) for (const message of outcome.messages) await tell("warn", message, urn);
    const moved = olds["selfUrn"] !== undefined && olds["selfUrn"] !== urn;
    return verdictOf(outcome, (name) => edited.has(name), edited.size > 0, moved && edited.size === 0);
  });

const outputsFor = (
  inputs: Bag,
  id: string,
  group: O.Option<AsGroup>,
  place: Place,
): Record<string, unknown> =>
  O.isSome(group)
    ? outputsOf(inputs, group.value, place)
    : { ...outputsOf(inputs, undefined, place), scalingGroupId: id };

/** Creates the group and waits until it is as wanted. */
export const create = (inputs: Bag): Promise<{ id: string; outs: Record<string, unknown> }> =>
  guarded(async () => {
    const { environment, place } = await settle("creating", undefined, inputs, environmentFor({}));
    const args = await settle("creating", undefined, inputs, TE.fromEither(decodeArguments(inputs)));
    const operation = operationOf(environment, inputs, args.timeouts.create);
    const result = await createGroup(operation, args, replacedId(args.selfUrn))();
    if (E.isRight(result))
      return { id: result.right.scalingGroupId, outs: outputsOf(inputs, result.right, place) };
    const { error, created } = result.left;
    const context = { doing: "creating", name: args.scalingGroupName };
    if (created === undefined) throw new ProviderError(explain(error, context));
    throw new PartialFailure(created.id, explain(error, { ...context, id: created.id }), {
      ...outputsFor(inputs, created.id, created.group, place),
      __provider: inputs["__provider"],
    });
  });

/** Brings the live group to what the program wants. */
export const update = (id: string, olds: Bag, news: Bag): Promise<{ outs: Record<string, unknown> }> =>
  guarded(async () => {
    const outs = await settle(
      "updating",
      id,
      news,
      pipe(
        TE.Do,
        TE.bind("here", () => environmentFor(olds)),
        TE.bind("args", () => TE.fromEither(decodeArguments(news))),
        TE.chain(({ here, args }) => {
          const operation = operationOf(here.environment, news, args.timeouts.update);
          return pipe(
            updateGroup(operation, id, args, recordedAsGroup(olds)),
            TE.map((group) => outputsOf(news, group, here.place)),
          );
        }),
      ),
    );
    return { outs };
  });

interface ReadResult {
  readonly id?: string;
  readonly props?: Record<string, unknown>;
  readonly inputs?: Record<string, unknown>;
}

/** Reads the live group for a refresh, a look-up or an import. */
export const read = (id: string, props: Bag): Promise<ReadResult> =>
  guarded(async () => {
    const recorded = recordedAsGroup(props);
    const adopting = !isRecorded(props);
    // Without a record nothing is known about tags: reading them costs a call, but an import wants them.
    const interest = adopting ? { ...recorded, managedArguments: ["tags"] } : recorded;
    const { found, place } = await settle(
      "reading",
      id,
      props,
      pipe(
        environmentFor(props),
        TE.chain((here) =>
          pipe(
            findLive(here.environment, id, {}, interest),
            TE.map((group) => ({ found: group, place: here.place })),
          ),
        ),
      ),
    );
    if (O.isNone(found)) {
      // For a look-up, a blank answer would be saved as if the group existed.
      if (adopting)
        throw new ProviderError(`there is no AS group with id ${id} in project ${place.projectId}`);
      return {};
    }
    justRead.add(id);
    const { inputs, outputs } = refreshed(props, found.value.group, found.value.tags, place);
    return { id, props: outputs, inputs };
  });

/** Deletes the group by the chosen mode; ends only when it is verified gone. */
const remove = (id: string, props: Bag): Promise<void> =>
  guarded(() => {
    const { timeouts, deleteMode } = readableArguments(props);
    return settle(
      "deleting",
      id,
      props,
      pipe(
        environmentFor(props),
        TE.chain(({ environment }) =>
          deleteGroup(
            operationOf(environment, props, timeouts?.delete ?? DEFAULT_TIMEOUT_SECONDS),
            id,
            deleteMode ?? "drain",
          ),
        ),
      ),
    );
  });
export { remove as delete };
