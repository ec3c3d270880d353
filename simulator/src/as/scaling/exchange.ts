/** The load balancers of the instances follow those of their group. */
import { isDeepStrictEqual } from "node:util";
import { listenerIds } from "../group/listeners";
import type { BalancerExchange, GroupSettings, LoggedBalancer } from "../model";
import type { World } from "../world";
import { FAILURES, type ActionFailure } from "./failure";

type Balancing = Pick<GroupSettings, "lb_listener_id" | "lbaas_listeners">;
type Balancer = LoggedBalancer["balancer"];

const balancersOf = ({ lb_listener_id, lbaas_listeners }: Balancing): readonly Balancer[] => [
  ...listenerIds(lb_listener_id),
  ...lbaas_listeners,
];

const without = (balancers: readonly Balancer[], others: readonly Balancer[]): Balancer[] =>
  balancers.filter((balancer) => !others.some((other) => isDeepStrictEqual(balancer, other)));

function bindFailure(world: World, balancer: Balancer): ActionFailure | null {
  if (typeof balancer === "string") {
    return world.exists("listener", balancer) ? null : FAILURES["listener-missing"];
  }
  return world.exists("pool", balancer.pool_id) ? null : FAILURES["pool-missing"];
}

/** What is bound and unbound when the settings change; what does not exist any more cannot be bound. */
export function exchange(world: World, before: Balancing, after: Balancing): BalancerExchange {
  const [old, wanted] = [balancersOf(before), balancersOf(after)];
  return {
    bound: without(wanted, old).map((balancer) => ({ balancer, failure: bindFailure(world, balancer) })),
    unbound: without(old, wanted).map((balancer) => ({ balancer, failure: null })),
  };
}
