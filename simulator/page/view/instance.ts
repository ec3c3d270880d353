/** How an instance is shown. Pure. */
import type { InstanceOverview } from "../../src/page/feed.js";

/** What the page tells apart; each kind has a shape of its own, because colours alone do not reach everybody. */
export const INSTANCE_KINDS = ["serving", "joining", "held", "failing", "leaving"] as const;
/** One of {@link INSTANCE_KINDS}. */
export type InstanceKind = (typeof INSTANCE_KINDS)[number];

/** The kinds in words. */
export const kindWords: Readonly<Record<InstanceKind, string>> = {
  serving: "in service",
  joining: "joining",
  held: "held by a lifecycle hook",
  failing: "in service, but unhealthy",
  leaving: "leaving",
};

/** The kind of an instance. */
export function kindOf({ state, health }: InstanceOverview): InstanceKind {
  switch (state) {
    case "INSERVICE":
      return health === "ERROR" ? "failing" : "serving";
    case "PENDING":
      return "joining";
    case "REMOVING":
      return "leaving";
    case "PENDING_WAIT":
    case "REMOVING_WAIT":
      return "held";
  }
}

/** Whether it does its work. */
export const isServing = (instance: InstanceOverview): boolean => kindOf(instance) === "serving";

/** How many there are of each kind, for example `2 in service, 1 joining`. */
export function countSentence(instances: readonly InstanceOverview[]): string {
  const counts = INSTANCE_KINDS.map((kind) => ({
    kind,
    count: instances.filter((instance) => kindOf(instance) === kind).length,
  })).filter(({ count }) => count > 0);
  if (counts.length === 0) return "no instances";
  return counts.map(({ kind, count }) => `${String(count)} ${kindWords[kind]}`).join(", ");
}
