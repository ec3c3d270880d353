import { describe, expect, test } from "vitest";
import {
  createRunningGroup,
  getGroup,
  idsOf,
  instancesOf,
  logsOf,
  MINUTE,
  ONE_ACTION,
  SECOND,
  startService,
  UNKNOWN,
  type Json,
  type TestService,
} from "../support/service";
import { callBack, createHook, suspensionsOf, TOPIC } from "../support/hooks";

/** Longer than a launch takes until its hooks hold the instance. */
const UNTIL_HELD = 110 * SECOND;
const LAUNCHING = { lifecycle_hook_type: "INSTANCE_LAUNCHING" };
const TERMINATING = { lifecycle_hook_type: "INSTANCE_TERMINATING" };

const desire = (service: TestService, id: string, desire_instance_number: number): unknown =>
  service.call("PUT", `scaling_group/${id}`, { desire_instance_number });

/** A group whose one new instance is held by the given hooks. */
async function startHeldLaunch(service: TestService, ...hooks: Json[]): Promise<string> {
  const id = await createRunningGroup(service, 0);
  for (const fields of hooks) await createHook(service, id, { ...LAUNCHING, ...fields });
  await desire(service, id, 1);
  service.advance(UNTIL_HELD);
  return id;
}

/** A group whose one instance is held by the given hooks while it leaves. */
async function startHeldRemoval(service: TestService, ...hooks: Json[]): Promise<string> {
  const id = await createRunningGroup(service, 1);
  for (const fields of hooks) await createHook(service, id, { ...TERMINATING, ...fields });
  await desire(service, id, 0);
  service.advance(30 * SECOND);
  return id;
}

const continues = { lifecycle_action_result: "CONTINUE" };
const abandons = { lifecycle_action_result: "ABANDON" };

async function answerFirst(service: TestService, id: string, answer: Json): Promise<number> {
  const [row] = await suspensionsOf(service, id);
  const { lifecycle_action_key } = row!;
  return (await callBack(service, id, { lifecycle_action_key, ...answer })).status;
}

describe("a launching hook", () => {
  test("holds a new instance before it is in service, and the group scales as long", async () => {
    const service = startService();
    const id = await startHeldLaunch(service, {});
    const [instance] = await instancesOf(service, id);
    expect(instance).toMatchObject({ life_cycle_state: "PENDING_WAIT", health_status: "INITIALIZING" });
    expect(await suspensionsOf(service, id)).toEqual([
      {
        lifecycle_hook_name: "prepare",
        lifecycle_action_key: expect.stringMatching(/^[\da-f-]{36}$/) as string,
        instance_id: instance!["instance_id"],
        scaling_group_id: id,
        lifecycle_hook_status: "HANGING",
        timeout: expect.stringMatching(/^2026-01-01T01:0\d:\d\dZ$/) as string,
        default_result: "ABANDON",
      },
    ]);
    expect(service.snapshot().groups[0]!.suspensions).toEqual(await suspensionsOf(service, id));
    service.advance(30 * MINUTE);
    expect(await getGroup(service, id)).toMatchObject({ is_scaling: true, current_instance_number: 0 });
    expect(await answerFirst(service, id, continues)).toBe(204);
    expect(await suspensionsOf(service, id)).toEqual([]);
    expect(await getGroup(service, id)).toMatchObject({ is_scaling: false, current_instance_number: 1 });
    expect((await instancesOf(service, id))[0]).toMatchObject({ life_cycle_state: "INSERVICE" });
    expect((await logsOf(service, id))[0]).toMatchObject({ status: "SUCCESS" });
  });

  test("lets the instance in after the last of several hooks has continued", async () => {
    const service = startService();
    const id = await startHeldLaunch(service, {}, { lifecycle_hook_name: "check" });
    const rows = await suspensionsOf(service, id);
    expect(rows.map((row) => row["lifecycle_hook_name"])).toEqual(["check", "prepare"]);
    expect(await answerFirst(service, id, continues)).toBe(204);
    expect(await suspensionsOf(service, id)).toMatchObject([
      { lifecycle_hook_status: "CONTINUE" },
      { lifecycle_hook_status: "HANGING" },
    ]);
    expect((await instancesOf(service, id))[0]).toMatchObject({ life_cycle_state: "PENDING_WAIT" });
    const repeated = { lifecycle_action_key: rows[0]!["lifecycle_action_key"], ...continues };
    expect(await callBack(service, id, repeated)).toMatchObject({ status: 400, code: "AS.7042" });
    const other = { lifecycle_action_key: rows[1]!["lifecycle_action_key"], ...continues };
    expect((await callBack(service, id, other)).status).toBe(204);
    expect((await instancesOf(service, id))[0]).toMatchObject({ life_cycle_state: "INSERVICE" });
  });

  test("that abandons deletes the instance and fails the action; AS creates another one later", async () => {
    const service = startService();
    const id = await startHeldLaunch(service, {}, { lifecycle_hook_name: "check" });
    const [first] = idsOf(await instancesOf(service, id));
    expect(await answerFirst(service, id, abandons)).toBe(204);
    expect(await suspensionsOf(service, id)).toEqual([]);
    expect(service.snapshot().deletedServers).toEqual([first]);
    expect(await getGroup(service, id)).toMatchObject({
      scaling_group_status: "INSERVICE",
      is_scaling: false,
      desire_instance_number: 1,
      detail: "Lifecycle hook check abandoned the instance.",
    });
    expect((await logsOf(service, id))[0]).toMatchObject({ status: "FAIL", instance_added_list: null });
    service.advance(UNTIL_HELD + MINUTE);
    const [second] = idsOf(await instancesOf(service, id));
    expect(second).not.toBe(first);
    service.outside("answerHooks", { scaling_group_id: id, ...continues });
    expect(await getGroup(service, id)).toMatchObject({ current_instance_number: 1, detail: null });
  });

  test("applies its default result when nobody answers in time", async () => {
    const service = startService();
    const id = await startHeldLaunch(service, { default_timeout: 60 });
    service.advance(MINUTE);
    expect(await getGroup(service, id)).toMatchObject({
      detail: "Lifecycle hook prepare timed out, and its default result is ABANDON.",
    });
    expect(service.snapshot().deletedServers).toHaveLength(1);

    const patient = await startHeldLaunch(service, { default_timeout: 60, default_result: "CONTINUE" });
    service.advance(MINUTE);
    expect(await getGroup(service, patient)).toMatchObject({ detail: null, current_instance_number: 1 });
  });

  test("waits an hour longer each time it is asked to, from the end it had", async () => {
    const service = startService();
    const id = await startHeldLaunch(service, { default_timeout: 60 });
    const end = async (): Promise<number> => {
      const [row] = await suspensionsOf(service, id);
      return Date.parse(String(row!["timeout"]));
    };
    const first = await end();
    await answerFirst(service, id, { lifecycle_action_result: "EXTEND" });
    await answerFirst(service, id, { lifecycle_action_result: "EXTEND" });
    expect((await end()) - first).toBe(120 * MINUTE);
    service.advance(119 * MINUTE);
    expect(await suspensionsOf(service, id)).toMatchObject([{ lifecycle_hook_status: "HANGING" }]);
    service.advance(2 * MINUTE);
    expect(await suspensionsOf(service, id)).toEqual([]);
  });

  test("holds ECSs that are added by hand, and sends them away alive", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 0);
    await createHook(service, id);
    const { instance_id } = service.outside("createServer", { scaling_group_id: id });
    const add = { action: "ADD", instances_id: [instance_id] };
    expect((await service.call("POST", `scaling_group_instance/${id}/action`, add)).status).toBe(204);
    service.advance(20 * SECOND);
    expect(await instancesOf(service, id)).toMatchObject([{ instance_id, life_cycle_state: "PENDING_WAIT" }]);
    await answerFirst(service, id, abandons);
    service.advance(10 * ONE_ACTION);
    expect(await instancesOf(service, id)).toEqual([]);
    expect(await getGroup(service, id)).toMatchObject({ desire_instance_number: 0 });
    expect(service.snapshot()).toMatchObject({ servers: [{ id: instance_id }], deletedServers: [] });
  });
});

describe("a terminating hook", () => {
  test.each(["CONTINUE", "ABANDON"])("holds an instance that leaves until %s", async (result) => {
    const service = startService();
    const id = await startHeldRemoval(service, {}, { lifecycle_hook_name: "check" });
    expect(await instancesOf(service, id)).toMatchObject([{ life_cycle_state: "REMOVING_WAIT" }]);
    expect(await getGroup(service, id)).toMatchObject({ is_scaling: true, current_instance_number: 1 });
    service.advance(30 * MINUTE);
    const answers = result === "CONTINUE" ? 2 : 1;
    expect(service.outside("answerHooks", { scaling_group_id: id, lifecycle_action_result: result })).toEqual(
      {
        answered: answers,
      },
    );
    expect(await instancesOf(service, id)).toEqual([]);
    expect((await logsOf(service, id))[0]).toMatchObject({ status: "SUCCESS" });
    expect(service.snapshot().deletedServers).toHaveLength(1);
  });

  test("lets the instance leave when the time is over, whatever its default result is", async () => {
    const service = startService();
    const id = await startHeldRemoval(service, { default_timeout: 60 });
    service.advance(MINUTE);
    expect(await instancesOf(service, id)).toEqual([]);
    expect(await getGroup(service, id)).toMatchObject({ is_scaling: false, detail: null });
  });

  test("holds instances that are removed by hand, each with a key of its own", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 2);
    await createHook(service, id, TERMINATING);
    const instances_id = idsOf(await instancesOf(service, id));
    const removal = { action: "REMOVE", instances_id, instance_delete: "no" };
    expect((await service.call("POST", `scaling_group_instance/${id}/action`, removal)).status).toBe(204);
    service.advance(30 * SECOND);
    const rows = await suspensionsOf(service, id);
    expect(rows.map((row) => row["instance_id"])).toEqual(instances_id.reverse());
    expect(new Set(rows.map((row) => row["lifecycle_action_key"])).size).toBe(2);
    await answerFirst(service, id, continues);
    expect(await instancesOf(service, id)).toHaveLength(1);
    expect(await getGroup(service, id)).toMatchObject({ is_scaling: true });
    await answerFirst(service, id, continues);
    expect(await getGroup(service, id)).toMatchObject({ is_scaling: false, current_instance_number: 0 });
    expect(service.snapshot().servers).toHaveLength(2);
  });

  test("holds the instances of a group that is deleted by force; the callback still works", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1);
    await createHook(service, id, TERMINATING);
    await service.call("DELETE", `scaling_group/${id}?force_delete=yes`);
    service.advance(30 * MINUTE);
    expect(await getGroup(service, id)).toMatchObject({ scaling_group_status: "DELETING" });
    expect(await answerFirst(service, id, continues)).toBe(204);
    service.advance(ONE_ACTION);
    expect((await service.call("GET", `scaling_group/${id}`)).status).toBe(404);
  });

  test("does not hold instances that join, nor a launching hook those that leave", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1);
    await createHook(service, id, TERMINATING);
    await desire(service, id, 2);
    service.advance(ONE_ACTION);
    expect(await getGroup(service, id)).toMatchObject({ current_instance_number: 2 });
    await service.call("PUT", `scaling_lifecycle_hook/${id}/prepare`, LAUNCHING);
    await desire(service, id, 0);
    service.advance(ONE_ACTION);
    expect(await getGroup(service, id)).toMatchObject({ current_instance_number: 0 });
  });
});

describe("a callback", () => {
  test("finds its object by instance and hook, too; the key counts more", async () => {
    const service = startService();
    const id = await startHeldLaunch(service, {});
    const [{ instance_id }] = (await suspensionsOf(service, id)) as [Json];
    const byName = { instance_id, lifecycle_hook_name: "prepare", ...continues };
    const wrongKey = { ...byName, lifecycle_action_key: UNKNOWN };
    expect(await callBack(service, id, wrongKey)).toMatchObject({ status: 400, code: "AS.7042" });
    expect(await suspensionsOf(service, id, `?instance_id=${String(instance_id)}`)).toHaveLength(1);
    expect(await suspensionsOf(service, id, `?instance_id=${UNKNOWN}`)).toEqual([]);
    expect((await callBack(service, id, byName)).status).toBe(204);
    expect(await suspensionsOf(service, id)).toEqual([]);
  });

  test.each<[string, Json | undefined]>([
    ["AS.0002", undefined],
    ["AS.7039", { lifecycle_action_key: UNKNOWN }],
    ["AS.7034", { lifecycle_action_key: UNKNOWN, lifecycle_action_result: "MAYBE" }],
    ["AS.7040", { ...continues }],
    ["AS.7040", { lifecycle_hook_name: "prepare", ...continues }],
    ["AS.7032", { instance_id: UNKNOWN, ...continues }],
    ["AS.7042", { instance_id: UNKNOWN, lifecycle_hook_name: "prepare", ...continues }],
  ])("is refused with %s for %j", async (code, body) => {
    const service = startService();
    const id = await startHeldLaunch(service, {});
    const path = `scaling_instance_hook/${id}/callback`;
    expect(await service.call("PUT", path, body)).toMatchObject({ status: 400, code });
    expect(await suspensionsOf(service, id)).toMatchObject([{ lifecycle_hook_status: "HANGING" }]);
  });

  test("of a missing group is refused as its parent is", async () => {
    const service = startService();
    expect(await callBack(service, UNKNOWN, continues)).toMatchObject({ status: 400, code: "AS.2007" });
    const list = await service.call("GET", `scaling_instance_hook/${UNKNOWN}/list`);
    expect(list).toMatchObject({ status: 400, code: "AS.2007" });
  });
});

test("answerHooks answers the hooks of one instance, or those of one name", async () => {
  const service = startService();
  const id = await createRunningGroup(service, 0);
  await createHook(service, id, { notification_topic_urn: TOPIC });
  await createHook(service, id, { lifecycle_hook_name: "check" });
  await desire(service, id, 2);
  service.advance(UNTIL_HELD);
  const answerHooks = (fields: Json): Json =>
    service.outside("answerHooks", { scaling_group_id: id, ...continues, ...fields });
  const [first] = idsOf(await instancesOf(service, id));
  expect(answerHooks({ instance_id: first })).toEqual({ answered: 2 });
  expect(answerHooks({ lifecycle_hook_name: "check" })).toEqual({ answered: 1 });
  expect(answerHooks({})).toEqual({ answered: 1 });
  expect(answerHooks({})).toEqual({ answered: 0 });
  expect(await getGroup(service, id)).toMatchObject({ current_instance_number: 2, is_scaling: false });
});
