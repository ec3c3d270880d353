/** Topics of a group are told what has happened. */
import type { ActionLog, Group } from "../model";
import type { ActionFailure } from "../scaling/failure";
import type { World } from "../world";
import type { Scene } from "./model";
import { publish } from "./smn";

const SHRINKING: readonly ActionLog["type"][] = [
  "MANUAL_REMOVE",
  "MANUAL_DELETE",
  "ELB_CHECK_DELETE",
  "AUDIT_CHECK_DELETE",
];

function sceneOf({ type, instanceValue, desireValue }: ActionLog, failed: boolean): Scene | undefined {
  if (type === "MODIFY_ELB") return undefined;
  const shrinks = SHRINKING.includes(type) || desireValue < instanceValue;
  if (shrinks) return failed ? "SCALING_DOWN_FAIL" : "SCALING_DOWN";
  return failed ? "SCALING_UP_FAIL" : "SCALING_UP";
}

function tell(world: World, group: Group, scene: Scene, facts: Readonly<Record<string, unknown>>): void {
  for (const [urn, scenes] of group.topics) {
    if (scenes.includes(scene)) {
      publish(world, urn, { topic_scene: scene, scaling_group_id: group.id, ...facts });
    }
  }
}

/** A scaling action has ended. */
export function tellOfEnd(
  world: World,
  group: Group,
  log: ActionLog,
  failure: ActionFailure | undefined,
): void {
  const scene = sceneOf(log, failure !== undefined);
  const facts = { log_id: log.id, detail: group.detail };
  if (scene !== undefined) tell(world, group, scene, facts);
  if (group.status === "ERROR") tell(world, group, "SCALING_GROUP_ABNORMAL", facts);
}
