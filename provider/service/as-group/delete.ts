/** Deletes a group; ends only when it is verified gone. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { DeleteMode, DrainConsent } from "../../core/as-group/arguments";
import { attachedIds } from "../../core/as-group/members";
import { planDeletion } from "../../core/as-group/plan-delete";
import type { AsGroup, AsInstance } from "../../core/as-group/model";
import type { Step } from "../../core/as-group/step";
import { hasCode, type AsError } from "../../core/error";
import { hasTimeLeft, type Operation } from "./environment";
import { execute } from "./execute";
import { isFinalRefusal } from "./setback";
import { waitSettled } from "./waits";

/** How a group may be deleted. */
export interface DeletionTerms {
  readonly mode: DeleteMode;
  readonly consent: DrainConsent;
}

type Done = TE.TaskEither<AsError, void>;

/** What this deletion has learned about the service and the group. */
interface Learned {
  readonly removesWhilePaused: boolean;
  readonly resumes: boolean;
  /** Instances that AS did not create. */
  readonly attached: readonly string[];
}

/** Why an attempt has failed, and at which step if it had come that far. */
interface Failure {
  readonly error: AsError;
  readonly failed?: Step;
}

/** The group is not as it was when the plan was made: look again and plan anew. */
const worldMoved = (error: AsError, mode: DeleteMode): boolean =>
  hasCode(error, "AS.2020", "AS.2033", "AS.0003", "AS.4015", "AS.4030", "AS.2010") ||
  // Instances are no surprise to a forced deletion: this service does not take it.
  (mode !== "force" && hasCode(error, "AS.2021"));

const settleFirst = (operation: Operation, group: AsGroup): TE.TaskEither<AsError, AsGroup> =>
  group.scalingGroupStatus !== "INSERVICE" && group.scalingGroupStatus !== "DELETING" && group.isScaling
    ? pipe(
        waitSettled(operation, group.scalingGroupId),
        TE.map((settled) => settled ?? group),
      )
    : TE.right(group);

const instancesOf = (operation: Operation, group: AsGroup): TE.TaskEither<AsError, readonly AsInstance[]> =>
  group.currentInstanceNumber === 0 && !group.isScaling
    ? TE.right([])
    : operation.environment.ports.listInstances(group.scalingGroupId);

const learn = (learned: Learned, group: AsGroup, { error, failed }: Failure): Learned => ({
  ...learned,
  // Documents disagree on removing instances of a paused group: what the service says here is the answer.
  removesWhilePaused:
    learned.removesWhilePaused &&
    !(
      failed?._tag === "RemoveInstances" &&
      group.scalingGroupStatus !== "INSERVICE" &&
      hasCode(error, "AS.2033", "AS.2020")
    ),
  resumes: learned.resumes && failed?._tag !== "Resume",
});

const again =
  (operation: Operation, id: string, terms: DeletionTerms, group: AsGroup, learned: Learned) =>
  (failure: Failure): Done => {
    const { error, failed } = failure;
    if (error._tag === "NotFound") return TE.right(undefined);
    const mayGoOn = worldMoved(error, terms.mode) || (failed?._tag === "Resume" && isFinalRefusal(error));
    if (!mayGoOn || !hasTimeLeft(operation)) return TE.left(error);
    return pipe(
      TE.fromTask(() => operation.environment.clock.sleep(operation.environment.schedule(1))),
      TE.chain(() => remove(operation, id, terms, learn(learned, group, failure))),
    );
  };

const removeLive = (operation: Operation, terms: DeletionTerms, group: AsGroup, learned: Learned): Done => {
  const id = group.scalingGroupId;
  const attempt = (instances: readonly AsInstance[]): Done => {
    const attached = [...new Set([...learned.attached, ...attachedIds(instances)])];
    return pipe(
      TE.fromEither(planDeletion({ ...terms, ...learned, group, instances })),
      TE.mapLeft((error): Failure => ({ error })),
      TE.chainW((steps) => execute(operation, id, steps)),
      TE.matchE(again(operation, id, terms, group, { ...learned, attached }), () => {
        if (attached.length > 0)
          operation.warn(`not created by AS, so detached and still there: ${attached.join(", ")}`);
        return TE.right(undefined);
      }),
    );
  };
  return pipe(
    instancesOf(operation, group),
    TE.matchE((error) => again(operation, id, terms, group, learned)({ error }), attempt),
  );
};

const remove = (operation: Operation, id: string, terms: DeletionTerms, learned: Learned): Done =>
  pipe(
    operation.environment.live.find(id),
    TE.chain((found) =>
      O.isNone(found)
        ? TE.right(undefined)
        : pipe(
            settleFirst(operation, found.value),
            TE.chain((group) => removeLive(operation, terms, group, learned)),
          ),
    ),
  );

/** Deletes a group by the chosen mode. A group that is already gone is a success. */
export const deleteGroup = (operation: Operation, id: string, terms: DeletionTerms): Done =>
  remove(operation, id, terms, { removesWhilePaused: true, resumes: true, attached: [] });
