/**
 * The ordered steps that end with a group gone.
 *
 * AS itself empties a running group best: with all three numbers at zero no policy can add an instance, instances that
 * AS created are deleted and attached ones only detached. A paused group does not scale, so its instances are removed
 * by hand, in batches.
 */
import * as E from "fp-ts/Either";
import { stopped, type AsError } from "../error";
import type { DeleteMode, DrainConsent } from "./arguments";
import { capacityOf } from "./capacity";
import { describeFacts, factsOf } from "./facts";
import { emptyingRunning, removing, toZero, unprotecting } from "./emptying";
import { protectedIds } from "./members";
import type { AsGroup, AsInstance } from "./model";
import type { Step } from "./step";

/** What the planner has to know. */
export interface DeletionRequest {
  readonly mode: DeleteMode;
  readonly group: AsGroup;
  readonly instances: readonly AsInstance[];
  readonly consent: DrainConsent;
  /** False once the service has refused to remove instances of a paused group. */
  readonly removesWhilePaused: boolean;
  /** False once the service has refused to resume the group, as it does while the flavor is sold out. */
  readonly resumes: boolean;
}

const ending = (force: boolean): readonly Step[] => [{ _tag: "Delete", force }, { _tag: "WaitGone" }];

const emptying = ({ group, instances, removesWhilePaused }: DeletionRequest): readonly Step[] => {
  const end: Step = { _tag: "WaitEmpty" };
  if (group.scalingGroupStatus === "INSERVICE")
    return [...emptyingRunning(capacityOf(group), instances, group.isScaling), end];
  if (!removesWhilePaused) return [...toZero(capacityOf(group)), { _tag: "Resume" }, end];
  return [...toZero(capacityOf(group)), ...removing(instances), end];
};

/** Neither by hand nor by AS itself can the group be emptied. A forced deletion deletes and detaches the same instances. */
const isStuck = ({ group, removesWhilePaused, resumes }: DeletionRequest): boolean =>
  group.scalingGroupStatus !== "INSERVICE" && !removesWhilePaused && !resumes;

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
      const releases = request.consent.protectedInstances === "release";
      if (kept.length > 0 && !releases)
        return E.left(
          stopped(
            `${kept.length} instance(s) are protected from scale-in and are not removed without consent: ${kept.join(", ")}`,
            [
              "take the protection off these instances and destroy again",
              'set drain: { protectedInstances: "release" }, run `pulumi up`, then destroy',
              'set deleteMode: "force", run `pulumi up`, then destroy: the service then deletes protected instances too',
            ],
          ),
        );
      const forced = !isEmpty(request) && isStuck(request);
      return E.right([
        ...unprotecting(request.instances),
        ...(isEmpty(request) || forced ? [] : emptying(request)),
        ...ending(forced),
      ]);
    }
  }
};
