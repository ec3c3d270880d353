/** What the page shows, told as changes since the last time it asked. */
import { randomUUID } from "node:crypto";
import type { Admin } from "../admin/admin";
import type { Fault } from "../admin/fault";
import type { LoggedRequest } from "../admin/request-log";
import type { ActionOverview, GroupOverview, Overview } from "../as/overview";
import type { SimulatedClock } from "../clock";
import { Ledger, type Changes } from "./ledger";

export type { ActionOverview, Fault, GroupOverview, LoggedRequest };
export type { InstanceOverview } from "../as/overview";

/** One answer of the feed. */
export interface FeedPage {
  /** Drawn at the start of the simulator: cursors of another run mean nothing. */
  readonly run: string;
  /** To be sent with the next request. */
  readonly cursor: number;
  /** Whether this is everything there is, and not only what has changed. */
  readonly whole: boolean;
  /** ISO 8601, simulated time. */
  readonly now: string;
  /** Simulated seconds per real second. */
  readonly speed: number;
  /** Calls since the request log was cleared. */
  readonly calls: { readonly as: number; readonly iam: number };
  readonly groups: Changes<GroupOverview>;
  /** The newest scaling actions of all groups. */
  readonly actions: Changes<ActionOverview>;
  /** The newest calls. */
  readonly requests: Changes<LoggedRequest>;
  readonly faults: Changes<Fault>;
}

/** What a page holds already. */
export interface Held {
  readonly run: string;
  readonly cursor: number;
}

/** What the feed reads. */
export interface FeedSources {
  readonly overview: (actionLimit: number) => Overview;
  readonly clock: Pick<SimulatedClock, "now" | "speed">;
  readonly admin: Pick<Admin, "faults" | "counters" | "requests">;
}

const ACTIONS = 200;
const REQUESTS = 200;

/** Serves any number of pages: it remembers states, not readers. */
export class Feed {
  private readonly run = randomUUID();
  private cursor = 0;
  private readonly groups = new Ledger<GroupOverview>(({ id }) => id);
  private readonly actions = new Ledger<ActionOverview>(({ id }) => id);
  private readonly requests = new Ledger<LoggedRequest>(({ seq }) => String(seq));
  private readonly faults = new Ledger<Fault>(({ id }) => id);

  constructor(private readonly sources: FeedSources) {}

  /** What is new to a page; everything when it holds nothing, or nothing that is of use. */
  since(held?: Held): FeedPage {
    const { clock, admin } = this.sources;
    this.look();
    const whole = held === undefined || !this.knows(held);
    const from = whole ? 0 : held.cursor;
    const tell = <Entry>(ledger: Ledger<Entry>): Changes<Entry> =>
      whole ? { ...ledger.since(0), gone: [] } : ledger.since(from);
    const { as, iam } = admin.counters();
    return {
      run: this.run,
      cursor: this.cursor,
      whole,
      now: clock.now().toISOString(),
      speed: clock.speed,
      calls: { as: as.total, iam: iam.total },
      groups: tell(this.groups),
      actions: tell(this.actions),
      requests: tell(this.requests),
      faults: tell(this.faults),
    };
  }

  private look(): void {
    const { overview, admin } = this.sources;
    const { groups, actions } = overview(ACTIONS);
    const next = this.cursor + 1;
    const differs = [
      this.groups.update(groups, next),
      this.actions.update(actions, next),
      this.requests.update(admin.requests(REQUESTS), next),
      this.faults.update(admin.faults(), next),
    ];
    if (differs.includes(true)) this.cursor = next;
  }

  private knows({ run, cursor }: Held): boolean {
    const ledgers = [this.groups, this.actions, this.requests, this.faults];
    return run === this.run && cursor <= this.cursor && ledgers.every((each) => each.reachesBackTo(cursor));
  }
}
