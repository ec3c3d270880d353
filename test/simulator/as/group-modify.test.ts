import { describe, expect, test } from "vitest";
import {
  configurationOf,
  createGroup,
  createRunningGroup,
  getGroup,
  idsOf,
  instancesOf,
  LISTENER,
  ONE_ACTION,
  OTHER_SUBNET,
  POOL,
  SECOND,
  SECURITY_GROUP,
  startService,
  SUBNET,
  UNKNOWN,
  type Answer,
  type Json,
  type TestService,
} from "./support/service";

const pool = { pool_id: POOL, protocol_port: 80, weight: 1 };
const put = (service: TestService, id: string, body: Json): Promise<Answer> =>
  service.call("PUT", `scaling_group/${id}`, body);

describe("modifying a group", () => {
  test.each<[string, unknown]>([
    ["scaling_group_name", "other"],
    ["cool_down_time", 0],
    ["health_periodic_audit_method", "ELB_AUDIT"],
    ["health_periodic_audit_time", 0],
    ["health_periodic_audit_grace_period", 0],
    ["instance_terminate_policy", "NEW_INSTANCE"],
    ["notifications", ["EMAIL"]],
    ["delete_publicip", true],
    ["delete_volume", true],
    ["enterprise_project_id", UNKNOWN],
    ["multi_az_priority_policy", "PICK_FIRST"],
    ["description", "other"],
    ["max_instance_number", 19],
    ["min_instance_number", 1],
  ])("changes %s of a scaling group in service, and nothing else", async (field, value) => {
    const service = startService();
    const id = await createRunningGroup(service, 1);
    await put(service, id, { desire_instance_number: 2 });
    service.advance(4 * SECOND);
    const before = await getGroup(service, id);
    expect(before).toMatchObject({ is_scaling: true });
    expect(await put(service, id, { [field]: value })).toMatchObject({
      status: 200,
      body: { scaling_group_id: id },
    });
    expect(await getGroup(service, id)).toEqual({ ...before, [field]: value });
  });

  test("takes null as not given and ignores vpc_id, the id and unknown fields", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1, { security_groups: [{ id: SECURITY_GROUP }] });
    const before = await getGroup(service, id);
    const body = { security_groups: null, networks: null, vpc_id: UNKNOWN, scaling_group_id: id, colour: 1 };
    expect(await put(service, id, body)).toMatchObject({ status: 200 });
    expect(await getGroup(service, id)).toEqual(before);
  });

  test("accepts every unchanged value of a group in service", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 2, {
      lbaas_listeners: [pool],
      security_groups: [{ id: SECURITY_GROUP }],
    });
    const before = await getGroup(service, id);
    expect(await put(service, id, { ...before, lbaas_listeners: [pool] })).toMatchObject({ status: 200 });
    expect(await getGroup(service, id)).toEqual(before);
  });

  test("clears description, notifications and listeners of a dormant group", async () => {
    const service = startService();
    const id = await createGroup(service, {
      description: "x",
      notifications: ["EMAIL"],
      lbaas_listeners: [pool],
      security_groups: [{ id: SECURITY_GROUP }],
    });
    const cleared = { description: "", notifications: [], lbaas_listeners: [], security_groups: [] };
    expect(await put(service, id, cleared)).toMatchObject({ status: 200 });
    expect(await getGroup(service, id)).toMatchObject({
      description: null,
      notifications: null,
      lbaas_listeners: [],
      security_groups: [],
    });
  });

  test("a new configuration leaves instances as they are and counts from the next action on", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1);
    const [old] = await instancesOf(service, id);
    const configuration = configurationOf(service);
    await put(service, id, { scaling_configuration_id: configuration, desire_instance_number: 2 });
    service.advance(ONE_ACTION);
    const instances = await instancesOf(service, id);
    expect(instances.map((it) => it["scaling_configuration_id"])).toEqual([
      configuration,
      old!["scaling_configuration_id"],
    ]);
  });

  test.each<[string, Json]>([
    ["AS.2005", { desire_instance_number: 21 }],
    ["AS.2005", { max_instance_number: 1 }],
    ["AS.2005", { min_instance_number: 3 }],
    ["AS.2004", { min_instance_number: 21 }],
    ["AS.2045", { max_instance_number: 201 }],
    ["AS.1004", { scaling_configuration_id: UNKNOWN }],
    ["AS.2002", { scaling_group_name: "" }],
    ["AS.2011", { available_zones: ["mars-01"] }],
    ["AS.2029", { health_periodic_audit_method: "" }],
  ])("refuses with %s the body %j and changes nothing", async (code, body) => {
    const service = startService();
    const id = await createRunningGroup(service, 2);
    const before = await getGroup(service, id);
    expect(await put(service, id, { cool_down_time: 7, ...body })).toMatchObject({ status: 400, code });
    expect(await getGroup(service, id)).toEqual(before);
  });

  test("checks the three numbers of one body together", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 2);
    const numbers = { min_instance_number: 30, desire_instance_number: 31, max_instance_number: 32 };
    expect(await put(service, id, numbers)).toMatchObject({ status: 200 });
    const zeros = { min_instance_number: 0, desire_instance_number: 0, max_instance_number: 0 };
    expect(await put(service, id, zeros)).toMatchObject({ status: 200 });
  });

  test("refuses fewer instances than are protected", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 2);
    for (const instance_id of idsOf(await instancesOf(service, id))) {
      service.outside("protectInstance", { instance_id });
    }
    expect(await put(service, id, { desire_instance_number: 1 })).toMatchObject({
      status: 400,
      code: "AS.2010",
    });
    expect(await put(service, id, { desire_instance_number: 3 })).toMatchObject({ status: 200 });
  });

  test("a missing group is 404, before the body is looked at", async () => {
    const service = startService();
    expect(await service.call("PUT", `scaling_group/${UNKNOWN}`)).toMatchObject({
      status: 404,
      code: "AS.0007",
    });
  });

  test("a number changed during an action is carried out right after it, whatever the cooldown", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1, { cool_down_time: 86400 });
    await put(service, id, { desire_instance_number: 3 });
    service.advance(4 * SECOND);
    await put(service, id, { desire_instance_number: 0 });
    service.advance(2 * ONE_ACTION);
    expect(await instancesOf(service, id)).toEqual([]);
  });
});

type Setting = "running" | "scaling" | "paused with instances" | "in service and empty" | "dormant";

const base = { lbaas_listeners: [pool], security_groups: [{ id: SECURITY_GROUP }] };

async function prepare(service: TestService, setting: Setting): Promise<string> {
  if (setting === "dormant") return createGroup(service, base);
  const id = await createRunningGroup(service, setting === "in service and empty" ? 0 : 2, base);
  if (setting === "scaling") {
    await put(service, id, { desire_instance_number: 3 });
    service.advance(4 * SECOND);
  }
  if (setting === "paused with instances") service.outside("pauseGroup", { scaling_group_id: id });
  return id;
}

describe("locked fields", () => {
  const zones = { available_zones: ["eu-de-02"] };
  const networks = { networks: [{ id: OTHER_SUBNET }] };
  const order = { networks: [{ id: OTHER_SUBNET }, { id: SUBNET }] };
  const ipv6 = { networks: [{ id: SUBNET, ipv6_enable: true }] };
  const securityGroups = { security_groups: [{ id: UNKNOWN }] };
  const otherPool = { lbaas_listeners: [{ ...pool, pool_id: UNKNOWN }] };
  const noPool = { lbaas_listeners: [] };
  const classic = { lbaas_listeners: [], lb_listener_id: LISTENER };
  const otherWeight = { lbaas_listeners: [{ ...pool, weight: 0 }] };
  const otherPort = { lbaas_listeners: [{ ...pool, protocol_port: 81 }] };

  test.each<[Setting, string, Json]>([
    ["scaling", "AS.2054", zones],
    ["scaling", "AS.2047", otherPool],
    ["scaling", "AS.2047", otherWeight],
    ["scaling", "AS.2030", networks],
    ["scaling", "AS.2030", securityGroups],
    ["scaling", "AS.2054", { ...zones, ...otherPool, ...networks }],
    ["running", "AS.2030", networks],
    ["running", "AS.2030", order],
    ["running", "AS.2030", ipv6],
    ["running", "AS.2030", securityGroups],
    ["running", "AS.2030", { security_groups: [] }],
    ["running", "AS.2030", otherPool],
    ["running", "AS.2030", noPool],
    ["running", "AS.2030", classic],
    ["paused with instances", "AS.2030", networks],
    ["paused with instances", "AS.2030", securityGroups],
    ["paused with instances", "AS.2030", otherPool],
    ["in service and empty", "AS.2030", networks],
    ["in service and empty", "AS.2030", securityGroups],
    ["in service and empty", "AS.2030", otherPool],
  ])("of a %s group are refused with %s: %j", async (setting, code, body) => {
    const service = startService();
    const id = await prepare(service, setting);
    const before = await getGroup(service, id);
    expect(await put(service, id, { description: "x", ...body })).toMatchObject({ status: 400, code });
    expect(await getGroup(service, id)).toEqual(before);
  });

  test.each<[Setting, Json]>([
    ["running", zones],
    ["running", { available_zones: ["eu-de-03", "eu-de-02", "eu-de-01"] }],
    ["running", otherWeight],
    ["running", otherPort],
    ["dormant", { ...zones, ...networks, ...securityGroups, ...otherPool }],
    ["dormant", classic],
  ])("of a %s group can be changed: %j", async (setting, body) => {
    const service = startService();
    const id = await prepare(service, setting);
    expect(await put(service, id, body)).toMatchObject({ status: 200 });
    const expected = Object.fromEntries(
      Object.entries(body).map(([field, value]) => [
        field,
        field === "lbaas_listeners"
          ? (value as Json[]).map((it) => expect.objectContaining(it) as unknown)
          : value,
      ]),
    );
    expect(await getGroup(service, id)).toMatchObject(
      "networks" in body ? { ...expected, networks: [{ id: OTHER_SUBNET }] } : expected,
    );
  });

  test("the order of pools is no change", async () => {
    const service = startService();
    const second = { ...pool, pool_id: UNKNOWN };
    const id = await createRunningGroup(service, 1, { lbaas_listeners: [pool, second] });
    expect(await put(service, id, { lbaas_listeners: [second, pool] })).toMatchObject({ status: 200 });
    expect(await getGroup(service, id)).toMatchObject({ is_scaling: false });
  });
});
