/** What follows an update of a group: a refresh of its instances, when the program wants one. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { Comparison, LiveAsGroup, WantedAsGroup } from "../../core/as-group/compare";
import { factsOf } from "../../core/as-group/facts";
import { ownerOf } from "../../core/as-group/journal-owner";
import { lockedChanges } from "../../core/as-group/plan";
import type { AsGroup } from "../../core/as-group/model";
import { aftermathOf, groupAfter } from "../../core/instance-refresh/after-update";
import { DEFAULT_MANNER, type RefreshManner } from "../../core/instance-refresh/manner";
import type { AsError } from "../../core/error";
import { beginRefresh } from "../instance-refresh/begin";
import { endRefresh } from "../instance-refresh/end";
import type { RefreshGoal } from "../instance-refresh/look";
import { previewRefresh } from "../instance-refresh/preview";
import { refresh } from "../instance-refresh/refresh";
import type { AsGroupEnvironment, Operation } from "./environment";
import { readGroup } from "./read-group";

/** An update that has been compared, but not made. */
export interface Pending {
  readonly wanted: WantedAsGroup;
  readonly comparison: Comparison;
  readonly live: LiveAsGroup;
}

const goalOf = ({ wanted, comparison, live }: Pending, manner: RefreshManner): RefreshGoal => ({
  id: live.group.scalingGroupId,
  manner,
  owner: ownerOf(wanted.args.selfUrn ?? ""),
  begunHere: O.isNone(comparison.refresh),
});

/** A drain replaces all instances by itself. */
const drains = ({ comparison, live }: Pending): boolean =>
  O.isSome(comparison.journal) || lockedChanges(comparison, factsOf(live.group)).length > 0;

/** What follows, in words; none when nothing does. */
export const previewAftermath = (
  environment: AsGroupEnvironment,
  pending: Pending,
): TE.TaskEither<AsError, O.Option<string>> => {
  const { wanted, comparison } = pending;
  const aftermath = aftermathOf(wanted, comparison);
  switch (aftermath._tag) {
    case "Nothing":
      return TE.right(O.none);
    case "EndRefresh":
      return TE.right(O.some("end an interrupted instance refresh; no further instance is replaced"));
    case "Refresh":
      if (drains(pending)) return TE.right(O.none);
      return pipe(
        previewRefresh(environment, goalOf(pending, aftermath.manner), groupAfter(wanted, comparison)),
        TE.map(O.some),
      );
  }
};

/** The refresh has its own time. */
const replace = (operation: Operation, goal: RefreshGoal): TE.TaskEither<AsError, AsGroup> => {
  const { environment } = operation;
  const lasting = {
    ...operation,
    startedAt: environment.clock.now(),
    timeoutSeconds: goal.manner.timeout,
  };
  return pipe(
    refresh(lasting, goal, operation.progress),
    TE.chain(() => readGroup(environment, goal.id)),
  );
};

/** Brings the group about, with everything that has to come before and after because of its old instances. */
export const withAftermath = (
  operation: Operation,
  pending: Pending,
  bring: TE.TaskEither<AsError, AsGroup>,
): TE.TaskEither<AsError, AsGroup> => {
  const { wanted, comparison } = pending;
  const aftermath = aftermathOf(wanted, comparison);
  switch (aftermath._tag) {
    case "Nothing":
      return bring;
    case "EndRefresh":
      return pipe(
        endRefresh(operation, goalOf(pending, DEFAULT_MANNER)),
        TE.chain(() => bring),
      );
    case "Refresh": {
      const goal = goalOf(pending, aftermath.manner);
      return pipe(
        drains(pending) ? TE.right(undefined) : beginRefresh(operation, goal, groupAfter(wanted, comparison)),
        TE.chain(() => bring),
        TE.chain(() => replace(operation, goal)),
      );
    }
  }
};
