/** Which instances an automatic scale-in takes. */
import type { Instance, TerminatePolicy } from "../model";

/** What the choice depends on. */
export interface RemovalFacts {
  readonly policy: TerminatePolicy;
  /** AZs of the group. */
  readonly zones: readonly string[];
  /** Whether AZs are kept balanced before the policy is asked. */
  readonly keepsBalance: boolean;
}

type Order = (left: Instance, right: Instance) => number;

const byAge: Order = (left, right) => left.createTime.getTime() - right.createTime.getTime();
const byConfigurationAge: Order = (left, right) =>
  (left.madeFrom?.createTime.getTime() ?? 0) - (right.madeFrom?.createTime.getTime() ?? 0);

const ORDERS: Readonly<Record<TerminatePolicy, Order>> = {
  OLD_CONFIG_OLD_INSTANCE: (left, right) => byConfigurationAge(left, right) || byAge(left, right),
  OLD_CONFIG_NEW_INSTANCE: (left, right) => byConfigurationAge(left, right) || byAge(right, left),
  OLD_INSTANCE: byAge,
  NEW_INSTANCE: (left, right) => byAge(right, left),
};

const first = (instances: readonly Instance[], order: Order): Instance | undefined =>
  [...instances].sort(order)[0];

/** The instances of the AZs that have the most. */
function inFullestZones(candidates: readonly Instance[], members: readonly Instance[]): readonly Instance[] {
  const count = ({ zone }: Instance): number => members.filter((member) => member.zone === zone).length;
  const most = Math.max(...candidates.map(count));
  return candidates.filter((candidate) => count(candidate) === most);
}

function chooseOne(members: readonly Instance[], facts: RemovalFacts): Instance | undefined {
  const candidates = members.filter((instance) => !instance.protected);
  const stray = candidates.filter(({ zone }) => !facts.zones.includes(zone));
  const pool = stray.length > 0 ? stray : candidates;
  const madeByAs = pool.filter(({ madeFrom }) => madeFrom !== null);
  if (madeByAs.length === 0) return first(pool, byAge);
  const eligible = facts.keepsBalance ? inFullestZones(madeByAs, members) : madeByAs;
  return first(eligible, ORDERS[facts.policy]);
}

/**
 * At most `count` members: never protected ones; first those in AZs that the group has left; AS-made ones by the
 * policy; those that were added by hand last, the earliest added first.
 */
export function chooseLeaving(members: readonly Instance[], count: number, facts: RemovalFacts): Instance[] {
  const leaving: Instance[] = [];
  let staying = members;
  while (leaving.length < count) {
    const next = chooseOne(staying, facts);
    if (next === undefined) return leaving;
    leaving.push(next);
    staying = staying.filter((instance) => instance !== next);
  }
  return leaving;
}
