/**
 * A model of the service, small enough to be seen through: it knows what each step may do, and refuses what the
 * documentation forbids. Written apart from the planner, so that both have to agree.
 */
import type { AsGroup, AsGroupModification, Tags } from "../../provider/core/as-group/model";
import type { Step } from "../../provider/core/as-group/step";

/** The model's world. */
export interface World {
  readonly group: AsGroup;
  readonly tags: Tags;
  readonly gone: boolean;
}

const must = (holds: boolean, sentence: string): void => {
  if (!holds) throw new Error(`the service refuses: ${sentence}`);
};

const pools = (listeners: readonly { readonly poolId: string }[]): string =>
  JSON.stringify(listeners.map(({ poolId }) => poolId).sort());

const isDormant = ({ scalingGroupStatus, isScaling, currentInstanceNumber }: AsGroup): boolean =>
  scalingGroupStatus !== "INSERVICE" && !isScaling && currentInstanceNumber === 0;

const modified = (group: AsGroup, modification: AsGroupModification): AsGroup => {
  for (const field of ["networks", "securityGroups", "lbListenerId"] as const)
    if (modification[field] !== undefined) must(isDormant(group), `AS.2030 for ${field}`);
  if (modification.lbaasListeners !== undefined) {
    const samePools = pools(modification.lbaasListeners) === pools(group.lbaasListeners);
    must(samePools ? !group.isScaling : isDormant(group), "AS.2030 or AS.2047 for lbaasListeners");
  }
  if (modification.availableZones !== undefined) must(!group.isScaling, "AS.2054 for availableZones");
  const after = { ...group, ...modification };
  must(
    after.minInstanceNumber <= after.desireInstanceNumber &&
      after.desireInstanceNumber <= after.maxInstanceNumber,
    "AS.2005",
  );
  const starts =
    after.scalingGroupStatus === "INSERVICE" && after.desireInstanceNumber !== after.currentInstanceNumber;
  return { ...after, isScaling: after.isScaling || starts };
};

const atRest = (group: AsGroup): AsGroup => ({
  ...group,
  isScaling: false,
  currentInstanceNumber:
    group.scalingGroupStatus === "INSERVICE" ? group.desireInstanceNumber : group.currentInstanceNumber,
});

/** What one step does, or an error where the service refuses or a wait would never end. */
const step = (world: World, next: Step): World => {
  const { group, tags } = world;
  const become = (after: AsGroup): World => ({ ...world, group: after });
  switch (next._tag) {
    case "Pause":
      must(group.scalingGroupStatus !== "PAUSED", "AS.2033, already paused");
      return become({ ...group, scalingGroupStatus: "PAUSED" });
    case "Resume":
      must(group.scalingGroupStatus !== "INSERVICE", "AS.2033, already in service");
      return become({
        ...group,
        scalingGroupStatus: "INSERVICE",
        isScaling: group.isScaling || group.currentInstanceNumber !== group.desireInstanceNumber,
      });
    case "Modify":
      must(Object.keys(next.modification).length > 0, "an empty modification");
      return become(modified(group, next.modification));
    case "PutTags":
      return { ...world, tags: { ...tags, ...next.tags } };
    case "RemoveTags":
      return {
        ...world,
        tags: Object.fromEntries(Object.entries(tags).filter(([key]) => !next.keys.includes(key))),
      };
    case "RemoveInstances":
      must(!group.isScaling, "AS.2033, a scaling action is in progress");
      must(next.ids.length >= 1 && next.ids.length <= 10, "AS.4043, one to ten instances a call");
      must(group.currentInstanceNumber - next.ids.length >= group.minInstanceNumber, "AS.2036");
      return become({ ...group, currentInstanceNumber: group.currentInstanceNumber - next.ids.length });
    case "WaitSettled":
      return become(atRest(group));
    case "WaitEmpty":
      must(atRest(group).currentInstanceNumber === 0, "waiting for ever: the group does not become empty");
      return become(atRest(group));
    case "WaitCapacity":
      must(group.scalingGroupStatus === "INSERVICE", "waiting for ever: the group does not scale");
      return become(atRest(group));
    case "Delete":
      must(next.force || (!group.isScaling && group.currentInstanceNumber === 0), "AS.2021");
      return { ...world, gone: true };
    case "WaitGone":
      must(
        world.gone || group.scalingGroupStatus === "DELETING",
        "waiting for ever: nobody deletes the group",
      );
      return { ...world, gone: true };
  }
};

/** Carries out a plan on the model. */
export const run = (world: World, steps: readonly Step[]): World => steps.reduce(step, world);
