/** Creating an AS configuration. */
import type { Configuration, InstanceConfig, Server } from "../model";
import { refuse } from "../refusal";
import { bodyObject, isGiven, isObject, name, type JsonObject } from "../value";
import type { World } from "../world";
import { combined, readInstanceConfig } from "./instance-config";
import { checkLogin } from "./login";

const readName = name("scaling_configuration_name", {
  missing: "AS.1007",
  long: "AS.1008",
  characters: "AS.1023",
});

function templateOf(world: World, config: JsonObject): Server | undefined {
  const id = config["instance_id"];
  if (!isGiven(id) || id === "") return undefined;
  const server = typeof id === "string" ? world.servers.get(id) : undefined;
  if (server === undefined) throw refuse("AS.4006", "the ECS named by instance_id does not exist");
  return server;
}

function sourceOf(world: World, body: JsonObject): Configuration | undefined {
  const id = body["source_scaling_configuration_id"];
  if (!isGiven(id)) return undefined;
  if (typeof id !== "string" || id === "")
    throw refuse("AS.1003", "source_scaling_configuration_id is empty");
  const source = world.configurations.get(id);
  if (source === undefined) throw refuse("AS.1004", `AS configuration ${id} does not exist`);
  return source;
}

function givenConfig(body: JsonObject, source: Configuration | undefined): JsonObject {
  const config = body["instance_config"];
  if (isObject(config)) return config;
  if (isGiven(config) || source === undefined) throw refuse("AS.1011", "instance_config must be given");
  return {};
}

function checkReferences(world: World, config: InstanceConfig): void {
  const refuseMissing = (isThere: boolean, code: string, what: string): void => {
    if (!isThere) throw refuse(code, `${what} does not exist`);
  };
  refuseMissing(world.exists("image", config.imageRef), "AS.1015", `image ${config.imageRef}`);
  for (const flavour of config.flavorRef.split(",")) {
    refuseMissing(world.exists("flavour", flavour), "AS.1017", `flavor ${flavour}`);
  }
  for (const { data_disk_image_id: image } of config.disk) {
    if (typeof image === "string") refuseMissing(world.exists("image", image), "AS.1056", `image ${image}`);
  }
  refuseMissing(world.exists("key_pair", config.key_name), "AS.7022", `key pair ${config.key_name}`);
  for (const { id } of config.security_groups) {
    refuseMissing(world.exists("security_group", id), "AS.2014", `security group ${id}`);
  }
}

/** Creates a configuration and returns its id. */
export function createConfiguration(
  world: World,
  requestBody: unknown,
): { scaling_configuration_id: string } {
  const body = bodyObject(requestBody);
  const source = sourceOf(world, body);
  const givenName = body["scaling_configuration_name"];
  const configurationName = source !== undefined && !isGiven(givenName) ? source.name : readName(givenName);
  const given = givenConfig(body, source);
  const template = templateOf(world, given);
  const inherited = template === undefined ? { ...source?.instanceConfig } : {};
  const read = readInstanceConfig(combined(given, inherited, template));
  const inheritsPassword = template === undefined && source?.hasPassword === true;
  const hasPassword = read.hasPassword || inheritsPassword;
  checkLogin(read.instanceConfig.key_name !== "", hasPassword, world.variants);
  checkReferences(world, read.instanceConfig);
  if (world.configurations.size >= world.quotas.configurations) {
    throw refuse("AS.1024", `the project has its ${world.quotas.configurations} AS configurations already`);
  }
  const configuration: Configuration = {
    id: world.random.uuid(),
    name: configurationName,
    createTime: world.clock.now(),
    instanceConfig: read.instanceConfig,
    hasPassword,
  };
  world.configurations.set(configuration.id, configuration);
  return { scaling_configuration_id: configuration.id };
}
