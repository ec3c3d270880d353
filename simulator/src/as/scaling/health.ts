/** Health checks. */
import type { Group, Instance } from "../model";
import { SHORTEST_AUDIT_MS } from "./timing";

const MINUTE_MS = 60_000;

function periodMs({ settings }: Group): number {
  const minutes = settings.health_periodic_audit_time;
  return minutes === 0 ? SHORTEST_AUDIT_MS : minutes * MINUTE_MS;
}

/** Checks come at fixed intervals from the creation of the group on. */
export function msUntilAudit(group: Group, now: Date): number {
  const age = now.getTime() - group.createTime.getTime();
  return periodMs(group) - (age % periodMs(group));
}

/** In service according to the group, but not really. */
export function isSick({ settings }: Group, { server, lifeCycleState }: Instance): boolean {
  if (server === null || lifeCycleState !== "INSERVICE") return false;
  if (server.status === "SHUTOFF" || server.status === "DELETED") return true;
  return settings.health_periodic_audit_method === "ELB_AUDIT" && !server.balancerHealthy;
}

/** A load balancer is not believed until an instance has had time to start. */
function inGracePeriod({ settings }: Group, { inServiceSince }: Instance, now: Date): boolean {
  if (settings.health_periodic_audit_method !== "ELB_AUDIT" || inServiceSince === null) return false;
  return now.getTime() - inServiceSince.getTime() < settings.health_periodic_audit_grace_period * 1000;
}

/** Marks what is unhealthy. */
export function audit(group: Group, now: Date): void {
  for (const instance of group.instances) {
    if (isSick(group, instance) && !inGracePeriod(group, instance, now)) instance.healthStatus = "ERROR";
  }
}
