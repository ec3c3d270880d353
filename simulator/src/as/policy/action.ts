/** Running, enabling (resume) and disabling (pause) AS policies. */
import { wrongStatus } from "../group/status";
import { refuse, type AsRefusal } from "../refusal";
import { bodyObject, oneOf } from "../value";
import type { World } from "../world";
import { executeNow } from "./execute";
import type { Policy } from "./model";
import { nextLaunch } from "./schedule";
import { planLaunch } from "./trigger";

const readAction = oneOf("AS.3022", "action", ["execute", "resume", "pause"]);

/** AS.3038. A repeated call is the variant `repeatedAction`. */
function switchRefusal(world: World, policy: Policy, paused: boolean): AsRefusal | undefined {
  const { variants } = world;
  const group = world.groups.get(policy.settings.scaling_resource_id);
  if (group?.status === "DELETING") return wrongStatus(group, variants);
  if (policy.executing) return refuse("AS.3038", `AS policy ${policy.id} is executing`);
  if (policy.paused !== paused || variants.repeatedAction === "accept") return undefined;
  return refuse(variants.status, `AS policy ${policy.id} is ${paused ? "disabled" : "enabled"} already`);
}

/** Why a policy would never act. AS.3030, AS.3010, AS.3033. */
function idleness(world: World, { settings: { alarm_id: alarm, schedule } }: Policy): AsRefusal | undefined {
  if (alarm !== "" && !world.alarmExists(alarm)) {
    return refuse("AS.3030", `alarm rule ${alarm} does not exist`);
  }
  if (schedule === null || nextLaunch(schedule, world.clock.now()) !== undefined) return undefined;
  return schedule.recurrence === null
    ? refuse("AS.3010", "launch_time lies in the past")
    : refuse("AS.3033", "launch_time does not come again before end_time");
}

/** Why a policy cannot be enabled. */
export const resumeRefusal = (world: World, policy: Policy): AsRefusal | undefined =>
  switchRefusal(world, policy, false) ?? (policy.paused ? idleness(world, policy) : undefined);

/** Why a policy cannot be disabled. */
export const pauseRefusal = (world: World, policy: Policy): AsRefusal | undefined =>
  switchRefusal(world, policy, true);

/** Enables or disables a policy. */
export function setPaused(world: World, policy: Policy, paused: boolean): void {
  policy.paused = paused;
  planLaunch(world, policy);
}

/** Carries out `{"action":"execute"|"resume"|"pause"}`. */
export function actOnPolicy(world: World, policy: Policy, requestBody: unknown): void {
  const action = readAction(bodyObject(requestBody)["action"]);
  if (action === "execute") {
    executeNow(world, policy);
    return;
  }
  const paused = action === "pause";
  const refusal = paused ? pauseRefusal(world, policy) : resumeRefusal(world, policy);
  if (refusal !== undefined) throw refusal;
  setPaused(world, policy, paused);
}
