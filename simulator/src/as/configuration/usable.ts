/** Whether instances can be made from a configuration at present. */
import type { Configuration, Group } from "../model";
import { refuse } from "../refusal";
import { FAILURES, type ActionFailure } from "../scaling/failure";
import type { World } from "../world";

const flavours = ({ instanceConfig }: Configuration): string[] => instanceConfig.flavorRef.split(",");

/** The first flavour of a configuration that is offered in an AZ. */
export function availableFlavour(
  world: World,
  configuration: Configuration,
  zone: string,
): string | undefined {
  return flavours(configuration).find((flavour) => world.soldOut.get(flavour)?.has(zone) !== true);
}

function missingReference(world: World, { instanceConfig }: Configuration): ActionFailure | undefined {
  if (!world.exists("image", instanceConfig.imageRef)) return FAILURES["image-missing"];
  const flavour = instanceConfig.flavorRef.split(",").find((id) => !world.exists("flavour", id));
  if (flavour !== undefined) return FAILURES["flavour-missing"];
  if (instanceConfig.key_name !== "" && !world.exists("key_pair", instanceConfig.key_name)) {
    return FAILURES["key-pair-missing"];
  }
  const securityGroup = instanceConfig.security_groups.find(({ id }) => !world.exists("security_group", id));
  return securityGroup === undefined ? undefined : FAILURES["security-group-missing"];
}

/** What a new instance of the group needs and does not find. */
export function missingForLaunch(
  world: World,
  { vpcId, settings }: Group,
  configuration: Configuration | undefined,
): ActionFailure | undefined {
  if (configuration === undefined) return FAILURES["configuration-missing"];
  if (!world.exists("vpc", vpcId)) return FAILURES["vpc-missing"];
  if (settings.networks.some(({ id }) => !world.exists("network", id))) return FAILURES["network-missing"];
  if (settings.security_groups.some(({ id }) => !world.exists("security_group", id))) {
    return FAILURES["security-group-missing"];
  }
  const listeners = settings.lb_listener_id.split(",");
  if (listeners.some((id) => !world.exists("listener", id))) return FAILURES["listener-missing"];
  if (settings.lbaas_listeners.some((listener) => !world.exists("pool", listener.pool_id))) {
    return FAILURES["pool-missing"];
  }
  return missingReference(world, configuration);
}

/** As a group is enabled only if instances can be made. AS.1015, AS.1017, AS.2014, AS.2038, AS.7022. */
export function checkConfigurationUsable(
  world: World,
  configuration: Configuration,
  zones: readonly string[],
): void {
  const missing = missingReference(world, configuration);
  if (missing !== undefined) throw refuse(missing.code, missing.text);
  const soldOut = zones.every((zone) => availableFlavour(world, configuration, zone) === undefined);
  if (soldOut) throw refuse(FAILURES["flavour-sold-out"].code, FAILURES["flavour-sold-out"].text);
}
