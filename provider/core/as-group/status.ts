/** Judges of a live group: one for each thing that is waited for. All pure. */
import * as O from "fp-ts/Option";
import type { Verdict } from "../verdict";
import { describeFacts, factsOf } from "./facts";
import type { AsGroup, AsInstance } from "./model";

/** A judge looks at the live group; none means that it is gone. */
export type Judge = (live: O.Option<AsGroup>) => Verdict;

const done: Verdict = { kind: "done" };
const gone: Verdict = {
  kind: "failed",
  state: "the group is gone",
  evidence: "somebody deleted it meanwhile",
};
/** A failure that AS gets over by itself is no reason to end a wait, but the user should see it. */
const pending = (group: AsGroup): Verdict => ({
  kind: "pending",
  state: `${describeFacts(factsOf(group))}${group.detail === undefined ? "" : `; AS says: ${group.detail}`}`,
});
const failed = (group: AsGroup, evidence: string): Verdict => ({
  kind: "failed",
  state: describeFacts(factsOf(group)),
  evidence,
});

const ifThere =
  (judge: (group: AsGroup) => Verdict): Judge =>
  (live) =>
    O.isNone(live) ? gone : judge(live.value);

const deletionElsewhere = (group: AsGroup): Verdict | undefined =>
  group.scalingGroupStatus === "DELETING" ? failed(group, "somebody is deleting the group") : undefined;

/** No scaling action in progress. */
export const settled: Judge = ifThere(
  (group) => deletionElsewhere(group) ?? (group.isScaling ? pending(group) : done),
);

/** No instances, no scaling action. */
export const empty: Judge = ifThere((group) => {
  if (group.currentInstanceNumber === 0 && !group.isScaling) return done;
  return (
    deletionElsewhere(group) ??
    (group.scalingGroupStatus === "ERROR" && !group.isScaling
      ? failed(group, group.detail ?? "a scaling action failed")
      : pending(group))
  );
});

/** As many instances in service as the group desires now (policies may have moved that number meanwhile). */
export const atCapacity: Judge = ifThere((group) => {
  const elsewhere = deletionElsewhere(group);
  if (elsewhere !== undefined) return elsewhere;
  if (group.scalingGroupStatus === "ERROR") return failed(group, group.detail ?? "a scaling action failed");
  if (group.scalingGroupStatus === "PAUSED")
    return failed(group, "somebody paused the group meanwhile; a paused group does not scale");
  return !group.isScaling && group.currentInstanceNumber === group.desireInstanceNumber
    ? done
    : pending(group);
});

/** Verified gone. */
export const absent: Judge = (live) => (O.isNone(live) ? done : pending(live.value));

/** So many instances in service that the group's health check finds nothing wrong with. */
export const healthyMembers =
  (wanted: number) =>
  (members: O.Option<readonly AsInstance[]>): Verdict => {
    if (O.isNone(members)) return gone;
    const inService = members.value.filter(({ lifeCycleState }) => lifeCycleState === "INSERVICE");
    const healthy = inService.filter(({ healthStatus }) => healthStatus === "NORMAL");
    return healthy.length >= wanted
      ? done
      : { kind: "pending", state: `${healthy.length} of ${wanted} instances healthy` };
  };

/** None of these instances is a member any more. */
export const membersGone =
  (ids: readonly string[]) =>
  (members: O.Option<readonly AsInstance[]>): Verdict => {
    if (O.isNone(members)) return gone;
    const left = members.value.filter(({ instanceId = "" }) => ids.includes(instanceId));
    return left.length === 0
      ? done
      : { kind: "pending", state: `${left.length} of ${ids.length} instances still in the group` };
  };
