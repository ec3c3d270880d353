/**
 * A model of the service, small enough to be seen through: it knows what each step may do, and refuses what the
 * documentation forbids. Written apart from the planner, so that both have to agree.
 */
import type { AsGroup, AsGroupModification, AsInstance, Tags } from "../../provider/core/as-group/model";
import type { Step } from "../../provider/core/as-group/step";

/** The model's world. */
export interface World {
  readonly group: AsGroup;
  readonly instances: readonly AsInstance[];
  readonly tags: Tags;
  readonly gone: boolean;
  /** Instances that were deleted, rather than detached. */
  readonly deleted: readonly string[];
  readonly removesWhilePaused: boolean;
  /** A removal by hand lowers the desired number; otherwise AS replaces what was removed. */
  readonly removalLowers: boolean;
  /** Seconds since 1970; moves on when instances join. */
  readonly now: number;
}

const timestamp = (seconds: number): string => new Date(seconds * 1000).toISOString().replace(".000Z", "Z");

const THE_BEGINNING = Date.parse("2026-01-31T12:00:00Z") / 1000;

/** An instance that AS created. */
export const instance = (id: string, overrides: Partial<AsInstance> = {}): AsInstance => ({
  instanceId: id,
  lifeCycleState: "INSERVICE",
  healthStatus: "NORMAL",
  scalingConfigurationId: "config",
  createTime: timestamp(THE_BEGINNING),
  protectFromScalingDown: false,
  ...overrides,
});

/** An instance that somebody attached. */
export const attachedInstance = (id: string): AsInstance => {
  const { scalingConfigurationId: _, ...attached } = instance(id);
  return attached;
};

/** A world with this group, and as many instances as it says. */
export const worldOf = (group: AsGroup, world: Partial<World> = {}): World => {
  const instances =
    world.instances ??
    Array.from({ length: group.currentInstanceNumber }, (_, index) => instance(`ecs-${index}`));
  return {
    tags: {},
    gone: false,
    deleted: [],
    removesWhilePaused: true,
    removalLowers: true,
    now: THE_BEGINNING,
    ...world,
    instances,
    group: { ...group, currentInstanceNumber: instances.length },
  };
};

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

const withInstances = (world: World, instances: readonly AsInstance[], group = world.group): World => ({
  ...world,
  instances,
  group: { ...group, currentInstanceNumber: instances.length },
});

/** AS creates what is missing, and takes away its own before attached ones, never protected ones. */
const scaled = (before: World): World => {
  const world = { ...before, now: before.now + 1 };
  const { group, instances, now } = world;
  if (group.scalingGroupStatus !== "INSERVICE") return { ...world, group: { ...group, isScaling: false } };
  const wanted = group.desireInstanceNumber;
  const madeFrom = group.scalingConfigurationId;
  const fresh = Array.from({ length: Math.max(0, wanted - instances.length) }, (_, index) =>
    instance(`ecs-new-${now}-${index}`, {
      createTime: timestamp(now),
      ...(madeFrom === undefined ? {} : { scalingConfigurationId: madeFrom }),
    }),
  );
  const order = [...instances].sort(
    (a, b) => Number(a.scalingConfigurationId === undefined) - Number(b.scalingConfigurationId === undefined),
  );
  const leaving = order
    .filter(({ protectFromScalingDown }) => !protectFromScalingDown)
    .slice(0, Math.max(0, instances.length - wanted));
  return removed({ ...world, group: { ...group, isScaling: false } }, leaving, true, fresh);
};

const removed = (
  world: World,
  leaving: readonly AsInstance[],
  deleteInstances: boolean,
  joining: readonly AsInstance[] = [],
): World => {
  const ids = leaving.map(({ instanceId = "" }) => instanceId);
  const deleted = leaving
    .filter(({ scalingConfigurationId }) => deleteInstances && scalingConfigurationId !== undefined)
    .map(({ instanceId = "" }) => instanceId);
  const staying = world.instances.filter(({ instanceId = "" }) => !ids.includes(instanceId));
  return withInstances({ ...world, deleted: [...world.deleted, ...deleted] }, [...staying, ...joining]);
};

const removeByHand = (world: World, ids: readonly string[], deleteInstances: boolean): World => {
  const { group } = world;
  must(!group.isScaling, "AS.2033, a scaling action is in progress");
  must(world.removesWhilePaused || group.scalingGroupStatus === "INSERVICE", "AS.2033, the group is paused");
  must(ids.length >= 1 && ids.length <= 10, "AS.4043, one to ten instances a call");
  must(group.currentInstanceNumber - ids.length >= group.minInstanceNumber, "AS.2036");
  const leaving = world.instances.filter(({ instanceId = "" }) => ids.includes(instanceId));
  must(leaving.length === ids.length, "AS.4006, not a member");
  const desireInstanceNumber = world.removalLowers
    ? Math.max(0, group.desireInstanceNumber - ids.length)
    : group.desireInstanceNumber;
  const isScaling =
    group.scalingGroupStatus === "INSERVICE" &&
    desireInstanceNumber !== group.currentInstanceNumber - ids.length;
  return removed(
    { ...world, group: { ...group, desireInstanceNumber, isScaling } },
    leaving,
    deleteInstances,
  );
};

/** What the service itself does in this step; the rest is up to whoever carries it out. */
export const begun = (world: World, next: Extract<Step, { _tag: "RemoveOld" }>): World =>
  removeByHand(world, next.ids, true);

const removeOld = (world: World, next: Extract<Step, { _tag: "RemoveOld" }>): World => {
  const { group, ...after } = begun(world, next);
  const lowered = next.desired === "lowered" ? next.ids.length : 0;
  const desireInstanceNumber = world.group.desireInstanceNumber - lowered;
  const isScaling = desireInstanceNumber !== group.currentInstanceNumber;
  return { ...after, group: { ...group, desireInstanceNumber, isScaling } };
};

const attach = (world: World, ids: readonly string[]): World => {
  const { group } = world;
  must(group.scalingGroupStatus === "INSERVICE" && !group.isScaling, "AS.2033, not in service or scaling");
  const absent = ids.filter((id) => !world.instances.some(({ instanceId }) => instanceId === id));
  must(group.currentInstanceNumber + absent.length <= group.maxInstanceNumber, "AS.2035");
  must(
    absent.every((id) => !world.deleted.includes(id)),
    "AS.4024, the ECS has been deleted",
  );
  const desireInstanceNumber = group.desireInstanceNumber + absent.length;
  return withInstances(world, [...world.instances, ...absent.map(attachedInstance)], {
    ...group,
    desireInstanceNumber,
  });
};

/** What one step does, or an error where the service refuses or a wait would never end. */
export const step = (world: World, next: Step): World => {
  const { group, tags, instances } = world;
  const become = (after: AsGroup): World => ({ ...world, group: after });
  const removeTags = (keys: readonly string[]): World => ({
    ...world,
    tags: Object.fromEntries(Object.entries(tags).filter(([key]) => !keys.includes(key))),
  });
  const putTags = (put: Tags): World => {
    const after = { ...tags, ...put };
    must(Object.keys(after).length <= 10, "AS.7045");
    return { ...world, tags: after };
  };
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
      must(
        (next.modification.desireInstanceNumber ?? Infinity) >=
          instances.filter(({ protectFromScalingDown }) => protectFromScalingDown).length,
        "AS.2010",
      );
      return become(modified(group, next.modification));
    case "PutTags":
    case "PutJournal":
      return putTags(next.tags);
    case "PutHooks":
      must(group.currentInstanceNumber === 0, "hooks that come too late");
      return world;
    case "RemoveTags":
    case "ClearJournal":
      return removeTags(next.keys);
    case "Unprotect":
      return withInstances(
        world,
        instances.map((member) =>
          next.ids.includes(member.instanceId ?? "") ? { ...member, protectFromScalingDown: false } : member,
        ),
      );
    case "RemoveInstances":
      return removeByHand(world, next.ids, next.deleteInstances);
    case "RemoveOld":
      return removeOld(world, next);
    case "Attach":
      return attach(world, next.ids);
    case "WaitSettled":
      return scaled(world);
    case "WaitEmpty":
      must(scaled(world).instances.length === 0, "waiting for ever: the group does not become empty");
      return scaled(world);
    case "WaitCapacity":
      must(group.scalingGroupStatus === "INSERVICE", "waiting for ever: the group does not scale");
      return scaled(world);
    case "WaitLeft":
      must(
        !instances.some(({ instanceId = "" }) => next.ids.includes(instanceId)),
        "waiting for ever: nobody removes the instance",
      );
      return world;
    case "Rest":
      return world;
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
