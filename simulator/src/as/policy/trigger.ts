/** What makes policies run by themselves: their times, and alarms. */
import type { World } from "../world";
import { executeByItself } from "./execute";
import type { Policy } from "./model";
import { launchesAt, nextLaunch } from "./schedule";

/** Neither a disabled policy nor a group that is out of service notices anything. */
function isListening(world: World, { paused, settings }: Policy): boolean {
  const group = world.groups.get(settings.scaling_resource_id);
  return !paused && (group === undefined || group.status === "INSERVICE");
}

/** Of several policies of a resource with the same minute, only the one that was created last acts. */
function isOvertaken(world: World, policy: Policy, moment: Date): boolean {
  const policies = [...world.policies.values()];
  return policies
    .slice(policies.indexOf(policy) + 1)
    .some(
      ({ paused, settings: { scaling_resource_id: id, schedule } }) =>
        !paused &&
        id === policy.settings.scaling_resource_id &&
        schedule !== null &&
        launchesAt(schedule, moment),
    );
}

function launch(world: World, policy: Policy, moment: Date): void {
  if (!isListening(world, policy) || isOvertaken(world, policy, moment)) return;
  executeByItself(world, policy, policy.settings.scaling_policy_type);
}

/** Plans the next time at which a policy acts, instead of what was planned before. */
export function planLaunch(world: World, policy: Policy, after = world.clock.now()): void {
  policy.cancelLaunch();
  const { schedule } = policy.settings;
  const next = schedule === null || policy.paused ? undefined : nextLaunch(schedule, after);
  if (next === undefined) return;
  const delayMs = Math.max(next.getTime() - world.clock.now().getTime(), 0);
  policy.cancelLaunch = policy.tasks.after(delayMs, () => {
    planLaunch(world, policy, next);
    launch(world, policy, next);
  });
}

/** An alarm is raised: the policies that listen to it act. @returns those that noticed it */
export function raiseAlarm(world: World, alarmId: string): readonly Policy[] {
  const policies = [...world.policies.values()].filter(
    (policy) => policy.settings.alarm_id === alarmId && isListening(world, policy),
  );
  for (const policy of policies) executeByItself(world, policy, "ALARM");
  return policies;
}
