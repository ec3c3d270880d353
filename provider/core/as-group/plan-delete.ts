/**
 * The ordered steps that end with a group gone.
 *
 * AS itself empties a running group best: with all three numbers at zero no policy can add an instance, instances that
 * AS created are deleted and attached ones only detached. A paused group does not scale, so its instances are removed
 * by hand, in batches.
 */
import * as E from "fp-ts/Either";
import { stopped, type AsError } from "../error";
import type { DeleteMode } from "./arguments";
import { describeFacts, factsOf } from "./facts";
import type { AsGroup, AsInstance } from "./model";
import { REMOVAL_BATCH, type Step } from "./step";

/** What the planner has to know. */
export interface DeletionRequest {
  readonly mode: DeleteMode;
  readonly group: AsGroup;
  readonly instances: readonly AsInstance[];
  /** False once the service has refused to remove instances of a paused group. */
  readonly removesWhilePaused: boolean;
}

const ending = (force: boolean): readonly Step[] => [{ _tag: "Delete", force }, { _tag: "WaitGone" }];

const idsOf = (instances: readonly AsInstance[]): readonly string[] =>
  instances.map(({ instanceId }) => instanceId).filter((id) => id !== undefined);

const batches = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / REMOVAL_BATCH) }, (_, index) =>
    ids.slice(index * REMOVAL_BATCH, (index + 1) * REMOVAL_BATCH),
  );

/** Instances that AS did not create: they leave the group but live on. */
export const attachedIds = (instances: readonly AsInstance[]): readonly string[] =>
  idsOf(instances.filter(({ scalingConfigurationId }) => scalingConfigurationId === undefined));

const protectedIds = (instances: readonly AsInstance[]): readonly string[] =>
  idsOf(instances.filter(({ protectFromScalingDown }) => protectFromScalingDown));

const toZero = (group: AsGroup): readonly Step[] =>
  group.minInstanceNumber === 0 && group.desireInstanceNumber === 0 && group.maxInstanceNumber === 0
    ? []
    : [
        {
          _tag: "Modify",
          modification: { minInstanceNumber: 0, desireInstanceNumber: 0, maxInstanceNumber: 0 },
          changes: [],
        },
      ];

const emptying = ({ group, instances, removesWhilePaused }: DeletionRequest): readonly Step[] => {
  const end: Step = { _tag: "WaitEmpty" };
  if (group.scalingGroupStatus === "INSERVICE") return [...toZero(group), end];
  if (!removesWhilePaused) return [...toZero(group), { _tag: "Resume" }, end];
  const removals = batches(idsOf(instances)).flatMap((ids): readonly Step[] => [
    { _tag: "WaitSettled" },
    { _tag: "RemoveInstances", ids },
  ]);
  return [...toZero(group), ...removals, end];
};

/** Nothing inside, and nothing on its way in. */
const isEmpty = ({ group, instances }: DeletionRequest): boolean =>
  instances.length === 0 &&
  group.currentInstanceNumber === 0 &&
  !group.isScaling &&
  (group.scalingGroupStatus !== "INSERVICE" || group.desireInstanceNumber === 0);

/** Plans the deletion of a live group, or says why it must not be deleted. */
export const planDeletion = (request: DeletionRequest): E.Either<AsError, readonly Step[]> => {
  if (request.group.scalingGroupStatus === "DELETING") return E.right([{ _tag: "WaitGone" }]);
  switch (request.mode) {
    case "force":
      return E.right(ending(true));
    case "refuse":
      return isEmpty(request)
        ? E.right(ending(false))
        : E.left(
            stopped(
              `deleteMode is "refuse" and the group is not empty: ${describeFacts(factsOf(request.group))}`,
              [
                'set deleteMode: "drain" to release the instances that AS created, run `pulumi up`, then destroy',
                "empty the group yourself and destroy again",
              ],
            ),
          );
    case "drain": {
      const kept = protectedIds(request.instances);
      if (kept.length > 0)
        return E.left(
          stopped(
            `${kept.length} instance(s) are protected from scale-in and are not removed without consent: ${kept.join(", ")}`,
            [
              "take the protection off these instances and destroy again",
              'set deleteMode: "force", run `pulumi up`, then destroy: the service then deletes protected instances too',
            ],
          ),
        );
      return E.right([...(isEmpty(request) ? [] : emptying(request)), ...ending(false)]);
    }
  }
};
