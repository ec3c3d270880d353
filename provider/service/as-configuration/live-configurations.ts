/** The live AS configurations, as all resources of this process see them: one listing serves many. */
import * as O from "fp-ts/Option";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { getAsConfiguration, listAsConfigurations } from "../../api/as-configuration";
import { PAGE_SIZE } from "../../api/paging";
import type { AsConfiguration } from "../../core/as-configuration/model";
import type { AsError } from "../../core/error";
import { type BulkRead, createBulkRead } from "../bulk-read";
import type { SharedFactory } from "../resource/environment";

interface Listing {
  readonly byId: ReadonlyMap<string, AsConfiguration>;
  readonly total: number;
}

/** Reads, and remembers which configurations belong to resources. */
interface LiveConfigurations extends BulkRead<Listing, O.Option<AsConfiguration>> {
  /**
   * Ids that resources of this process have asked for or created. Names are not unique: a configuration of another
   * resource may look exactly like one that is searched for.
   */
  readonly claimed: Set<string>;
}

const MAX_AGE_MS = 3000;

const orGone = (
  configuration: TE.TaskEither<AsError, AsConfiguration>,
): TE.TaskEither<AsError, O.Option<AsConfiguration>> =>
  pipe(
    configuration,
    TE.map(O.some),
    TE.orElse((error) => (error._tag === "NotFound" ? TE.right(O.none) : TE.left(error))),
  );

/** Made once a session. */
export const liveConfigurations: SharedFactory<LiveConfigurations> = (client, clock) => ({
  ...createBulkRead<Listing, O.Option<AsConfiguration>>(
    {
      all: pipe(
        listAsConfigurations(client)(),
        TE.map(({ configurations, total }) => ({
          total,
          byId: new Map(configurations.map((live) => [live.scalingConfigurationId, live])),
        })),
      ),
      callsFor: ({ total }) => Math.ceil(total / PAGE_SIZE),
      // That a listing lacks one does not prove that it is gone.
      pick: ({ byId }, id) => pipe(byId.get(id), O.fromNullable, O.map(O.some)),
      one: (id) => orGone(getAsConfiguration(client)(id)),
    },
    clock,
    MAX_AGE_MS,
  ),
  claimed: new Set(),
});
