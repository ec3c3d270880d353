/** A region with AS groups, and live groups read from it; every call is counted. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { TaskEither } from "fp-ts/TaskEither";
import type { AsGroup, Tags } from "../../../provider/core/as-group/model";
import { notFound, refused, type AsError } from "../../../provider/core/error";
import { createLiveGroups, type LiveGroups } from "../../../provider/service/live-groups";
import { createManualClock, type ManualClock } from "../../support/clock";

/** A group as the service would return it. */
export const asGroup = (id: string, fields: Partial<AsGroup> = {}): AsGroup => ({
  scalingGroupId: id,
  scalingGroupName: `name-of-${id}`,
  scalingGroupStatus: "INSERVICE",
  currentInstanceNumber: 0,
  desireInstanceNumber: 0,
  minInstanceNumber: 0,
  maxInstanceNumber: 10,
  coolDownTime: 300,
  lbaasListeners: [],
  availableZones: ["eu-de-01"],
  networks: [],
  securityGroups: [],
  createTime: "2026-11-24T08:00:00Z",
  vpcId: "vpc",
  isScaling: false,
  healthPeriodicAuditMethod: "NOVA_AUDIT",
  healthPeriodicAuditTime: 5,
  healthPeriodicAuditGracePeriod: 600,
  instanceTerminatePolicy: "OLD_CONFIG_OLD_INSTANCE",
  notifications: [],
  deletePublicip: false,
  deleteVolume: false,
  multiAzPriorityPolicy: "EQUILIBRIUM_DISTRIBUTE",
  ...fields,
});

/** `group-0`, `group-1`, … */
export const idsUpTo = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `group-${index}`);

/** What finding such a group answers. */
export const found = (id: string, desireInstanceNumber = 0): E.Either<AsError, O.Option<AsGroup>> =>
  E.right(O.some(asGroup(id, { desireInstanceNumber })));

/** What finding a group that does not exist answers. */
export const gone: E.Either<AsError, O.Option<AsGroup>> = E.right(O.none);

const operation = "list AS groups";
/** The user's role lacks the permission. */
export const roleForbids = refused({ operation, status: 403, code: "AS.0011" });
/** A fine-grained policy does not give the permission. */
export const policyForbids = refused({ operation, status: 400, code: "AS.0031" });
/** Somebody before the service refuses. */
export const gatewayForbids = refused({ operation, status: 403 });
/** The service does not work just now. */
export const busy = refused({ operation, status: 503 });

type Operation = "list" | "get" | "allTags" | "tagsOf";

/** The region, what is read from it, and how often it was asked. */
export interface LiveWorld {
  readonly clock: ManualClock;
  readonly live: LiveGroups;
  readonly groups: Map<string, AsGroup>;
  readonly tags: Map<string, Tags>;
  /** Groups that a listing leaves out although they are there. */
  readonly unlisted: Set<string>;
  /** An operation with an entry here fails with it. */
  readonly faults: Map<Operation, AsError>;
  /** How often each operation was called, without those that were not. */
  readonly calls: () => Partial<Record<Operation, number>>;
}

/** Calls take `latencyMs`, and show the region as it was when they began. */
export const createLiveWorld = (
  ids: readonly string[],
  { latencyMs = 0, total }: { readonly latencyMs?: number; readonly total?: number } = {},
): LiveWorld => {
  const clock = createManualClock();
  const groups = new Map(ids.map((id) => [id, asGroup(id)]));
  const tags = new Map<string, Tags>();
  const unlisted = new Set<string>();
  const faults = new Map<Operation, AsError>();
  const counts = new Map<Operation, number>();

  const call =
    <A>(operation: Operation, look: () => E.Either<AsError, A>): TaskEither<AsError, A> =>
    async () => {
      counts.set(operation, (counts.get(operation) ?? 0) + 1);
      const fault = faults.get(operation);
      const seen = fault === undefined ? look() : E.left(fault);
      if (latencyMs > 0) await clock.sleep(latencyMs);
      return seen;
    };

  const live = createLiveGroups(
    {
      list: call("list", () => {
        const listed = [...groups.values()].filter((group) => !unlisted.has(group.scalingGroupId));
        return E.right({ groups: listed, total: total ?? listed.length });
      }),
      get: (id) =>
        call("get", () => E.fromNullable(notFound({ operation: "query AS group" }))(groups.get(id))),
      allTags: call("allTags", () => E.right(new Map(tags))),
      tagsOf: (id) => call("tagsOf", () => E.right(tags.get(id) ?? {})),
    },
    clock,
  );
  return { clock, live, groups, tags, unlisted, faults, calls: () => Object.fromEntries(counts) };
};
