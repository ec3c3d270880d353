/** Fields that cannot be changed at any time. Values are compared; that a field is sent says nothing. */
import { isDeepStrictEqual } from "node:util";
import type { Group, GroupSettings, GroupStatus } from "../model";
import { refuse, type AsRefusal } from "../refusal";
import type { Variants } from "../variants";
import { balancingChange, type BalancingChange } from "./listeners";

/** What the locks depend on. */
export interface LockFacts {
  readonly scaling: boolean;
  readonly instances: number;
  readonly status: GroupStatus;
}

/** Which lockable fields get another value. */
export interface LockedChanges {
  readonly zones: boolean;
  readonly networks: boolean;
  readonly securityGroups: boolean;
  readonly balancing: BalancingChange;
}

/** Compares what is with what is wanted. */
export function lockedChanges(before: GroupSettings, after: GroupSettings): LockedChanges {
  return {
    zones: !isDeepStrictEqual(before.available_zones, after.available_zones),
    networks: !isDeepStrictEqual(before.networks, after.networks),
    securityGroups: !isDeepStrictEqual(before.security_groups, after.security_groups),
    balancing: balancingChange(before, after),
  };
}

export const lockFacts = ({ action, instances, status }: Group): LockFacts => ({
  scaling: action !== null,
  instances: instances.length,
  status,
});

/** `settled`: no scaling action. `dormant`: also no instance, and not in service. */
type Precondition = "free" | "settled" | "dormant";

function met(precondition: Precondition, { scaling, instances, status }: LockFacts): boolean {
  if (precondition === "free") return true;
  if (precondition === "settled") return !scaling;
  return !scaling && instances === 0 && status !== "INSERVICE";
}

function balancingPrecondition(change: BalancingChange, variants: Variants): Precondition {
  if (change === "none") return "free";
  if (variants.lb === "live") return "settled";
  return change === "members" ? "dormant" : variants.listenerDetails;
}

/** The refusal of the first locked change, in the order AS.2054, AS.2047, AS.2030. */
export function lockRefusal(
  changes: LockedChanges,
  facts: LockFacts,
  variants: Variants,
): AsRefusal | undefined {
  const refused = {
    zones: changes.zones && !met(variants.zones, facts),
    balancing: !met(balancingPrecondition(changes.balancing, variants), facts),
    networks: changes.networks && !met(variants.subnets, facts),
    securityGroups: changes.securityGroups && !met("dormant", facts),
  };
  if (facts.scaling && refused.zones)
    return refuse("AS.2054", "AZs cannot be changed during a scaling action");
  if (facts.scaling && refused.balancing) {
    return refuse("AS.2047", "load balancers cannot be changed during a scaling action");
  }
  const locked = Object.entries(refused)
    .filter(([, isRefused]) => isRefused)
    .map(([field]) => field);
  if (locked.length === 0) return undefined;
  return refuse(
    "AS.2030",
    `${locked.join(", ")}: cannot be changed while the group has instances, is scaling or is in service`,
  );
}
