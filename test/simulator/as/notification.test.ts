import { describe, expect, test } from "vitest";
import {
  createGroup,
  createRunningGroup,
  idsOf,
  instancesOf,
  MINUTE,
  ONE_ACTION,
  SECOND,
  startService,
  UNKNOWN,
  type Answer,
  type Json,
  type TestService,
} from "./support/service";
import { createHook, suspensionsOf, TOPIC } from "./support/hooks";

const OTHER_TOPIC = `${TOPIC}-other`;
const topic = { topic_urn: TOPIC, topic_scene: ["SCALING_UP", "SCALING_DOWN_FAIL"] };

const put = (service: TestService, group: string, body: unknown): Promise<Answer> =>
  service.call("PUT", `scaling_notification/${group}`, body);

const topicsOf = async (service: TestService, group: string): Promise<unknown> =>
  (await service.call("GET", `scaling_notification/${group}`)).body;

describe("the topics of a group", () => {
  test("are set, replaced, listed and deleted", async () => {
    const service = startService();
    const id = await createGroup(service);
    expect(await topicsOf(service, id)).toEqual({ topics: [] });
    const answer = await put(service, id, topic);
    expect(answer).toMatchObject({ status: 200, body: { ...topic, topic_name: "scaling" } });
    await put(service, id, { topic_urn: OTHER_TOPIC, topic_scene: ["SCALING_GROUP_ABNORMAL"] });
    await put(service, id, { ...topic, topic_scene: ["SCALING_DOWN", "SCALING_DOWN"] });
    const topics = [
      { topic_urn: TOPIC, topic_scene: ["SCALING_DOWN"], topic_name: "scaling" },
      { topic_urn: OTHER_TOPIC, topic_scene: ["SCALING_GROUP_ABNORMAL"], topic_name: "scaling-other" },
    ];
    expect(await topicsOf(service, id)).toEqual({ topics });
    expect(service.snapshot().groups[0]).toMatchObject({ topics });
    const path = `scaling_notification/${id}/${TOPIC}`;
    expect(await service.call("DELETE", path)).toMatchObject({ status: 204, body: {} });
    expect(await topicsOf(service, id)).toEqual({ topics: topics.slice(1) });
    expect(await service.call("DELETE", path)).toMatchObject({ status: 404, code: "AS.0007" });
  });

  test.each<[string, unknown]>([
    ["AS.0002", undefined],
    ["AS.7043", { ...topic, topic_urn: "scaling" }],
    ["AS.7043", { topic_scene: topic.topic_scene }],
    ["AS.0022", { topic_urn: TOPIC }],
    ["AS.0022", { ...topic, topic_scene: [] }],
    ["AS.0022", { ...topic, topic_scene: ["SCALING_SIDEWAYS"] }],
  ])("are refused with %s for %j", async (code, body) => {
    const service = startService();
    expect(await put(service, await createGroup(service), body)).toMatchObject({ status: 400, code });
  });

  test("are five at most, exist, and belong to a group that is not being deleted", async () => {
    const service = startService();
    const id = await createGroup(service);
    for (const number of [1, 2, 3, 4, 5]) {
      const another = { ...topic, topic_urn: `${TOPIC}-${String(number)}` };
      expect(await put(service, id, another)).toMatchObject({ status: 200 });
    }
    expect(await put(service, id, topic)).toMatchObject({ status: 400, code: "AS.0022" });
    expect(await put(service, id, { ...topic, topic_urn: `${TOPIC}-1` })).toMatchObject({ status: 200 });
    service.outside("forget", { kind: "topic", id: TOPIC });
    expect(await put(service, id, topic)).toMatchObject({ status: 400, code: "AS.7043" });
    expect(await put(service, UNKNOWN, topic)).toMatchObject({ status: 400, code: "AS.2007" });
    await service.call("DELETE", `scaling_group/${id}?force_delete=yes`);
    const deleting = { status: 400, code: "AS.2033" };
    expect(await put(service, id, { ...topic, topic_urn: OTHER_TOPIC })).toMatchObject(deleting);
    expect(await service.call("DELETE", `scaling_notification/${id}/${TOPIC}-1`)).toMatchObject(deleting);
  });
});

describe("messages", () => {
  const scenesOf = (service: TestService): unknown[] =>
    service.snapshot().messages.map(({ message }) => message["topic_scene"]);
  const everything = [
    "SCALING_UP",
    "SCALING_UP_FAIL",
    "SCALING_DOWN",
    "SCALING_DOWN_FAIL",
    "SCALING_GROUP_ABNORMAL",
  ];

  test("tell a topic of the events that it asked for, until it is gone", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 0);
    await put(service, id, { topic_urn: TOPIC, topic_scene: everything });
    await put(service, id, { topic_urn: OTHER_TOPIC, topic_scene: ["SCALING_DOWN"] });
    const desire = async (desire_instance_number: number): Promise<void> => {
      await service.call("PUT", `scaling_group/${id}`, { desire_instance_number });
      service.advance(ONE_ACTION);
    };
    await desire(2);
    expect(scenesOf(service)).toEqual(["SCALING_UP"]);
    expect(service.snapshot().messages[0]).toEqual({
      topic_urn: TOPIC,
      time: expect.stringMatching(/^2026-01-01T00:0\d:\d\dZ$/) as string,
      message: {
        topic_scene: "SCALING_UP",
        scaling_group_id: id,
        log_id: (service.snapshot().groups[0]!.logs[0] as Json)["id"],
        detail: null,
      },
    });
    const [removed] = idsOf(await instancesOf(service, id));
    await service.call("DELETE", `scaling_group_instance/${removed!}`);
    service.advance(ONE_ACTION);
    expect(scenesOf(service).slice(1)).toEqual(["SCALING_DOWN", "SCALING_DOWN"]);
    service.outside("forget", { kind: "topic", id: OTHER_TOPIC });
    await desire(0);
    expect(scenesOf(service).slice(3)).toEqual(["SCALING_DOWN"]);
    service.outside("failNextAction", { reason: "vcpu-quota" });
    await desire(1);
    expect(scenesOf(service).slice(4)).toEqual(["SCALING_UP_FAIL", "SCALING_GROUP_ABNORMAL"]);
    expect(service.snapshot().messages.at(-1)!.message["detail"]).toContain("AS.7115");
  });

  test("say nothing about exchanged load balancers", async () => {
    const service = startService({ variants: { lb: "live" } });
    const id = await createRunningGroup(service, 1);
    await put(service, id, { topic_urn: TOPIC, topic_scene: everything });
    await service.call("PUT", `scaling_group/${id}`, { lb_listener_id: UNKNOWN });
    service.advance(ONE_ACTION);
    expect(service.snapshot().messages).toEqual([]);
  });

  test("of a lifecycle hook carry the key, the instance and the metadata", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 0);
    await createHook(service, id, { notification_metadata: "warm up" });
    await service.call("PUT", `scaling_group/${id}`, { desire_instance_number: 1 });
    service.advance(2 * MINUTE - 10 * SECOND);
    const [row] = await suspensionsOf(service, id);
    const [instance] = await instancesOf(service, id);
    expect(service.snapshot().messages).toMatchObject([
      {
        topic_urn: TOPIC,
        message: {
          scaling_group_id: id,
          lifecycle_hook_name: "prepare",
          lifecycle_hook_type: "INSTANCE_LAUNCHING",
          lifecycle_action_key: row!["lifecycle_action_key"],
          instance_id: instance!["instance_id"],
          instance_name: instance!["instance_name"],
          notification_metadata: "warm up",
        },
      },
    ]);
  });
});
