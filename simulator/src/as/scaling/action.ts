/** The bookkeeping of scaling actions: one at a time in a group, each with its log. */
import type { ActionLog, ActionType, ChangeReason, Group, Instance, LoggedInstance } from "../model";
import { tellOfEnd } from "../notification/scene";
import { timestamp } from "../time";
import type { World } from "../world";
import { failureDetail, type ActionFailure } from "./failure";

/** How a scaling action is to appear in the log. */
export interface ActionPlan {
  readonly type: ActionType;
  /** How many instances join or leave. */
  readonly count: number;
  /** The number of instances that it aims at. */
  readonly target: number;
}

function differenceFound(world: World, group: Group, target: number): ChangeReason {
  return {
    change_reason: "DIFF",
    old_value: group.instances.length,
    new_value: target,
    change_time: timestamp(world.clock.now()),
  };
}

/** Other actions leave the desired number to a later one. */
const CARRY_OUT_CHANGES: readonly ActionType[] = ["NORMAL", "MANUAL_ADD", "MANUAL_REMOVE", "MANUAL_DELETE"];

function reasonsFor(world: World, group: Group, type: ActionType, target: number): readonly ChangeReason[] {
  if (type === "MODIFY_ELB") return [];
  const changes = CARRY_OUT_CHANGES.includes(type) ? group.reasons.splice(0) : [];
  return changes.length > 0 ? changes : [differenceFound(world, group, target)];
}

/** Opens the log; the group counts as scaling from now on. */
export function begin(world: World, group: Group, { type, count, target }: ActionPlan): ActionLog {
  const log: ActionLog = {
    id: world.random.uuid(),
    type,
    startTime: world.clock.now(),
    instanceValue: group.instances.length,
    desireValue: target,
    scalingValue: count,
    reasons: reasonsFor(world, group, type, target),
    endTime: null,
    status: "DOING",
    added: [],
    removed: [],
    deleted: [],
    failed: [],
    exchange: null,
  };
  group.logs.push(log);
  group.action = log;
  return log;
}

/** An instance as the log remembers it. */
export const logged = ({ name, server }: Instance, failure: ActionFailure | null = null): LoggedInstance => ({
  name,
  id: server?.id ?? "",
  failure,
});

/** Closes the log and starts the cooldown. A failure that needs repair makes an enabled group abnormal. */
export function end(world: World, group: Group, log: ActionLog, failure: ActionFailure | undefined): void {
  const now = world.clock.now();
  log.endTime = now;
  log.status = failure === undefined ? "SUCCESS" : "FAIL";
  group.action = null;
  group.detail = failure === undefined ? null : failureDetail(failure);
  if (failure?.lasting === true && group.status === "INSERVICE") group.status = "ERROR";
  const cooldownSeconds = group.policyCooldown ?? group.settings.cool_down_time;
  group.policyCooldown = null;
  tellOfEnd(world, group, log, failure);
  group.cooldownUntil = new Date(now.getTime() + cooldownSeconds * 1000);
}
