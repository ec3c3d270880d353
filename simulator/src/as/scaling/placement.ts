/** In which AZ a new instance is created. */
import type { GroupSettings } from "../model";

/** What the choice depends on. */
export interface PlacementFacts {
  readonly policy: GroupSettings["multi_az_priority_policy"];
  /** AZs of the group, in its order. */
  readonly zones: readonly string[];
  /** AZs of the members. */
  readonly occupied: readonly string[];
  /** Whether an instance can be created in an AZ. */
  readonly offers: (zone: string) => boolean;
}

/** The first AZ (`PICK_FIRST`) or the one with the fewest instances, of those that can have one. */
export function chooseZone({ policy, zones, occupied, offers }: PlacementFacts): string | undefined {
  const possible = zones.filter(offers);
  if (policy === "PICK_FIRST") return possible[0];
  const count = (zone: string): number => occupied.filter((other) => other === zone).length;
  const fewest = Math.min(...possible.map(count));
  return possible.find((zone) => count(zone) === fewest);
}
