/** What a group does by itself: it looks at the difference between actual and desired number and acts. */
import type { ActionLog, Group, GroupSettings, Instance, Server } from "../model";
import type { World } from "../world";
import { begin, end, type ActionPlan } from "./action";
import type { ActionFailure } from "./failure";
import { exchange } from "./exchange";
import { audit, isSick, msUntilAudit } from "./health";
import { join } from "./join";
import { launch } from "./launch";
import { leave } from "./leave";
import { chooseLeaving } from "./removal-order";
import { EXCHANGE_MS, RETRY_DELAY_MS, START_DELAY_MS } from "./timing";

type Work = (log: ActionLog, done: (failure?: ActionFailure) => void) => void;

function run(world: World, group: Group, plan: ActionPlan, work: Work): void {
  const log = begin(world, group, plan);
  work(log, (failure) => {
    end(world, group, log, failure);
    planAudit(world, group);
    look(world, group, failure === undefined ? START_DELAY_MS : RETRY_DELAY_MS);
  });
}

/** Lets the group act soon, unless it is going to act earlier anyway. */
export function look(world: World, group: Group, delayMs = START_DELAY_MS): void {
  const due = world.clock.now().getTime() + delayMs;
  if (group.nextLook !== null) {
    if (group.nextLook.due <= due) return;
    group.nextLook.cancel();
  }
  const cancel = group.tasks.after(delayMs, () => {
    group.nextLook = null;
    act(world, group);
  });
  group.nextLook = { due, cancel };
}

/** One scaling action at a time; the end of each leads here again. */
function act(world: World, group: Group): void {
  if (group.action !== null) return;
  if (group.status === "DELETING") {
    empty(world, group);
  } else if (group.status === "INSERVICE") {
    const unhealthy = group.instances.filter(({ healthStatus }) => healthStatus === "ERROR");
    if (unhealthy.length > 0) removeUnhealthy(world, group, unhealthy);
    else approachDesired(world, group);
  }
}

function approachDesired(world: World, group: Group): void {
  const { desire_instance_number: target } = group.settings;
  const missing = target - group.instances.length;
  const type = group.reasons.length > 0 ? "NORMAL" : "DIFF";
  if (missing > 0) {
    run(world, group, { type, count: missing, target }, (log, done) => {
      launch(world, group, missing, log, done);
    });
  } else if (missing < 0) {
    scaleIn(world, group, { type, count: -missing, target });
  } else {
    group.reasons.length = 0;
  }
}

function scaleIn(world: World, group: Group, { type, count, target }: ActionPlan): void {
  const leaving = chooseLeaving(group.instances, count, {
    policy: group.settings.instance_terminate_policy,
    zones: group.settings.available_zones,
    keepsBalance: world.variants.removalBalance === "zones",
  });
  if (leaving.length === 0) return;
  run(world, group, { type, count: leaving.length, target }, (log, done) => {
    leave(world, group, leaving, true, log, done);
  });
}

function removeUnhealthy(world: World, group: Group, unhealthy: readonly Instance[]): void {
  const type =
    group.settings.health_periodic_audit_method === "ELB_AUDIT" ? "ELB_CHECK_DELETE" : "AUDIT_CHECK_DELETE";
  const target = group.instances.length - unhealthy.length;
  run(world, group, { type, count: unhealthy.length, target }, (log, done) => {
    leave(world, group, unhealthy, true, log, done);
  });
}

/** The second half of a forced deletion. */
function empty(world: World, group: Group): void {
  const { length: count } = group.instances;
  if (count === 0) {
    world.deleteGroup(group);
    return;
  }
  const deletes = world.variants.forceDeleteServers === "delete";
  run(world, group, { type: deletes ? "MANUAL_DELETE" : "MANUAL_REMOVE", count, target: 0 }, (log, done) => {
    leave(world, group, [...group.instances], deletes, log, done);
  });
}

/** Adds ECSs at once. The desired number must have been raised before. */
export function addServers(world: World, group: Group, servers: readonly Server[]): void {
  const target = group.settings.desire_instance_number;
  run(world, group, { type: "MANUAL_ADD", count: servers.length, target }, (log, done) => {
    join(world, group, servers, log, done);
  });
}

/** Removes instances at once. The desired number must have been lowered before. */
export function removeInstances(
  world: World,
  group: Group,
  instances: readonly Instance[],
  deletes: boolean,
): void {
  const type = deletes ? "MANUAL_DELETE" : "MANUAL_REMOVE";
  const target = group.settings.desire_instance_number;
  run(world, group, { type, count: instances.length, target }, (log, done) => {
    leave(world, group, instances, deletes, log, done);
  });
}

/** The load balancers of a group have been exchanged: its instances follow. */
export function exchangeBalancing(world: World, group: Group, before: GroupSettings): void {
  if (group.instances.length === 0 || group.action !== null) return;
  const after = group.settings;
  run(world, group, { type: "MODIFY_ELB", count: 0, target: after.desire_instance_number }, (log, done) => {
    group.tasks.after(EXCHANGE_MS, () => {
      log.exchange = exchange(world, before, after);
      const failed = log.exchange.bound.find(({ failure }) => failure !== null);
      done(failed?.failure ?? undefined);
    });
  });
}

/** Makes sure that the next health check happens when it has something to judge. */
export function planAudit(world: World, group: Group): void {
  group.nextAudit?.();
  group.nextAudit = null;
  const unseen = group.instances.some(
    (instance) => isSick(group, instance) && instance.healthStatus !== "ERROR",
  );
  if (!unseen) return;
  group.nextAudit = group.tasks.after(msUntilAudit(group, world.clock.now()), () => {
    group.nextAudit = null;
    audit(group, world.clock.now());
    planAudit(world, group);
    look(world, group);
  });
}
