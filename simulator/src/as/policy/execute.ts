/** A run of a policy. */
import { AsRefusal, refuse } from "../refusal";
import { EXECUTION_MS } from "../scaling/timing";
import type { World } from "../world";
import { adjusted, isAtBound } from "./arithmetic";
import type { ExecuteType, ExecutionLog, Policy, PolicyType } from "./model";
import { targetOf, type Target } from "./target";

/** What a policy is going to scale, or why it cannot. AS.3038, AS.3042, AS.0050, AS.3040, and what the target says. */
function judge(world: World, policy: Policy, executeType: ExecuteType): Target | AsRefusal {
  const { action, scaling_resource_id: resourceId } = policy.settings;
  if (policy.executing) return refuse("AS.3038", `AS policy ${policy.id} is executing`);
  const target = targetOf(world, policy, executeType);
  if (target === undefined) return refuse("AS.3042", `resource ${resourceId} does not exist`);
  if (target.refusal !== undefined) return target.refusal;
  if (!isAtBound(action, target.position)) return target;
  return refuse(action.operation === "ADD" ? target.fullCode : "AS.3040", "the limit is reached already");
}

function openLog(
  world: World,
  { settings, logs }: Policy,
  executeType: ExecuteType,
  [oldValue, desireValue]: readonly [number, number],
): ExecutionLog {
  const log: ExecutionLog = {
    id: world.random.uuid(),
    resourceType: settings.scaling_resource_type,
    resourceId: settings.scaling_resource_id,
    executeType,
    executeTime: world.clock.now(),
    action: settings.action,
    oldValue,
    desireValue,
    status: "EXECUTING",
    failedReason: "",
    endTime: null,
  };
  logs.push(log);
  return log;
}

function closeLog(world: World, log: ExecutionLog, failure?: AsRefusal): void {
  log.status = failure === undefined ? "SUCCESS" : "FAIL";
  log.failedReason = failure === undefined ? "" : `${failure.code}: ${failure.message}`;
  log.endTime = world.clock.now();
}

function run(world: World, policy: Policy, executeType: ExecuteType, target: Target): void {
  const value = target.fit(adjusted(policy.settings.action, target.position));
  const log = openLog(world, policy, executeType, [target.position.value, value]);
  policy.executing = true;
  target.begin(value);
  policy.tasks.after(EXECUTION_MS, () => {
    policy.executing = false;
    target.finish(value);
    closeLog(world, log);
  });
}

/** Runs a policy because someone asks for it. @throws AsRefusal when it cannot run */
export function executeNow(world: World, policy: Policy): void {
  if (policy.paused) throw refuse("AS.3027", `AS policy ${policy.id} is not in service`);
  const judged = judge(world, policy, "MANUAL");
  if (judged instanceof AsRefusal) throw judged;
  run(world, policy, "MANUAL", judged);
}

/** Runs a policy because of its alarm or its schedule; when it cannot run, its log tells why. */
export function executeByItself(world: World, policy: Policy, executeType: PolicyType): void {
  const judged = judge(world, policy, executeType);
  if (!(judged instanceof AsRefusal)) {
    run(world, policy, executeType, judged);
    return;
  }
  const value = targetOf(world, policy, executeType)?.position.value ?? 0;
  closeLog(world, openLog(world, policy, executeType, [value, value]), judged);
}
