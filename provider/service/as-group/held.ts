/** Instances that lifecycle hooks hold: the usual reason for a scaling action that does not end. */
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { HeldInstance } from "../../core/as-group/model";
import type { AsError } from "../../core/error";
import type { Operation } from "./environment";

const describe = ({ instanceId, lifecycleHookName, timeout }: HeldInstance): string =>
  `lifecycle hook ${lifecycleHookName} holds instance ${instanceId}${timeout === undefined ? "" : ` until ${timeout}`}`;

/** A sentence for each held instance. Who may not list them, or gets no answer, learns nothing. */
export const heldInstances = (operation: Operation, id: string): TE.TaskEither<AsError, readonly string[]> =>
  pipe(
    operation.environment.ports.listHeldInstances(id),
    TE.map((held) => held.map(describe)),
    TE.orElse(() => TE.right([] as readonly string[])),
  );
