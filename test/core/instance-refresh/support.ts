/** Refreshes on the model of the service: carried out, interrupted anywhere, and disturbed by policies. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import * as fc from "fast-check";
import { capacityOf } from "../../../provider/core/as-group/capacity";
import { ownerOf } from "../../../provider/core/as-group/journal-owner";
import type { AsInstance } from "../../../provider/core/as-group/model";
import type { Plan, Step } from "../../../provider/core/as-group/step";
import { refreshJournalIn } from "../../../provider/core/instance-refresh/journal";
import { DEFAULT_MANNER, type RefreshManner } from "../../../provider/core/instance-refresh/manner";
import { planRefresh } from "../../../provider/core/instance-refresh/plan";
import type { RefreshRequest } from "../../../provider/core/instance-refresh/request";
import { group } from "../../support/as-group";
import {
  attachedInstance,
  begun,
  instance,
  run,
  step,
  worldOf,
  type World,
} from "../../support/model-service";

const OWNER = ownerOf("urn:pulumi:prod::shop::pulumi-nodejs:dynamic/otc:InstanceRefresh::web");
export const PRESENT = group().scalingConfigurationId!;

export const manner = (more: Partial<RefreshManner> = {}): RefreshManner => ({ ...DEFAULT_MANNER, ...more });

export const requestFor = (world: World, how: RefreshManner): RefreshRequest => ({
  group: world.group,
  instances: world.instances,
  tags: world.tags,
  manner: how,
  owner: OWNER,
});

export const planOf = (world: World, how: RefreshManner): Plan => {
  const plan = planRefresh(requestFor(world, how));
  if (E.isLeft(plan)) throw new Error(`no plan: ${JSON.stringify(plan.left)}`);
  return plan.right;
};

/** A group with instances of an older AS configuration. */
export const oldGroup = (instances: number, more: Parameters<typeof group>[0] = {}): World =>
  worldOf(
    group({
      minInstanceNumber: 0,
      desireInstanceNumber: instances,
      maxInstanceNumber: instances,
      currentInstanceNumber: instances,
      ...more,
    }),
  );

/** Something that happens to the world between two steps. */
type Disturbance = (world: World, after: Step) => World;

export interface Course {
  /** Steps before the process dies, the last one being carried out by half. */
  readonly budget?: number;
  readonly disturb?: Disturbance;
  /** Told of the world after each step. */
  readonly watch?: (world: World, after: Step) => void;
}

const MOST_PLANS = 500;

/** What comes too late is refused, and the service layer plans anew. */
const attempt = (act: () => World, isDisturbed: boolean): World | undefined => {
  try {
    return act();
  } catch (refusal) {
    if (isDisturbed && refusal instanceof Error && refusal.message.includes("AS.")) return undefined;
    throw refusal;
  }
};

/** Plans and carries out until there is nothing left to do, or the process dies. */
export const refresh = (
  start: World,
  how: RefreshManner,
  { budget = Infinity, disturb, watch = () => undefined }: Course = {},
): World => {
  const isDisturbed = disturb !== undefined;
  let world = start;
  let left = budget;
  for (let plans = 0; plans < MOST_PLANS; plans += 1) {
    const plan = planOf(world, how);
    let isRefused = false;
    for (const next of plan.steps) {
      const now = world;
      if (left === 0)
        return next._tag === "RemoveOld" ? (attempt(() => begun(now, next), isDisturbed) ?? now) : now;
      left -= 1;
      const after = attempt(() => step(now, next), isDisturbed);
      isRefused = after === undefined;
      if (after === undefined) break;
      watch(after, next);
      world = disturb?.(after, next) ?? after;
    }
    if (plan.complete && !isRefused) return world;
  }
  throw new Error(`${MOST_PLANS} plans and no end`);
};

/** Carries out this many plans; two of them are a batch with a surge. */
export const afterPlans = (start: World, how: RefreshManner, plans: number): World =>
  Array.from({ length: plans }).reduce<World>((world) => run(world, planOf(world, how).steps), start);

/** What the next run makes of it: an interrupted refresh is completed, one that had ended is not repeated. */
export const resume = (interrupted: World, how: RefreshManner, course: Course = {}): World =>
  interrupted.deleted.length > 0 && O.isNone(refreshJournalIn(interrupted.tags))
    ? interrupted
    : refresh(interrupted, how, course);

/** A policy moves the desired number, within the bounds and not below the protected instances (AS.2010). */
export const moveDesired =
  (by: number) =>
  (world: World): World => {
    const { min, desired, max } = capacityOf(world.group);
    const kept = world.instances.filter(({ protectFromScalingDown }) => protectFromScalingDown).length;
    const desireInstanceNumber = Math.min(Math.max(desired + by, min, Math.min(desired, kept)), max);
    const isScaling = world.group.isScaling || desireInstanceNumber !== world.group.currentInstanceNumber;
    return { ...world, group: { ...world.group, desireInstanceNumber, isScaling } };
  };

export const idsIn = (instances: readonly AsInstance[]): readonly string[] =>
  instances.map(({ instanceId = "" }) => instanceId).sort();

const made = (kind: string, index: number): AsInstance => {
  switch (kind) {
    case "attached":
      return attachedInstance(`hand-${index}`);
    case "matching":
      return instance(`match-${index}`, { scalingConfigurationId: PRESENT });
    default:
      return instance(`old-${index}`, { protectFromScalingDown: kind === "protected" });
  }
};

/** Any group at rest, with old, matching, protected and attached instances, in each reading of the documents. */
export const anyWorld: fc.Arbitrary<World> = fc
  .record({
    kinds: fc.array(fc.constantFrom("old", "old", "matching", "protected", "attached"), { maxLength: 14 }),
    below: fc.nat(4),
    above: fc.nat(4),
    removalLowers: fc.boolean(),
  })
  .map(({ kinds, below, above, removalLowers }) =>
    worldOf(
      group({
        minInstanceNumber: Math.max(0, kinds.length - below),
        desireInstanceNumber: kinds.length,
        maxInstanceNumber: kinds.length + above,
        currentInstanceNumber: kinds.length,
      }),
      { removalLowers, instances: kinds.map(made) },
    ),
  );

/** Any manner that can replace instances of a group of any size above one. */
export const anyManner: fc.Arbitrary<RefreshManner> = fc
  .record({
    maxSurge: fc.nat(12),
    minHealthyPercentage: fc.integer({ min: 0, max: 100 }),
    pauseBetweenBatches: fc.constantFrom(0, 30),
    skipMatching: fc.boolean(),
  })
  .map((given) => manner({ ...given, protectedInstances: "release" }));
