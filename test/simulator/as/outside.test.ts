import { describe, expect, test } from "vitest";
import { AsRefusal } from "../../../simulator/src/as";
import { createHook } from "./support/hooks";
import { ALARM, createPolicy } from "./support/policies";
import {
  createGroup,
  createRunningGroup,
  getGroup,
  idsOf,
  instancesOf,
  ONE_ACTION,
  OTHER_SUBNET,
  startService,
  UNKNOWN,
  type Json,
} from "./support/service";

const daily = {
  scaling_policy_type: "RECURRENCE",
  scheduled_policy: { launch_time: "00:04", recurrence_type: "Daily", end_time: "2027-01-01T00:00Z" },
};

describe("outside changes", () => {
  test("modifyGroup changes locked fields of a running group", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1);
    service.outside("modifyGroup", {
      scaling_group_id: id,
      networks: [{ id: OTHER_SUBNET }],
      desire_instance_number: 2,
      description: "by hand",
    });
    expect(await getGroup(service, id)).toMatchObject({
      networks: [{ id: OTHER_SUBNET }],
      description: "by hand",
      scaling_group_status: "INSERVICE",
    });
    service.advance(ONE_ACTION);
    expect(await instancesOf(service, id)).toHaveLength(2);
  });

  test("setCapacity moves bounds and desired number, and the group follows", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1);
    const numbers = { min_instance_number: 2, desire_instance_number: 3, max_instance_number: 4 };
    service.outside("setCapacity", { scaling_group_id: id, ...numbers });
    expect(await getGroup(service, id)).toMatchObject(numbers);
    service.advance(ONE_ACTION);
    expect(await instancesOf(service, id)).toHaveLength(3);
  });

  test("pauseGroup and resumeGroup work whatever the status is", async () => {
    const service = startService();
    const id = await createGroup(service);
    for (const [change, status] of [
      ["pauseGroup", "PAUSED"],
      ["resumeGroup", "INSERVICE"],
      ["resumeGroup", "INSERVICE"],
      ["pauseGroup", "PAUSED"],
    ] as const) {
      service.outside(change, { scaling_group_id: id });
      expect(await getGroup(service, id)).toMatchObject({ scaling_group_status: status });
    }
  });

  test("deleteGroup takes a group away with what AS made, in the middle of an action", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 2);
    const ids = idsOf(await instancesOf(service, id));
    service.outside("setCapacity", { scaling_group_id: id, desire_instance_number: 5 });
    service.advance(5000);
    service.outside("deleteGroup", { scaling_group_id: id });
    service.advance(ONE_ACTION);
    expect(await service.call("GET", `scaling_group/${id}`)).toMatchObject({ status: 404 });
    expect(service.snapshot()).toMatchObject({ groups: [], servers: [], deletedServers: ids.reverse() });
  });

  test("setTopic tells a topic about events, and about none", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 0);
    const topic = { topic_urn: "urn:smn:eu-de:project:alerts", topic_scene: ["SCALING_UP"] };
    service.outside("setTopic", { scaling_group_id: id, ...topic });
    expect(service.snapshot()).toMatchObject({ groups: [{ topics: [topic] }] });
    service.outside("setTopic", { scaling_group_id: id, topic_urn: topic.topic_urn });
    expect(service.snapshot()).toMatchObject({ groups: [{ topics: [] }] });
  });

  test("detachInstance takes an ECS out at once, which lives on", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 0);
    const { instance_id } = service.outside("attachInstance", { scaling_group_id: id });
    service.outside("detachInstance", { instance_id });
    expect(await getGroup(service, id)).toMatchObject({ desire_instance_number: 0, is_scaling: false });
    expect(await instancesOf(service, id)).toEqual([]);
    expect(service.snapshot()).toMatchObject({ servers: [{ id: instance_id }], deletedServers: [] });
  });

  test("attachInstance adds an ECS at once; without an id a new one", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 0);
    const { instance_id } = service.outside("createServer", { scaling_group_id: id, name: "mine" });
    service.outside("attachInstance", { scaling_group_id: id, instance_id });
    service.outside("attachInstance", { scaling_group_id: id });
    expect(await instancesOf(service, id)).toMatchObject([
      { life_cycle_state: "INSERVICE", scaling_configuration_id: null },
      { instance_id, instance_name: "mine", life_cycle_state: "INSERVICE" },
    ]);
    expect(await getGroup(service, id)).toMatchObject({ desire_instance_number: 2, is_scaling: false });
    service.advance(ONE_ACTION);
    expect(await instancesOf(service, id)).toHaveLength(2);
  });

  test("protectInstance protects and unprotects", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1);
    const [instance_id] = idsOf(await instancesOf(service, id));
    service.outside("protectInstance", { instance_id });
    expect(await instancesOf(service, id)).toMatchObject([{ protect_from_scaling_down: true }]);
    service.outside("protectInstance", { instance_id, protect: false });
    expect(await instancesOf(service, id)).toMatchObject([{ protect_from_scaling_down: false }]);
  });

  test("seedConfiguration overrides single fields", async () => {
    const service = startService();
    const { scaling_configuration_id: id } = service.outside("seedConfiguration", {
      scaling_configuration_name: "mine",
      instance_config: { flavorRef: "big" },
    });
    const { body } = await service.call("GET", `scaling_configuration/${String(id)}`);
    expect(body["scaling_configuration"]).toMatchObject({
      scaling_configuration_name: "mine",
      instance_config: { flavorRef: "big", key_name: "simulator-key" },
    });
  });

  test.each<[string, unknown]>([
    ["modifyGroup", undefined],
    ["modifyGroup", { scaling_group_id: UNKNOWN, description: "x" }],
    ["setCapacity", "three"],
    ["setCapacity", { scaling_group_id: UNKNOWN }],
    ["pauseGroup", {}],
    ["resumeGroup", { scaling_group_id: 1 }],
    ["deleteGroup", { id: UNKNOWN }],
    ["setTags", { scaling_group_id: UNKNOWN, tags: {} }],
    ["createServer", { vpc_id: "vpc" }],
    ["createServer", { status: "GONE" }],
    ["attachInstance", { scaling_group_id: UNKNOWN }],
    ["killInstance", { instance_id: UNKNOWN }],
    ["stopInstance", []],
    ["failHealthCheck", { instance_id: "" }],
    ["answerHooks", { scaling_group_id: UNKNOWN, lifecycle_action_result: "CONTINUE" }],
    ["protectInstance", { instance_id: UNKNOWN, protect: "yes" }],
    ["act", { scaling_group_id: UNKNOWN, desire_instance_number: 1 }],
    ["registerAlarm", { id: "al" }],
    ["registerAlarm", { alarm_id: "al1" }],
    ["raiseAlarm", {}],
    ["createBandwidth", { size: 0 }],
    ["createBandwidth", { size: 501 }],
    ["createBandwidth", { share_type: "SOME" }],
    ["sellOutFlavour", { flavour: "big", zones: ["mars-01"] }],
    ["sellOutFlavour", {}],
    ["restoreFlavour", { flavor: "big" }],
    ["setQuota", {}],
    ["setQuota", { groups: -1 }],
    ["setQuota", { cats: 1 }],
    ["forget", { kind: "cat", id: UNKNOWN }],
    ["forget", { kind: "network" }],
    ["failNextAction", { reason: "bad luck" }],
    ["failNextAction", { reason: "server-quota", scaling_group_id: UNKNOWN }],
    ["seedConfiguration", { instance_config: "small" }],
  ])("%s refuses the nonsense %j", (name, body) => {
    const service = startService();
    const change = (): Json => service.outside(name, body);
    expect(change).toThrow(AsRefusal);
    expect(change).toThrow(expect.objectContaining({ status: 400, code: "SIM.0001" }));
  });

  test.each<[string, string, Json]>([
    ["modifyGroup", "AS.2006", { cool_down_time: -1 }],
    ["modifyGroup", "AS.2005", { desire_instance_number: 99 }],
    ["modifyGroup", "AS.0022", { colour: 1 }],
    ["setCapacity", "AS.2004", { max_instance_number: -1 }],
    ["setCapacity", "SIM.0001", { desire_instance_number: 1, policy_cool_down_time: -1 }],
    ["setCapacity", "SIM.0001", { desire_instance_number: 1, reason: "MOOD" }],
    ["setTags", "SIM.0001", { tags: { env: 1 } }],
    ["act", "SIM.0001", { desire_instance_number: "1" }],
    ["act", "SIM.0001", { desire_instance_number: 1, reason: "MOOD" }],
    ["answerHooks", "SIM.0001", { lifecycle_action_result: "MAYBE" }],
  ])("%s refuses with %s the values %j", async (name, code, fields) => {
    const service = startService();
    const id = await createGroup(service);
    const before = service.snapshot();
    expect(() => service.outside(name, { scaling_group_id: id, ...fields })).toThrow(
      expect.objectContaining({ code }),
    );
    expect(service.snapshot()).toEqual(before);
  });

  test("a group that is being deleted can be neither paused nor resumed", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1);
    await service.call("DELETE", `scaling_group/${id}?force_delete=yes`);
    for (const change of ["pauseGroup", "resumeGroup"]) {
      expect(() => service.outside(change, { scaling_group_id: id })).toThrow(AsRefusal);
    }
  });
});

describe("the service as a whole", () => {
  test("reset brings back the beginning: nothing there, the first ids again, nothing still to happen", async () => {
    const service = startService();
    const empty = service.snapshot();
    const id = await createRunningGroup(service, 1);
    service.outside("setCapacity", { scaling_group_id: id, desire_instance_number: 4 });
    service.outside("setQuota", { groups: 1 });
    service.outside("forget", { kind: "network", id: OTHER_SUBNET });
    service.outside("sellOutFlavour", { flavour: "s3.medium.1" });
    service.outside("failNextAction", { reason: "server-quota" });
    const { bandwidth_id } = service.outside("createBandwidth");
    service.outside("registerAlarm", { alarm_id: ALARM });
    await createPolicy(service, id);
    await createPolicy(service, String(bandwidth_id), { scaling_resource_type: "BANDWIDTH", ...daily }, "v2");
    await createHook(service, id);
    service.advance(5000);
    service.as.reset();
    service.advance(ONE_ACTION);
    expect({ ...service.snapshot(), now: empty.now }).toEqual(empty);
    expect(await createRunningGroup(service, 1, { networks: [{ id: OTHER_SUBNET }] })).toBe(id);
    expect(await getGroup(service, id)).toMatchObject({ current_instance_number: 1, detail: null });
  });

  test("a snapshot does not change afterwards", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1);
    const before = service.snapshot();
    const copy = structuredClone(before);
    service.outside("killInstance", { instance_id: idsOf(await instancesOf(service, id))[0] });
    service.outside("setQuota", { groups: 1 });
    service.advance(ONE_ACTION);
    expect(before).toEqual(copy);
  });

  test("another seed gives other ids, the same seed the same", async () => {
    const ids = await Promise.all([7, 7, 8].map((seed) => createRunningGroup(startService({ seed }), 1)));
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
  });
});
