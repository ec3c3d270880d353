/** Judges of the instances of a group: for those that a claim waits for. Pure. */
import * as O from "fp-ts/Option";
import type { AsInstance } from "../as-group/model";
import type { Verdict } from "../verdict";

const done: Verdict = { kind: "done" };

/** A judge looks at the members of a group; none means that the group is gone. */
export type MemberJudge = (members: O.Option<readonly AsInstance[]>) => Verdict;

/**
 * All of these instances are in service. One that was seen and is missing again has been turned away, by a lifecycle hook
 * or by a person; one that was never seen may still come, because the list of members lags behind.
 */
export const allInService = (ids: readonly string[]): MemberJudge => {
  const seen = new Set<string>();
  return (members) => {
    if (O.isNone(members))
      return { kind: "failed", state: "the group is gone", evidence: "somebody deleted it meanwhile" };
    const states = new Map(
      members.value.map(({ instanceId, lifeCycleState }) => [instanceId, lifeCycleState]),
    );
    const turnedAway = ids.filter((id) => seen.has(id) && !states.has(id));
    for (const id of ids) if (states.has(id)) seen.add(id);
    if (turnedAway.length > 0)
      return {
        kind: "failed",
        state: `${turnedAway.join(", ")} left the group again`,
        evidence: "a lifecycle hook abandoned it, or somebody took it out",
      };
    const arrived = ids.filter((id) => states.get(id) === "INSERVICE");
    return arrived.length === ids.length
      ? done
      : { kind: "pending", state: `${arrived.length} of ${ids.length} instances in service` };
  };
};

/** None of these instances is a member any more; without the group, none is. */
export const allLeft =
  (ids: readonly string[]): MemberJudge =>
  (members) => {
    const left = O.isNone(members)
      ? []
      : members.value.filter(({ instanceId = "" }) => ids.includes(instanceId));
    return left.length === 0
      ? done
      : { kind: "pending", state: `${left.length} of ${ids.length} instances still in the group` };
  };
