/** How a fleet finds unhealthy instances when the program does not say it. */
import type { HealthPeriodicAuditMethod } from "../provider/core/as-group/model";

/** The load balancers that instances join. */
export interface Listeners {
  readonly lbListenerId?: string | null | undefined;
  readonly lbaasListeners?: readonly unknown[] | null | undefined;
}

/** A load balancer knows whether instances serve; without one, only the ECS can be asked. */
export const healthCheckOf = ({ lbListenerId, lbaasListeners }: Listeners): HealthPeriodicAuditMethod =>
  (lbListenerId ?? "") !== "" || (lbaasListeners ?? []).length > 0 ? "ELB_AUDIT" : "NOVA_AUDIT";
