/**
 * What a preflight reads, as a rule once a process. It must never be in the way: where something cannot be read, nothing is known,
 * and the operations themselves report why.
 */
import type { Task } from "fp-ts/Task";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { getAsConfiguration } from "../../api/as-configuration";
import { getAsQuotas } from "../../api/as-quota";
import type { AsQuota } from "../../core/as-quota/model";
import type { SharedFactory } from "../resource/environment";

/** Answers for a preflight. */
export interface PreflightReadings {
  /** The quotas as they were when somebody asked first: before the run created anything. */
  readonly quotas: Task<readonly AsQuota[]>;
  /** The quotas by a reading that begins now. */
  readonly quotasNow: Task<readonly AsQuota[]>;
  /** False only when the service says that there is no such AS configuration. */
  readonly hasConfiguration: (id: string) => Task<boolean>;
}

const once = <A>(task: Task<A>): Task<A> => {
  let answer: Promise<A> | undefined;
  return () => (answer ??= task());
};

/** Readings of one session. */
export const createPreflightReadings: SharedFactory<PreflightReadings> = (client) => {
  const configurations = new Map<string, Task<boolean>>();
  const look = (id: string): Task<boolean> => {
    const reading = once(
      pipe(
        getAsConfiguration(client)(id),
        TE.match(
          (error) => error._tag !== "NotFound",
          () => true,
        ),
      ),
    );
    configurations.set(id, reading);
    return reading;
  };
  const quotasNow = pipe(
    getAsQuotas(client),
    TE.getOrElse((): Task<readonly AsQuota[]> => () => Promise.resolve([])),
  );
  return {
    quotas: once(quotasNow),
    quotasNow,
    hasConfiguration: (id) => configurations.get(id) ?? look(id),
  };
};
