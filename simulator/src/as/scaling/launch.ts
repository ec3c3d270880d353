/** Scale-out: new ECSs are created and become instances of the group. */
import { availableFlavour, missingForLaunch } from "../configuration/usable";
import type { ActionLog, Configuration, Group, Instance, LoggedInstance, Server } from "../model";
import type { World } from "../world";
import { admit } from "./admit";
import { FAILURES, type ActionFailure } from "./failure";
import { chooseZone } from "./placement";
import { FAIL_MS, LAUNCH_MS, LAUNCH_SPREAD_SECONDS, SERVER_DELAY_MS } from "./timing";

/** Called once, when all instances are in service and what could not be created has failed. */
export type Done = (failure: ActionFailure | undefined) => void;

function takePlannedFailure(world: World, group: Group): ActionFailure | undefined {
  const { plannedFailures } = world;
  const index = plannedFailures.findIndex(({ groupId }) => groupId === null || groupId === group.id);
  return index === -1 ? undefined : plannedFailures.splice(index, 1)[0]?.failure;
}

/** The members and the instances of other groups for which an ECS is still to be created. */
const awaited = (world: World): number =>
  [...world.groups.values()].flatMap(({ instances }) => instances).filter(({ server }) => server === null)
    .length;

const newName = (world: World, { name }: Configuration): string => `${name}-${world.random.suffix()}`;

function createInstance(world: World, configuration: Configuration, zone: string): Instance {
  return {
    name: newName(world, configuration),
    zone,
    madeFrom: { id: configuration.id, name: configuration.name, createTime: configuration.createTime },
    createTime: world.clock.now(),
    server: null,
    lifeCycleState: "PENDING",
    healthStatus: "INITIALIZING",
    inServiceSince: null,
    protected: false,
  };
}

function createServer(
  world: World,
  group: Group,
  instance: Instance,
  { instanceConfig }: Configuration,
  flavour: string,
): Server {
  return {
    id: world.random.uuid(),
    name: instance.name,
    vpcId: group.vpcId,
    zone: instance.zone,
    flavour,
    image: instanceConfig.imageRef,
    disks: instanceConfig.disk,
    createTime: world.clock.now(),
    tags: new Map(group.tags),
    status: "BUILD",
    balancerHealthy: true,
  };
}

/** Adds one instance and lets it come up, or says why not. */
function launchOne(
  world: World,
  group: Group,
  configuration: Configuration,
  cameUp: (instance: Instance) => void,
): ActionFailure | undefined {
  if (world.servers.size + awaited(world) >= world.quotas.servers) return FAILURES["server-quota"];
  const { settings } = group;
  const zone = chooseZone({
    policy: settings.multi_az_priority_policy,
    zones: settings.available_zones,
    occupied: group.instances.map((instance) => instance.zone),
    offers: (candidate) => availableFlavour(world, configuration, candidate) !== undefined,
  });
  const flavour = zone === undefined ? undefined : availableFlavour(world, configuration, zone);
  if (zone === undefined || flavour === undefined) return FAILURES["flavour-sold-out"];

  const instance = createInstance(world, configuration, zone);
  group.instances.push(instance);
  group.tasks.after(SERVER_DELAY_MS, () => {
    instance.server = createServer(world, group, instance, configuration, flavour);
    world.servers.set(instance.server.id, instance.server);
  });
  group.tasks.after(LAUNCH_MS + world.random.integer(LAUNCH_SPREAD_SECONDS + 1) * 1000, () => {
    cameUp(instance);
  });
  return undefined;
}

function notCreated(
  world: World,
  configuration: Configuration | undefined,
  count: number,
  failure: ActionFailure,
): LoggedInstance[] {
  return Array.from({ length: count }, () => ({
    name: configuration === undefined ? "" : newName(world, configuration),
    id: "",
    failure,
  }));
}

/** Creates up to `count` instances from the configuration that the group has now. */
export function launch(world: World, group: Group, count: number, log: ActionLog, done: Done): void {
  const configuration = world.configurations.get(group.settings.scaling_configuration_id);
  let failure = takePlannedFailure(world, group) ?? missingForLaunch(world, group, configuration);
  let outstanding = 0;
  const cameUp = (instance: Instance): void => {
    admit(world, group, instance, log, (abandoned) => {
      failure ??= abandoned;
      outstanding -= 1;
      if (outstanding === 0) done(failure);
    });
  };
  for (
    let created = 0;
    created < count && failure === undefined && configuration !== undefined;
    created += 1
  ) {
    failure = launchOne(world, group, configuration, cameUp);
    if (failure === undefined) outstanding += 1;
  }
  if (failure !== undefined)
    log.failed.push(...notCreated(world, configuration, count - outstanding, failure));
  if (outstanding === 0) {
    group.tasks.after(FAIL_MS, () => {
      done(failure);
    });
  }
}
