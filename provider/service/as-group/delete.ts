/** Deletes a group; ends only when it is verified gone. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { handled } from "../../core/as-code/handling";
import type { DeleteMode, DrainConsent } from "../../core/as-group/arguments";
import { attachedIds } from "../../core/as-group/members";
import { planDeletion } from "../../core/as-group/plan-delete";
import type { AsGroup, AsInstance } from "../../core/as-group/model";
import type { Step } from "../../core/as-group/step";
import { hasCode, type AsError } from "../../core/error";
import { isAmbiguous } from "./ambiguous";
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
  hasCode(error, ...handled.deletionMoved.codes) ||
  // Instances are no surprise to a forced deletion: this service does not take it.
  (mode !== "force" && hasCode(error, ...handled.deletionNotEmpty.codes));

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
      hasCode(error, ...handled.keptWhilePaused.codes)
    ),
  resumes: learned.resumes && failed?._tag !== "Resume",
});

/** Nobody can say what came of the call, or a wait has seen that somebody else deletes the group: look at it. */
const unlessDeleted = (operation: Operation, id: string, goOn: Done, error: AsError): Done =>
  pipe(
    operation.environment.live.fresh([id]),
    TE.matchE(
      () => TE.left(error),
      (groups) => {
        const found = groups.get(id) ?? O.none;
        return O.isNone(found) || found.value.scalingGroupStatus === "DELETING" ? goOn : TE.left(error);
      },
    ),
  );

const again =
  (operation: Operation, id: string, terms: DeletionTerms, group: AsGroup, learned: Learned) =>
  (failure: Failure): Done => {
    const { error, failed } = failure;
    const { clock, schedule } = operation.environment;
    const goOn = pipe(
      TE.fromTask(() => clock.sleep(schedule(1))),
      TE.chain(() => remove(operation, id, terms, learn(learned, group, failure))),
    );
    if (error._tag === "NotFound") return TE.right(undefined);
    if (error._tag === "ScalingFailed" || isAmbiguous(error))
      return unlessDeleted(operation, id, goOn, error);
    const mayGoOn = worldMoved(error, terms.mode) || (failed?._tag === "Resume" && isFinalRefusal(error));
    return mayGoOn && hasTimeLeft(operation) ? goOn : TE.left(error);
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
            TE.matchE(
              (error) => again(operation, id, terms, found.value, learned)({ error }),
              (group) => removeLive(operation, terms, group, learned),
            ),
          ),
    ),
  );

/** Deletes a group by the chosen mode. A group that is already gone is a success. */
export const deleteGroup = (operation: Operation, id: string, terms: DeletionTerms): Done =>
  remove(operation, id, terms, { removesWhilePaused: true, resumes: true, attached: [] });
