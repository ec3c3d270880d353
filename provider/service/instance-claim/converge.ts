/** Brings the instances of a claim to what the program wants. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { AsInstance } from "../../core/as-group/model";
import { idsOf } from "../../core/as-group/members";
import type { Claim } from "../../core/instance-claim/claim";
import { type ClaimComparison, compareClaim } from "../../core/instance-claim/compare";
import { notMembers } from "../../core/instance-claim/refusals";
import type { AsError } from "../../core/error";
import type { AsGroupEnvironment, Operation } from "../as-group/environment";
import { readGroup } from "../as-group/read-group";
import { attachInstances, detachInstances } from "./attach";
import { protectInstances } from "./protect";

type Done = TE.TaskEither<AsError, unknown>;

/** Gives these instances what the claim holds. */
const grant = ({ kind }: Claim, operation: Operation, groupId: string, ids: readonly string[]): Done =>
  kind === "attachment"
    ? attachInstances(operation, groupId, ids)
    : protectInstances(operation, groupId, ids, true);

/** Takes from these instances what the claim holds. What has left the group is of no concern. */
const withdraw = ({ kind }: Claim, operation: Operation, groupId: string, ids: readonly string[]): Done =>
  kind === "attachment"
    ? detachInstances(operation, groupId, ids)
    : protectInstances(operation, groupId, ids, false);

/** The members of a group, none when it is gone; shared with everybody who asks at about the same time. */
export const findMembers = (
  environment: AsGroupEnvironment,
  groupId: string,
): TE.TaskEither<AsError, O.Option<readonly AsInstance[]>> =>
  pipe(
    environment.members.find(groupId),
    TE.map(O.some),
    TE.orElse((error) => (error._tag === "NotFound" ? TE.right(O.none) : TE.left(error))),
  );

/** An attachment also waits for members that are still on their way. */
const notInService = (wanted: readonly string[], members: readonly AsInstance[]): readonly string[] => {
  const ready = idsOf(members.filter(({ lifeCycleState }) => lifeCycleState === "INSERVICE"));
  return wanted.filter((id) => !ready.includes(id));
};

/** New instances come first, unless there is no room for them before others have left. */
const leavesFirst = (
  claim: Claim,
  operation: Operation,
  groupId: string,
  { grant: joining, withdraw: leaving }: ClaimComparison,
  members: readonly AsInstance[],
): TE.TaskEither<AsError, boolean> =>
  claim.kind === "protection" || joining.length === 0 || leaving.length === 0
    ? TE.right(false)
    : pipe(
        readGroup(operation.environment, groupId),
        TE.map(({ maxInstanceNumber }) => members.length + joining.length > maxInstanceNumber),
      );

/**
 * Brings the group to what the program wants of these instances.
 *
 * @param wanted instances that the program names
 * @param recorded instances that the claim held when it was last applied
 */
export const convergeClaim = (
  claim: Claim,
  operation: Operation,
  groupId: string,
  wanted: readonly string[],
  recorded: readonly string[],
): Done => {
  const { ports } = operation.environment;
  return pipe(
    TE.Do,
    TE.bind("members", () => ports.listInstances(groupId)),
    TE.let("comparison", ({ members }) => compareClaim(claim, wanted, recorded, members)),
    TE.filterOrElse(
      ({ comparison: { strangers } }) => strangers.length === 0,
      ({ comparison: { strangers } }) => notMembers(strangers),
    ),
    TE.bind("first", ({ comparison, members }) =>
      leavesFirst(claim, operation, groupId, comparison, members),
    ),
    TE.chain(({ comparison, first, members }) => {
      const ids = claim.kind === "attachment" ? notInService(wanted, members) : comparison.grant;
      const giving = grant(claim, operation, groupId, ids);
      const taking = withdraw(claim, operation, groupId, comparison.withdraw);
      const [before, after] = first ? [taking, giving] : [giving, taking];
      return pipe(
        before,
        TE.chain(() => after),
      );
    }),
  );
};

/** Gives up these instances. A group that is gone, or going, has none any more. */
export const releaseClaim = (
  claim: Claim,
  operation: Operation,
  groupId: string,
  recorded: readonly string[],
): Done =>
  pipe(
    operation.environment.live.fresh([groupId]),
    TE.map((groups) => groups.get(groupId) ?? O.none),
    TE.chain((group) =>
      O.isNone(group) || group.value.scalingGroupStatus === "DELETING"
        ? TE.right<AsError, unknown>(undefined)
        : withdraw(claim, operation, groupId, recorded),
    ),
    // The group may go at any moment.
    TE.orElse((error) =>
      error._tag === "NotFound" ? TE.right<AsError, unknown>(undefined) : TE.left(error),
    ),
  );
