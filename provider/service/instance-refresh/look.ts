/** The live group with everything that a refresh depends on. */
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { RefreshManner } from "../../core/instance-refresh/manner";
import type { RefreshRequest } from "../../core/instance-refresh/request";
import type { AsError } from "../../core/error";
import type { AsGroupEnvironment } from "../as-group/environment";
import { readGroup } from "../as-group/read-group";

/** Who wants which refresh of which group. */
export interface RefreshGoal {
  readonly id: string;
  readonly manner: RefreshManner;
  /** Mark of the resource that asks. */
  readonly owner: string;
  /** Whether this run has begun the refresh. `false` by default. */
  readonly begunHere?: boolean;
}

/** Reads the group, its tags and its instances now. */
export const lookAt = (
  { live, ports }: Pick<AsGroupEnvironment, "live" | "ports">,
  { id, ...who }: RefreshGoal,
): TE.TaskEither<AsError, RefreshRequest> =>
  pipe(
    TE.Do,
    TE.apS("group", readGroup({ live }, id)),
    TE.apS("tags", live.tags(id)),
    TE.apS("instances", ports.listInstances(id)),
    TE.map((seen) => ({ ...seen, ...who })),
  );
