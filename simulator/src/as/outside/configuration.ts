/** A configuration to begin with. */
import { createConfiguration } from "../configuration/create";
import { isGiven, isObject } from "../value";
import type { World } from "../world";
import { fieldsOf, nonsense } from "./body";

const DEFAULT_NAME = "simulator-configuration";

/** Creates a valid configuration; `instance_config` overrides single fields of it. */
export function seedConfiguration(world: World, requestBody: unknown): { scaling_configuration_id: string } {
  const body = fieldsOf(requestBody, ["scaling_configuration_name", "instance_config"]);
  const config = body["instance_config"];
  if (isGiven(config) && !isObject(config)) throw nonsense("instance_config must be an object");
  return createConfiguration(world, {
    scaling_configuration_name: body["scaling_configuration_name"] ?? DEFAULT_NAME,
    instance_config: {
      flavorRef: "s3.medium.1",
      imageRef: world.random.uuid(),
      disk: [{ size: 40, volume_type: "SAS", disk_type: "SYS" }],
      key_name: "simulator-key",
      ...(isObject(config) && config),
    },
  });
}
