/** What the planner of a refresh has to know, and what it makes of it. */
import * as O from "fp-ts/Option";
import { capacityOf, type Capacity } from "../as-group/capacity";
import type { AsGroup, AsInstance, Tags } from "../as-group/model";
import { refreshJournalIn, type RefreshJournal } from "./journal";
import type { RefreshManner } from "./manner";
import { capacityWithout } from "./numbers";
import { isHealthy, markOf, oldInstances } from "./old";

/** The live group, and how its instances are to be replaced. */
export interface RefreshRequest {
  readonly group: AsGroup;
  readonly instances: readonly AsInstance[];
  /** The live tags, with those of this package. */
  readonly tags: Tags;
  readonly manner: RefreshManner;
  /** Mark of the resource that asks. */
  readonly owner: string;
  /** Whether this run has written the journal: then it tells of no interruption. `false` by default. */
  readonly begunHere?: boolean;
}

/** Where a refresh is. */
export interface Situation {
  readonly live: Capacity;
  /** The numbers as they would be without the refresh. */
  readonly wanted: Capacity;
  /** The live desired number minus the wanted one. */
  readonly surplus: number;
  readonly old: readonly AsInstance[];
  /** Instances in service that the health check finds nothing wrong with. */
  readonly healthy: number;
  /** The journal on the group, or the one to begin with. */
  readonly journal: RefreshJournal;
}

/** The journal to begin with. */
const firstJournal = ({ group, instances, owner }: RefreshRequest): RefreshJournal => {
  const capacity = capacityOf(group);
  return {
    capacity,
    moved: { min: capacity.min, max: capacity.max },
    offset: 0,
    mark: markOf(instances),
    owner,
  };
};

/** Looks at the live group. */
export const situationOf = (request: RefreshRequest): Situation => {
  const { group, instances, manner, tags } = request;
  const journal = O.getOrElse(() => firstJournal(request))(refreshJournalIn(tags));
  const live = capacityOf(group);
  const wanted = capacityWithout(journal, live);
  return {
    live,
    wanted,
    surplus: live.desired - wanted.desired,
    old: oldInstances(group, instances, manner, journal.mark),
    healthy: instances.filter(isHealthy).length,
    journal,
  };
};
