import { describe, expect, test } from "vitest";
import {
  createGroup,
  createRunningGroup,
  getGroup,
  idsOf,
  instancesOf,
  logsOf,
  ONE_ACTION,
  SECOND,
  startService,
  UNKNOWN,
  type Answer,
  type Json,
  type TestService,
} from "./support/service";

const batch = (service: TestService, group: string, body: unknown): Promise<Answer> =>
  service.call("POST", `scaling_group_instance/${group}/action`, body);

const nested = (answer: Answer): unknown => JSON.parse((answer.body["error"] as { message: string }).message);

const server = (service: TestService, body: Json = {}): string =>
  service.outside("createServer", body)["instance_id"] as string;

describe("listing instances", () => {
  test("shows every field", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1);
    const { body } = await service.call("GET", `scaling_group_instance/${id}/list`);
    expect(body).toEqual({
      total_number: 1,
      start_number: 0,
      limit: 20,
      scaling_group_instances: [
        {
          instance_id: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/) as string,
          instance_name: expect.stringMatching(/^simulator-configuration-[A-Z\d]{8}$/) as string,
          scaling_group_id: id,
          scaling_group_name: "web",
          life_cycle_state: "INSERVICE",
          health_status: "NORMAL",
          scaling_configuration_id: (await getGroup(service, id))["scaling_configuration_id"],
          scaling_configuration_name: "simulator-configuration",
          create_time: "2026-01-01T00:00:03Z",
          protect_from_scaling_down: false,
        },
      ],
    });
  });

  test("filters by life cycle state, health and protection", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 3);
    const [first, second] = idsOf(await instancesOf(service, id));
    await batch(service, id, { action: "PROTECT", instances_id: [first] });
    await service.call("DELETE", `scaling_group_instance/${second!}`);
    const list = async (query: string): Promise<string[]> => {
      const { body } = await service.call("GET", `scaling_group_instance/${id}/list?${query}`);
      return idsOf(body["scaling_group_instances"] as Json[]);
    };
    expect(await list("life_cycle_state=REMOVING")).toEqual([second]);
    expect(await list("life_cycle_state=INSERVICE")).toHaveLength(2);
    expect(await list("life_cycle_state=PENDING")).toEqual([]);
    expect(await list("health_status=NORMAL")).toHaveLength(3);
    expect(await list("health_status=ERROR")).toEqual([]);
    expect(await list("protect_from_scaling_down=true")).toEqual([first]);
    expect(await list("protect_from_scaling_down=false&limit=1")).toHaveLength(1);
  });

  test.each([
    ["AS.4000", "start_number=-1"],
    ["AS.4001", "limit=101"],
    ["AS.4003", "life_cycle_state=GONE"],
    ["AS.4004", "health_status=SICK"],
  ])("refuses with %s the query %s", async (code, query) => {
    const service = startService();
    const id = await createGroup(service);
    const answer = await service.call("GET", `scaling_group_instance/${id}/list?${query}`);
    expect(answer).toMatchObject({ status: 400, code });
  });

  test("of a missing group is 400, because the group is only the parent", async () => {
    const answer = await startService().call("GET", `scaling_group_instance/${UNKNOWN}/list`);
    expect(answer).toMatchObject({ status: 400, code: "AS.2007" });
  });
});

describe("removing an instance", () => {
  test("without deletion lets the ECS live, and the desired number goes down", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 2);
    const [leaving, staying] = idsOf(await instancesOf(service, id));
    expect((await service.call("DELETE", `scaling_group_instance/${leaving!}`)).status).toBe(204);
    expect(await getGroup(service, id)).toMatchObject({
      is_scaling: true,
      activity_type: "MANUAL_REMOVE",
      desire_instance_number: 1,
      current_instance_number: 2,
    });
    service.advance(ONE_ACTION);
    expect(idsOf(await instancesOf(service, id))).toEqual([staying]);
    expect(service.snapshot()).toMatchObject({ servers: [{ id: leaving }], deletedServers: [] });
  });

  test("with deletion deletes what AS made, but never what was added by hand", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1);
    const [made] = idsOf(await instancesOf(service, id));
    const { instance_id: attached } = service.outside("attachInstance", { scaling_group_id: id });
    for (const instance of [made, attached]) {
      const path = `scaling_group_instance/${String(instance)}?instance_delete=yes`;
      expect((await service.call("DELETE", path)).status).toBe(204);
      service.advance(ONE_ACTION);
    }
    expect(service.snapshot()).toMatchObject({ servers: [{ id: attached }], deletedServers: [made] });
    expect(await logsOf(service, id)).toMatchObject([
      { instance_removed_list: expect.any(String) as string, instance_deleted_list: null },
      { instance_removed_list: null, instance_deleted_list: expect.any(String) as string },
      {},
    ]);
  });

  test("is refused below the minimum, during an action, in a paused group, for odd values", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 3, { min_instance_number: 2 });
    const [first, second] = idsOf(await instancesOf(service, id));
    const remove = (instance: string, query = ""): Promise<Answer> =>
      service.call("DELETE", `scaling_group_instance/${instance}${query}`);
    expect(await remove(UNKNOWN)).toMatchObject({ status: 404, code: "AS.0007" });
    expect(await remove(first!, "?instance_delete=true")).toMatchObject({ status: 400, code: "AS.4007" });
    service.outside("pauseGroup", { scaling_group_id: id });
    expect(await remove(first!)).toMatchObject({ status: 400, code: "AS.2033" });
    service.outside("resumeGroup", { scaling_group_id: id });
    expect((await remove(first!)).status).toBe(204);
    expect(await remove(second!)).toMatchObject({ status: 400, code: "AS.2033" });
    service.advance(ONE_ACTION);
    expect(await remove(second!)).toMatchObject({ status: 400, code: "AS.2036" });
  });
});

describe("batch ADD", () => {
  test("adds ECSs, raises the desired number and remembers that AS did not make them", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 0);
    const ids = [server(service, { scaling_group_id: id }), server(service, { scaling_group_id: id })];
    const answer = await batch(service, id, { action: "ADD", instances_id: [...ids, ids[0]] });
    expect(answer).toEqual({ status: 204, body: {}, code: undefined });
    expect(await getGroup(service, id)).toMatchObject({
      activity_type: "MANUAL_ADD",
      desire_instance_number: 2,
    });
    service.advance(ONE_ACTION);
    const instances = await instancesOf(service, id);
    expect(idsOf(instances).sort()).toEqual([...ids].sort());
    expect(instances[0]).toMatchObject({
      life_cycle_state: "INSERVICE",
      scaling_configuration_id: null,
      scaling_configuration_name: null,
      protect_from_scaling_down: false,
    });
    expect((await logsOf(service, id))[0]).toMatchObject({ status: "SUCCESS", scaling_value: 2 });
  });

  test("with bad items adds none and names each with its code", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 0, { available_zones: ["eu-de-01"] });
    const other = await createRunningGroup(service, 1);
    const good = server(service, { scaling_group_id: id });
    const inside = service.outside("attachInstance", { scaling_group_id: id })["instance_id"];
    const [elsewhere] = idsOf(await instancesOf(service, other));
    const foreign = server(service, { vpc_id: UNKNOWN });
    const otherZone = server(service, { scaling_group_id: id, available_zone: "eu-de-02" });
    const stopped = server(service, { scaling_group_id: id, status: "SHUTOFF" });
    const ids = [good, UNKNOWN, inside, elsewhere, foreign, otherZone, stopped];
    const answer = await batch(service, id, { action: "ADD", instances_id: ids });
    expect(answer).toMatchObject({ status: 400, code: "AS.4029" });
    expect(nested(answer)).toMatchObject([
      { id: UNKNOWN, errorCode: "AS.4006" },
      { id: inside, errorCode: "AS.4023" },
      { id: elsewhere, errorCode: "AS.4027" },
      { id: foreign, errorCode: "AS.4021" },
      { id: otherZone, errorCode: "AS.4020" },
      { id: stopped, errorCode: "AS.4024" },
    ]);
    expect(idsOf(await instancesOf(service, id))).toEqual([inside]);
  });

  test("is refused above the maximum, in a paused group and during an action", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1, { max_instance_number: 2 });
    const add = (...ids: string[]): Promise<Answer> =>
      batch(service, id, { action: "ADD", instances_id: ids });
    const [first, second] = [
      server(service, { scaling_group_id: id }),
      server(service, { scaling_group_id: id }),
    ];
    expect(await add(first, second)).toMatchObject({ status: 400, code: "AS.2035" });
    service.outside("pauseGroup", { scaling_group_id: id });
    expect(await add(first)).toMatchObject({ status: 400, code: "AS.2033" });
    service.outside("resumeGroup", { scaling_group_id: id });
    expect(await add(first)).toMatchObject({ status: 204 });
    expect(await add(second)).toMatchObject({ status: 400, code: "AS.2033" });
  });
});

describe("batch REMOVE", () => {
  test("removes protected instances, too; protection is lost", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 2);
    const ids = idsOf(await instancesOf(service, id));
    await batch(service, id, { action: "PROTECT", instances_id: ids });
    const answer = await batch(service, id, { action: "REMOVE", instances_id: ids, instance_delete: "no" });
    expect(answer.status).toBe(204);
    service.advance(ONE_ACTION);
    expect(await getGroup(service, id)).toMatchObject({
      current_instance_number: 0,
      desire_instance_number: 0,
    });
    await batch(service, id, { action: "ADD", instances_id: ids });
    service.advance(ONE_ACTION);
    expect((await instancesOf(service, id)).map((it) => it["protect_from_scaling_down"])).toEqual([
      false,
      false,
    ]);
  });

  test("with bad items removes none and names each with its code", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1);
    const [own] = idsOf(await instancesOf(service, id));
    const [foreign] = idsOf(await instancesOf(service, await createRunningGroup(service, 1)));
    const answer = await batch(service, id, { action: "REMOVE", instances_id: [own, UNKNOWN, foreign] });
    expect(answer).toMatchObject({ status: 400, code: "AS.4030" });
    expect(nested(answer)).toMatchObject([
      { id: UNKNOWN, errorCode: "AS.4006" },
      { id: foreign, errorCode: "AS.4014" },
    ]);
    expect(await instancesOf(service, id)).toMatchObject([{ life_cycle_state: "INSERVICE" }]);
  });

  test("is refused below the minimum", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 2, { min_instance_number: 1 });
    const instances_id = idsOf(await instancesOf(service, id));
    const answer = await batch(service, id, { action: "REMOVE", instances_id });
    expect(answer).toMatchObject({ status: 400, code: "AS.2036" });
  });
});

describe("batch PROTECT and UNPROTECT", () => {
  test("protected instances stay when the group scales in", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 3);
    const ids = idsOf(await instancesOf(service, id));
    const [kept] = ids;
    expect((await batch(service, id, { action: "PROTECT", instances_id: [kept] })).status).toBe(204);
    await service.call("PUT", `scaling_group/${id}`, { desire_instance_number: 1 });
    service.advance(ONE_ACTION);
    expect(idsOf(await instancesOf(service, id))).toEqual([kept]);
    expect((await batch(service, id, { action: "UNPROTECT", instances_id: [kept] })).status).toBe(204);
    expect(await instancesOf(service, id)).toMatchObject([{ protect_from_scaling_down: false }]);
  });

  test("works in a paused group, but only for instances in service", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 2);
    const [leaving, staying] = idsOf(await instancesOf(service, id));
    await service.call("DELETE", `scaling_group_instance/${leaving!}`);
    service.outside("pauseGroup", { scaling_group_id: id });
    const answer = await batch(service, id, { action: "PROTECT", instances_id: [leaving] });
    expect(answer).toMatchObject({ status: 400, code: "AS.4033" });
    expect(nested(answer)).toMatchObject([{ id: leaving, errorCode: "AS.4015" }]);
    expect((await batch(service, id, { action: "PROTECT", instances_id: [staying] })).status).toBe(204);
  });
});

test.each<[string, Json]>([
  ["AS.4018", { action: "KILL", instances_id: [UNKNOWN] }],
  ["AS.4018", { instances_id: [UNKNOWN] }],
  ["AS.4019", { action: "ADD", instances_id: [] }],
  ["AS.4013", { action: "REMOVE", instances_id: null }],
  ["AS.4032", { action: "PROTECT" }],
  ["AS.4017", { action: "REMOVE", instances_id: [null] }],
  ["AS.4028", { action: "REMOVE", instances_id: [""] }],
  ["AS.4043", { action: "REMOVE", instances_id: Array.from({ length: 11 }, (_, i) => String(i)) }],
  ["AS.4007", { action: "REMOVE", instances_id: [UNKNOWN], instance_delete: true }],
])("a batch is refused with %s for %j", async (code, body) => {
  const service = startService();
  const id = await createRunningGroup(service, 1);
  expect(await batch(service, id, body)).toMatchObject({ status: 400, code });
});

test("instances join and leave in seconds of simulated time", async () => {
  const service = startService();
  const id = await createRunningGroup(service, 1);
  const [instance] = idsOf(await instancesOf(service, id));
  await service.call("DELETE", `scaling_group_instance/${instance!}`);
  service.advance(19 * SECOND);
  expect(await instancesOf(service, id)).toMatchObject([{ life_cycle_state: "REMOVING" }]);
  service.advance(SECOND);
  expect(await instancesOf(service, id)).toEqual([]);
});
