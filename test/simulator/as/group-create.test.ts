import { describe, expect, test } from "vitest";
import {
  configurationOf,
  createGroup,
  getGroup,
  groupBody,
  LISTENER,
  OTHER_SUBNET,
  POOL,
  SECURITY_GROUP,
  startService,
  SUBNET,
  UNKNOWN,
  VPC,
  ZONES,
} from "./support/service";

const listeners = (count: number): string =>
  Array.from({ length: count }, (_, index) => LISTENER.slice(0, -1) + index.toString(16)).join(",");
const pool = { pool_id: POOL, protocol_port: 80, weight: 1 };

describe("creating a group", () => {
  test("with mandatory fields only fills in the documented defaults", async () => {
    const service = startService();
    const configuration = configurationOf(service);
    const id = await createGroup(service, { scaling_configuration_id: configuration });
    expect(await getGroup(service, id)).toEqual({
      scaling_group_id: id,
      scaling_group_name: "web",
      scaling_group_status: "PAUSED",
      scaling_configuration_id: configuration,
      scaling_configuration_name: "simulator-configuration",
      current_instance_number: 0,
      desire_instance_number: 0,
      min_instance_number: 0,
      max_instance_number: 1,
      cool_down_time: 300,
      lb_listener_id: null,
      lbaas_listeners: [],
      available_zones: ZONES,
      networks: [{ id: SUBNET, ipv6_enable: false, ipv6_bandwidth: null }],
      security_groups: [],
      create_time: "2026-01-01T00:00:00Z",
      vpc_id: VPC,
      detail: null,
      is_scaling: false,
      health_periodic_audit_method: "NOVA_AUDIT",
      health_periodic_audit_time: 5,
      health_periodic_audit_grace_period: 600,
      instance_terminate_policy: "OLD_CONFIG_OLD_INSTANCE",
      notifications: null,
      delete_publicip: false,
      delete_volume: false,
      cloud_location_id: null,
      enterprise_project_id: "0",
      multi_az_priority_policy: "EQUILIBRIUM_DISTRIBUTE",
      description: null,
    });
  });

  test("with every field returns what was given", async () => {
    const fields = {
      scaling_group_name: "A-b_9",
      desire_instance_number: 2,
      min_instance_number: 1,
      max_instance_number: 3,
      cool_down_time: 0,
      available_zones: ["eu-de-02", "eu-de-01"],
      networks: [
        { id: OTHER_SUBNET, ipv6_enable: true, ipv6_bandwidth: { id: UNKNOWN } },
        { id: SUBNET, ipv6_enable: false, ipv6_bandwidth: null },
      ],
      security_groups: [{ id: SECURITY_GROUP }],
      vpc_id: VPC,
      health_periodic_audit_method: "NOVA_AUDIT",
      health_periodic_audit_time: 0,
      health_periodic_audit_grace_period: 0,
      instance_terminate_policy: "NEW_INSTANCE",
      notifications: ["EMAIL"],
      delete_publicip: true,
      delete_volume: true,
      enterprise_project_id: UNKNOWN,
      multi_az_priority_policy: "PICK_FIRST",
      description: "d".repeat(256),
    };
    const service = startService();
    const id = await createGroup(service, { ...fields, lbaas_listeners: [pool] });
    expect(await getGroup(service, id)).toMatchObject({
      ...fields,
      lbaas_listeners: [{ listener_id: null, ...pool }],
    });
  });

  test.each(Object.keys(groupBody(startService())))("takes null for a missing %s", async (field) => {
    const service = startService();
    const { [field]: _left, ...without } = groupBody(service);
    const absent = await service.call("POST", "scaling_group", without);
    const asNull = await service.call("POST", "scaling_group", { ...without, [field]: null });
    expect(absent.status).toBe(400);
    expect(asNull).toEqual(absent);
  });

  test("takes null for every optional field as not given", async () => {
    const service = startService();
    const nulls = {
      desire_instance_number: null,
      lb_listener_id: null,
      lbaas_listeners: null,
      available_zones: null,
      security_groups: null,
      notifications: null,
      delete_volume: null,
      description: null,
    };
    const id = await createGroup(service, nulls);
    expect(await getGroup(service, id)).toMatchObject({ available_zones: ZONES, delete_volume: false });
  });

  test("checks the health of load-balanced instances at their load balancer", async () => {
    const service = startService();
    const id = await createGroup(service, { lb_listener_id: LISTENER });
    expect(await getGroup(service, id)).toMatchObject({ health_periodic_audit_method: "ELB_AUDIT" });
  });

  test.each<[string, string, unknown]>([
    ["AS.2002", "scaling_group_name", ""],
    ["AS.2003", "scaling_group_name", "n".repeat(65)],
    ["AS.2022", "scaling_group_name", "with blank"],
    ["AS.2022", "scaling_group_name", "ümlaut"],
    ["AS.2022", "scaling_group_name", 7],
    ["AS.1003", "scaling_configuration_id", ""],
    ["AS.1004", "scaling_configuration_id", UNKNOWN],
    ["AS.2004", "min_instance_number", -1],
    ["AS.2004", "min_instance_number", 2],
    ["AS.2004", "max_instance_number", "3"],
    ["AS.2004", "max_instance_number", 1.5],
    ["AS.2045", "max_instance_number", 201],
    ["AS.2005", "desire_instance_number", 2],
    ["AS.2005", "desire_instance_number", -1],
    ["AS.2006", "cool_down_time", 86401],
    ["AS.2006", "cool_down_time", -1],
    ["AS.2015", "lb_listener_id", "no-id"],
    ["AS.2015", "lb_listener_id", `${LISTENER},${LISTENER}`],
    ["AS.2037", "lb_listener_id", listeners(7)],
    ["AS.2042", "lbaas_listeners", "no list"],
    ["AS.2042", "lbaas_listeners", [{ protocol_port: 80, weight: 1 }]],
    ["AS.2042", "lbaas_listeners", [pool, { ...pool, weight: 2 }]],
    ["AS.2039", "lbaas_listeners", [{ ...pool, protocol_port: 0 }]],
    ["AS.2039", "lbaas_listeners", [{ ...pool, protocol_port: 65536 }]],
    ["AS.2040", "lbaas_listeners", [{ ...pool, weight: 101 }]],
    ["AS.2040", "lbaas_listeners", [{ pool_id: POOL, protocol_port: 80 }]],
    [
      "AS.2037",
      "lbaas_listeners",
      [1, 2, 3, 4, 5, 6, 7].map((protocol_port) => ({ ...pool, protocol_port })),
    ],
    ["AS.2011", "available_zones", ["mars-01"]],
    ["AS.2011", "available_zones", ["eu-de-01", "eu-de-01"]],
    ["AS.2011", "available_zones", "eu-de-01"],
    ["AS.2013", "networks", []],
    ["AS.2013", "networks", [{ id: "no-id" }]],
    ["AS.2013", "networks", [{ id: SUBNET }, { id: SUBNET }]],
    ["AS.2013", "networks", [{ id: SUBNET, ipv6_enable: "yes" }]],
    ["AS.2024", "networks", Array.from({ length: 6 }, (_, i) => ({ id: SUBNET.slice(0, -1) + String(i) }))],
    ["AS.2050", "networks", [{ id: SUBNET, ipv6_bandwidth: { id: UNKNOWN } }]],
    ["AS.2014", "security_groups", [{ id: "no-id" }]],
    ["AS.2025", "security_groups", [{ id: SECURITY_GROUP }, { id: UNKNOWN }]],
    ["AS.2017", "vpc_id", ""],
    ["AS.2012", "vpc_id", "no-id"],
    ["AS.2029", "health_periodic_audit_method", "PING"],
    ["AS.2031", "health_periodic_audit_time", 2],
    ["AS.2031", "health_periodic_audit_time", "5"],
    ["AS.2046", "health_periodic_audit_grace_period", 86401],
    ["AS.2032", "instance_terminate_policy", "RANDOM"],
    ["AS.2034", "notifications", ["SMS"]],
    ["AS.2034", "notifications", "EMAIL"],
    ["AS.0022", "delete_publicip", "yes"],
    ["AS.0022", "delete_volume", 1],
    ["AS.7065", "enterprise_project_id", "no-id"],
    ["AS.2053", "multi_az_priority_policy", "ANY"],
    ["AS.0022", "description", "d".repeat(257)],
  ])("refuses with %s when %s is %j", async (code, field, value) => {
    const service = startService();
    const answer = await service.call("POST", "scaling_group", groupBody(service, { [field]: value }));
    expect(answer).toMatchObject({ status: 400, code });
    expect(service.snapshot().groups).toEqual([]);
  });

  test("refuses both kinds of load balancing together", async () => {
    const service = startService();
    const body = groupBody(service, { lb_listener_id: LISTENER, lbaas_listeners: [pool] });
    expect(await service.call("POST", "scaling_group", body)).toMatchObject({ status: 400, code: "AS.2026" });
  });

  test.each([
    ["AS.2012", "vpc", VPC, {}],
    ["AS.2013", "network", SUBNET, {}],
    ["AS.2014", "security_group", SECURITY_GROUP, { security_groups: [{ id: SECURITY_GROUP }] }],
    ["AS.2015", "listener", LISTENER, { lb_listener_id: LISTENER }],
    ["AS.2042", "pool", POOL, { lbaas_listeners: [pool] }],
    ["AS.7059", "enterprise_project", UNKNOWN, { enterprise_project_id: UNKNOWN }],
  ])("refuses with %s when the %s does not exist", async (code, kind, id, fields) => {
    const service = startService();
    service.outside("forget", { kind, id });
    const answer = await service.call("POST", "scaling_group", groupBody(service, fields));
    expect(answer).toMatchObject({ status: 400, code });
  });

  test("needs a body, and a body that is an object", async () => {
    const service = startService();
    expect(await service.call("POST", "scaling_group")).toMatchObject({ status: 400, code: "AS.0002" });
    expect(await service.call("POST", "scaling_group", [])).toMatchObject({ status: 400, code: "AS.0022" });
  });

  test("ends at the quota", async () => {
    const service = startService({ quotas: { groups: 1 } });
    await createGroup(service);
    const answer = await service.call("POST", "scaling_group", groupBody(service));
    expect(answer).toMatchObject({ status: 400, code: "AS.2023" });
  });

  test("allows the same name twice", async () => {
    const service = startService();
    expect(await createGroup(service)).not.toBe(await createGroup(service));
  });
});
