/** Gives a group the lifecycle hooks that it is to have before its first instance comes. */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { handled } from "../../core/as-code/handling";
import { hasCode, type AsError } from "../../core/error";
import type { InitialLifecycleHook } from "../../core/lifecycle-hook/initial";
import { isAmbiguous } from "./ambiguous";
import type { Operation } from "./environment";

type Done = TE.TaskEither<AsError, unknown>;

const missing = (
  { environment: { ports } }: Operation,
  id: string,
  hooks: readonly InitialLifecycleHook[],
): TE.TaskEither<AsError, readonly InitialLifecycleHook[]> =>
  pipe(
    ports.listHooks(id),
    TE.map((present) => {
      const names = new Set(present.map(({ lifecycleHookName }) => lifecycleHookName));
      return hooks.filter(({ lifecycleHookName }) => !names.has(lifecycleHookName));
    }),
  );

/** The hook may be there all the same: the answer was lost (AS.7041 then refuses the repetition). */
const unlessThere =
  (operation: Operation, id: string, hook: InitialLifecycleHook) =>
  (error: AsError): Done =>
    isAmbiguous(error) || hasCode(error, ...handled.hookExists.codes)
      ? pipe(
          missing(operation, id, [hook]),
          TE.chain((absent): Done => (absent.length === 0 ? TE.right(undefined) : TE.left(error))),
        )
      : TE.left(error);

/** A hook of the same name is left as it is: by now it may belong to a resource of its own. */
export const putHooks = (operation: Operation, id: string, hooks: readonly InitialLifecycleHook[]): Done =>
  pipe(
    missing(operation, id, hooks),
    TE.chain(
      TE.traverseSeqArray(({ lifecycleHookName, ...settings }) =>
        pipe(
          operation.environment.ports.createHook(id, lifecycleHookName, settings),
          TE.map((): unknown => undefined),
          TE.orElse(unlessThere(operation, id, { lifecycleHookName, ...settings })),
        ),
      ),
    ),
  );
