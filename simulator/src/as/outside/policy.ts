/** What policies act upon and what makes them act. */
import { HIGHEST_BANDWIDTH } from "../policy/action-fields";
import { isAlarmId } from "../policy/fields";
import { groupRefusal, scaleGroup } from "../policy/target";
import { raiseAlarm as raise } from "../policy/trigger";
import { clamp } from "../group/numbers";
import type { World } from "../world";
import { fieldsOf, groupOf, nonsense, oneOfTexts, optionalTextOf, textOf } from "./body";

const ALARM_LETTERS = 9;

/** An alarm rule of Cloud Eye. As soon as there is one, alarm ids that nobody registered are unknown. */
export function registerAlarm(world: World, requestBody: unknown): { alarm_id: string } {
  const body = fieldsOf(requestBody, ["alarm_id"]);
  const letters = world.random.uuid().replaceAll("-", "").slice(0, ALARM_LETTERS);
  const id = optionalTextOf(body, "alarm_id") ?? `al${world.clock.now().getTime()}${letters}`;
  if (!isAlarmId(id)) throw nonsense("alarm_id must be al, thirteen digits, and nine letters or digits");
  world.registerAlarm(id);
  return { alarm_id: id };
}

/** An alarm is raised; answers which policies noticed it. What they did is in their execution logs. */
export function raiseAlarm(world: World, requestBody: unknown): { scaling_policy_ids: string[] } {
  const id = textOf(fieldsOf(requestBody, ["alarm_id"]), "alarm_id");
  if (!world.alarmExists(id)) throw nonsense(`there is no alarm rule ${id}`);
  return { scaling_policy_ids: raise(world, id).map((policy) => policy.id) };
}

/** An elastic IP address with a bandwidth in Mbit/s. */
export function createBandwidth(
  world: World,
  requestBody: unknown,
): { bandwidth_id: string; eip_id: string; eip_address: string } {
  const body = fieldsOf(requestBody, ["size", "share_type"]);
  const { size = 5, share_type: shareType = "PER" } = body;
  if (!Number.isInteger(size) || Number(size) < 1 || Number(size) > HIGHEST_BANDWIDTH) {
    throw nonsense(`size must be a whole number from 1 to ${HIGHEST_BANDWIDTH}`);
  }
  const bandwidth = {
    id: world.random.uuid(),
    size: Number(size),
    shareType: oneOfTexts({ share_type: shareType }, "share_type", ["PER", "WHOLE"]),
    eipId: world.random.uuid(),
    eipAddress: `203.0.113.${1 + world.random.integer(254)}`,
    cooldownUntil: null,
  };
  world.bandwidths.set(bandwidth.id, bandwidth);
  return { bandwidth_id: bandwidth.id, eip_id: bandwidth.eipId, eip_address: bandwidth.eipAddress };
}

const CAUSES = ["ALARM", "SCHEDULED", "RECURRENCE", "MANUAL"] as const;

/**
 * Moves the desired number of a group as a policy does: within its bounds, and only when a policy could. Otherwise
 * nothing happens, and the answer holds the code of the refusal.
 */
export function act(world: World, requestBody: unknown): { acted: boolean; code: string | null } {
  const body = fieldsOf(requestBody, ["scaling_group_id", "desire_instance_number", "reason"]);
  const group = groupOf(world, body);
  const { desire_instance_number: desired } = body;
  if (!Number.isInteger(desired)) throw nonsense("desire_instance_number must be a whole number");
  const reason = body["reason"] === undefined ? "ALARM" : oneOfTexts(body, "reason", CAUSES);
  const refusal = groupRefusal(world, group, reason);
  if (refusal !== undefined) return { acted: false, code: refusal.code };
  scaleGroup(world, group, clamp(Number(desired), group.settings), reason);
  return { acted: true, code: null };
}
