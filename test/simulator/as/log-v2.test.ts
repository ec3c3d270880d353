import { describe, expect, test } from "vitest";
import {
  createGroup,
  createRunningGroup,
  getGroup,
  idsOf,
  instancesOf,
  LISTENER,
  MINUTE,
  ONE_ACTION,
  POOL,
  SECOND,
  startService,
  UNKNOWN,
  type Json,
  type TestService,
} from "./support/service";
import { createHook } from "./support/hooks";

const desire = (service: TestService, id: string, desire_instance_number: number): unknown =>
  service.call("PUT", `scaling_group/${id}`, { desire_instance_number });

async function logs(service: TestService, id: string, query = ""): Promise<Json[]> {
  const { body } = await service.call("GET", `scaling_activity_log/${id}${query}`, undefined, "v2");
  return body["scaling_activity_log"] as Json[];
}

const noFailure = { failed_reason: null, failed_details: null, instance_config: null };

describe("scaling action logs of version 2", () => {
  test("have a type and lists of objects", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1);
    const [instance] = await instancesOf(service, id);
    const { instance_id, instance_name } = instance!;
    await service.call("DELETE", `scaling_group_instance/${String(instance_id)}?instance_delete=yes`);
    service.advance(ONE_ACTION);
    const member = { instance_id, instance_name, ...noFailure };
    const [removal, launch] = await logs(service, id);
    expect(launch).toEqual({
      id: expect.any(String) as string,
      type: "DIFF",
      status: "SUCCESS",
      start_time: "2026-01-01T00:00:03Z",
      end_time: expect.any(String) as string,
      instance_value: 0,
      desire_value: 1,
      scaling_value: 1,
      description: expect.stringContaining('"change_reason":"DIFF"') as string,
      instance_added_list: [member],
      instance_removed_list: null,
      instance_deleted_list: null,
      instance_failed_list: null,
      instance_standby_list: null,
    });
    expect(removal).toMatchObject({
      type: "MANUAL_DELETE",
      instance_added_list: null,
      instance_removed_list: null,
      instance_deleted_list: [member],
    });
  });

  test("show an ECS that was only detached as removed", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1);
    const [instance] = idsOf(await instancesOf(service, id));
    await service.call("DELETE", `scaling_group_instance/${instance!}`);
    service.advance(ONE_ACTION);
    expect((await logs(service, id))[0]).toMatchObject({
      type: "MANUAL_REMOVE",
      instance_removed_list: [{ instance_id: instance }],
      instance_deleted_list: null,
    });
  });

  test.each<[string, string, string, string | null]>([
    ["flavour-sold-out", "AS.2038", "The flavor is sold out in the AZs of the AS group.", "ERROR"],
    ["vcpu-quota", "AS.7115", "The vCPU quota is insufficient.", "ERROR"],
    ["image-missing", "AS.1015", "The image of the AS configuration does not exist.", "ERROR"],
    ["internal-error", "AS.0001", "System error. Try again later.", "INSERVICE"],
  ])("name the reason %s for every instance that was not created", async (reason, code, text, status) => {
    const service = startService();
    const id = await createRunningGroup(service, 0);
    service.outside("failNextAction", { reason });
    await desire(service, id, 2);
    service.advance(10 * SECOND);
    const failed = {
      instance_id: null,
      instance_name: expect.stringMatching(/^simulator-configuration-[A-Z\d]{8}$/) as string,
      failed_reason: text,
      failed_details: `${code}: ${text}`,
      instance_config: null,
    };
    const [log] = await logs(service, id);
    expect(log).toMatchObject({ status: "FAIL", instance_failed_list: [failed, failed] });
    expect(service.snapshot().groups[0]!.logs.at(-1)).toMatchObject({
      type: "NORMAL",
      instance_failed_list: [failed, failed],
    });
    expect(await getGroup(service, id)).toMatchObject({ scaling_group_status: status });
  });

  test("tell what was created from what was not", async () => {
    const service = startService({ quotas: { servers: 1 } });
    const id = await createRunningGroup(service, 3);
    const [log] = await logs(service, id);
    expect(log!["instance_added_list"]).toHaveLength(1);
    expect(log!["instance_failed_list"]).toMatchObject([
      { failed_details: "AS.7111: The ECS quota is insufficient." },
      { failed_details: "AS.7111: The ECS quota is insufficient." },
    ]);
  });

  test("without a configuration know no names", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 0);
    const { scaling_configuration_id } = await getGroup(service, id);
    service.outside("forget", { kind: "configuration", id: scaling_configuration_id });
    await desire(service, id, 1);
    service.advance(10 * SECOND);
    expect((await logs(service, id))[0]!["instance_failed_list"]).toMatchObject([
      { instance_name: null, failed_details: "AS.2018: The AS group has no AS configuration." },
    ]);
  });

  test("name the lifecycle hook that abandoned an instance, and whether its time was over", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 0);
    await createHook(service, id, { default_timeout: 60 });
    await desire(service, id, 1);
    service.advance(110 * SECOND);
    const [instance_id] = idsOf(await instancesOf(service, id));
    service.advance(MINUTE);
    const text = "Lifecycle hook prepare timed out, and its default result is ABANDON.";
    expect((await logs(service, id))[0]).toMatchObject({
      status: "FAIL",
      instance_added_list: null,
      instance_failed_list: [{ instance_id, failed_reason: text, failed_details: text }],
    });
  });

  test("of exchanged load balancers list what was bound and unbound, without a description", async () => {
    const service = startService({ variants: { lb: "live" } });
    const id = await createRunningGroup(service, 1, { lb_listener_id: LISTENER });
    const lbaas_listener = { pool_id: POOL, protocol_port: 80, weight: 5 };
    await service.call("PUT", `scaling_group/${id}`, {
      lb_listener_id: "",
      lbaas_listeners: [lbaas_listener],
    });
    const running = (await logs(service, id))[0]!;
    expect(running).toMatchObject({ type: "MODIFY_ELB", status: "DOING", end_time: null });
    expect(running).not.toHaveProperty("lb_bind_success_list");
    service.advance(ONE_ACTION);
    const ended = (await logs(service, id))[0]!;
    const good = { failed_reason: null, failed_details: null };
    expect(ended).toMatchObject({
      status: "SUCCESS",
      scaling_value: 0,
      lb_bind_success_list: [{ lbaas_listener: { listener_id: null, ...lbaas_listener }, ...good }],
      lb_bind_failed_list: null,
      lb_unbind_success_list: [{ listener: LISTENER, ...good }],
      lb_unbind_failed_list: null,
    });
    expect(ended).not.toHaveProperty("description");
  });

  test("say which load balancer could not be bound", async () => {
    const service = startService({ variants: { lb: "live" } });
    const id = await createRunningGroup(service, 1);
    await service.call("PUT", `scaling_group/${id}`, { lb_listener_id: LISTENER });
    service.outside("forget", { kind: "listener", id: LISTENER });
    service.advance(ONE_ACTION);
    const text = "A listener of the AS group does not exist.";
    expect((await logs(service, id))[0]).toMatchObject({
      status: "FAIL",
      lb_bind_success_list: null,
      lb_bind_failed_list: [{ listener: LISTENER, failed_reason: text, failed_details: `AS.7012: ${text}` }],
    });
    expect(await getGroup(service, id)).toMatchObject({ scaling_group_status: "ERROR" });
  });

  test("are filtered by start, id, types and status", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1);
    service.outside("failNextAction", { reason: "internal-error" });
    await desire(service, id, 2);
    service.advance(10 * SECOND);
    await desire(service, id, 1);
    const all = await logs(service, id);
    const [failed, launched] = all.map((log) => log["id"] as string);
    const ids = async (query: string): Promise<unknown[]> =>
      (await logs(service, id, `?${query}`)).map((log) => log["id"]);
    expect(await ids(`log_id=${launched!}`)).toEqual([launched]);
    expect(await ids("type=DIFF,MANUAL_ADD")).toEqual([launched]);
    expect(await ids("type=NORMAL,DIFF")).toEqual([failed, launched]);
    expect(await ids("status=FAIL")).toEqual([failed]);
    expect(await ids("status=DOING")).toEqual([]);
    expect(await ids("end_time=2026-01-01T00:00:03Z")).toEqual([launched]);
    expect(await ids("start_number=1&limit=1")).toEqual([launched]);
  });

  test.each([
    ["AS.9001", "start_time=yesterday"],
    ["AS.9002", "end_time=2026-01-01T00:00Z"],
    ["AS.9003", "start_number=x"],
    ["AS.9004", "limit=101"],
    ["AS.9005", "log_id=1"],
    ["AS.9012", "type=DIFF,OTHER"],
    ["AS.9012", "type=DIFF&type=NORMAL"],
    ["AS.9013", "status=FAILED"],
  ])("refuse with %s the query %s", async (code, query) => {
    const service = startService();
    const id = await createGroup(service);
    const answer = await service.call("GET", `scaling_activity_log/${id}?${query}`, undefined, "v2");
    expect(answer).toMatchObject({ status: 400, code });
  });

  test("of a missing group are 400", async () => {
    const answer = await startService().call("GET", `scaling_activity_log/${UNKNOWN}`, undefined, "v2");
    expect(answer).toMatchObject({ status: 400, code: "AS.2007" });
  });
});
