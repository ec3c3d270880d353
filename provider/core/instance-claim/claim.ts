/**
 * A claim on instances of an AS group: what a resource holds of each of them. An attachment holds that they are members,
 * a protection that scale-in spares them. Several claims on one group each look after their own instances only.
 */
import type { AsInstance } from "../as-group/model";

/** One kind of claim. */
export interface Claim {
  readonly kind: "attachment" | "protection";
  /** Such as `instance attachment`. */
  readonly title: string;
  /** In messages: what is being done. */
  readonly granting: string;
  readonly withdrawing: string;
}

/** Instances are members of the group. */
export const attachment: Claim = {
  kind: "attachment",
  title: "instance attachment",
  granting: "attaching instances",
  withdrawing: "taking instances out",
};

/** Instances are spared by scale-in. */
export const protection: Claim = {
  kind: "protection",
  title: "instance protection",
  granting: "protecting instances",
  withdrawing: "lifting the protection of instances",
};

/** On its way out, also where a lifecycle hook holds it. */
export const isLeaving = ({ lifeCycleState }: AsInstance): boolean => lifeCycleState.startsWith("REMOVING");

/** Neither leaving nor gone. */
export const isStaying = (member: AsInstance): boolean => !isLeaving(member);

/** Does this member have what the claim holds? */
export const isHeld = ({ kind }: Claim, member: AsInstance): boolean =>
  isStaying(member) && (kind === "attachment" || member.protectFromScalingDown);

/** Those of these ids, in their order, that belong to a member of which something is true. */
export const amongMembers = (
  ids: readonly string[],
  members: readonly AsInstance[],
  is: (member: AsInstance) => boolean,
): readonly string[] => {
  const found = new Set(members.filter(is).map(({ instanceId }) => instanceId));
  return ids.filter((id) => found.has(id));
};
