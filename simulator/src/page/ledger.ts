/** Which entries of a changing collection are new to somebody who last looked at an earlier revision. */

/** What has changed since a revision. */
export interface Changes<Entry> {
  readonly changed: readonly Entry[];
  /** Keys of entries that are no longer there. */
  readonly gone: readonly string[];
}

interface Known {
  readonly text: string;
  readonly revision: number;
}

/** How many departures are remembered; whoever looked before the oldest of them has to begin anew. */
const DEPARTURES = 1000;

/** Remembers what entries looked like, as JSON, and at which revision they came to look so. */
export class Ledger<Entry> {
  private entries = new Map<string, Entry>();
  private readonly known = new Map<string, Known>();
  /** Keys by the revision at which they went, the first gone first. */
  private readonly departed = new Map<string, number>();
  private horizon = 0;

  constructor(private readonly key: (entry: Entry) => string) {}

  /**
   * Takes note of the entries as they are now.
   *
   * @param revision higher than at the calls before
   * @returns whether anything differs from the last time
   */
  update(entries: readonly Entry[], revision: number): boolean {
    let differs = false;
    this.entries = new Map(entries.map((entry) => [this.key(entry), entry]));
    for (const [key, entry] of this.entries) {
      const text = JSON.stringify(entry);
      if (this.known.get(key)?.text === text) continue;
      this.known.set(key, { text, revision });
      this.departed.delete(key);
      differs = true;
    }
    for (const key of this.known.keys()) {
      if (this.entries.has(key)) continue;
      this.known.delete(key);
      this.departed.set(key, revision);
      differs = true;
    }
    this.forgetDepartures();
    return differs;
  }

  /** Whether {@link Ledger.since} still knows everything that happened after this revision. */
  reachesBackTo(revision: number): boolean {
    return revision >= this.horizon;
  }

  /** What changed after a revision; after 0, everything that is there. */
  since(revision: number): Changes<Entry> {
    const later = (key: string): boolean => (this.known.get(key)?.revision ?? 0) > revision;
    return {
      changed: [...this.entries].filter(([key]) => later(key)).map(([, entry]) => entry),
      gone: [...this.departed].filter(([, when]) => when > revision).map(([key]) => key),
    };
  }

  private forgetDepartures(): void {
    for (const [key, revision] of this.departed) {
      if (this.departed.size <= DEPARTURES) return;
      this.departed.delete(key);
      this.horizon = revision;
    }
  }
}
