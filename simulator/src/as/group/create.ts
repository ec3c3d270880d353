/** Creating an AS group. */
import type { Group, GroupSettings } from "../model";
import { refuse } from "../refusal";
import { look } from "../scaling/engine";
import { Tasks } from "../tasks";
import { bodyObject, isGiven, isId, type JsonObject } from "../value";
import type { World } from "../world";
import { DEFAULT_PROJECT, readSettings } from "./fields";
import { checkOneKind, hasBalancing } from "./listeners";
import { checkNumbers } from "./numbers";
import { checkReferences, checkVpc } from "./references";

function checkMandatory(body: JsonObject, world: World): void {
  const has = (field: string): boolean => isGiven(body[field]);
  if (!has("scaling_group_name")) throw refuse("AS.2002", "scaling_group_name must be given");
  if (!has("scaling_configuration_id") && world.variants.configuration === "required") {
    throw refuse("AS.1003", "scaling_configuration_id must be given");
  }
  if (!has("networks")) throw refuse("AS.2013", "networks must be given");
  if (!has("vpc_id") || body["vpc_id"] === "") throw refuse("AS.2017", "vpc_id must be given");
}

function readVpc(body: JsonObject): string {
  const vpcId = body["vpc_id"];
  if (!isId(vpcId)) throw refuse("AS.2012", "vpc_id must be a valid id");
  return vpcId;
}

function withDefaults(given: Partial<GroupSettings>, world: World): GroupSettings {
  const min = given.min_instance_number ?? 0;
  const balancing = {
    lb_listener_id: given.lb_listener_id ?? "",
    lbaas_listeners: given.lbaas_listeners ?? [],
  };
  return {
    scaling_group_name: "",
    scaling_configuration_id: "",
    min_instance_number: min,
    max_instance_number: 1,
    desire_instance_number: min,
    cool_down_time: 300,
    networks: [],
    security_groups: [],
    health_periodic_audit_method: hasBalancing(balancing) ? "ELB_AUDIT" : "NOVA_AUDIT",
    health_periodic_audit_time: 5,
    health_periodic_audit_grace_period: 600,
    instance_terminate_policy: "OLD_CONFIG_OLD_INSTANCE",
    notifications: [],
    delete_publicip: false,
    delete_volume: false,
    enterprise_project_id: DEFAULT_PROJECT,
    multi_az_priority_policy: "EQUILIBRIUM_DISTRIBUTE",
    description: "",
    ...balancing,
    ...given,
    available_zones: zonesOrAll(given.available_zones, world),
  };
}

/** Where no AZ is given the service takes all of the region. */
export const zonesOrAll = (zones: readonly string[] | undefined, world: World): readonly string[] =>
  zones === undefined || zones.length === 0 ? world.zones : zones;

/** Creates a group and returns its id. */
export function createGroup(world: World, requestBody: unknown): { scaling_group_id: string } {
  const body = bodyObject(requestBody);
  checkMandatory(body, world);
  const given = readSettings(body, world.variants, ["vpc_id"]);
  const vpcId = readVpc(body);
  const settings = withDefaults(given, world);
  checkOneKind(settings);
  checkNumbers(settings, world.variants, world.quotas);
  checkVpc(world, vpcId);
  checkReferences(world, settings);
  if (world.groups.size >= world.quotas.groups) {
    throw refuse("AS.2023", `the project has its ${world.quotas.groups} AS groups already`);
  }
  const group: Group = {
    id: world.random.uuid(),
    vpcId,
    createTime: world.clock.now(),
    tags: new Map(),
    instances: [],
    logs: [],
    hooks: new Map(),
    topics: new Map(),
    tasks: new Tasks(world.clock),
    settings,
    status: world.variants.created === "inservice" ? "INSERVICE" : "PAUSED",
    detail: null,
    suspensions: [],
    action: null,
    nextLook: null,
    nextAudit: null,
    reasons: [],
    policyCooldown: null,
    cooldownUntil: null,
  };
  world.groups.set(group.id, group);
  look(world, group);
  return { scaling_group_id: group.id };
}
