/** AS configurations as the API shows them. */
import { createHash } from "node:crypto";
import type { Configuration } from "../model";
import { withEmpty } from "../nullness";
import { inListOrder, page, type Query } from "../paging";
import { timestamp } from "../time";
import type { World } from "../world";
import { groupsUsing } from "./delete";

const HIDDEN_PASSWORD = "***";

const fingerprint = (keyName: string): string =>
  keyName === "" ? "" : `SHA256:${createHash("sha256").update(keyName).digest("base64").replace(/=+$/, "")}`;

function instanceConfigDocument(world: World, { instanceConfig }: Configuration): Record<string, unknown> {
  const { flavorRef, imageRef, disk, metadata, security_groups, public_ip, ...texts } = instanceConfig;
  const publicIp = public_ip === null && world.variants.nullness === "absent" ? {} : { public_ip };
  return {
    flavorRef,
    imageRef,
    disk,
    metadata,
    security_groups,
    ...publicIp,
    ...withEmpty(world.variants, {
      ...texts,
      key_fingerprint: fingerprint(instanceConfig.key_name),
      instance_name: "",
      server_group_id: "",
      tenancy: "",
      dedicated_host_id: "",
    }),
  };
}

function groupUsing(world: World, configuration: Configuration): object {
  const groups = groupsUsing(world, configuration.id);
  const shows = groups.length === 1 || (groups.length > 1 && world.variants.configurationGroup === "first");
  return shows ? { scaling_group_id: groups[0] } : {};
}

function configurationDocument(world: World, configuration: Configuration, extra: object): object {
  return {
    scaling_configuration_id: configuration.id,
    scaling_configuration_name: configuration.name,
    tenant: world.projectId,
    create_time: timestamp(configuration.createTime),
    ...groupUsing(world, configuration),
    instance_config: { ...instanceConfigDocument(world, configuration), ...extra },
  };
}

/** The answer to get. */
export function getConfiguration(world: World, configuration: Configuration): object {
  const password = { adminPass: HIDDEN_PASSWORD };
  return { scaling_configuration: configurationDocument(world, configuration, password) };
}

/** The page of configurations that a query asks for. */
export function listConfigurations(world: World, query: Query): object {
  const { scaling_configuration_name: name, image_id: image } = query;
  const configurations = inListOrder(world.configurations.values(), world.variants).filter(
    (configuration) =>
      (typeof name !== "string" || configuration.name.includes(name)) &&
      (image === undefined || configuration.instanceConfig.imageRef === image),
  );
  const codes = { start: "AS.1001", limit: "AS.1002" };
  const { rows, ...paging } = page(configurations, query, codes, world.variants);
  return { ...paging, scaling_configurations: rows.map((row) => configurationDocument(world, row, {})) };
}
