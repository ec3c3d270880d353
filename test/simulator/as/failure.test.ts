import { describe, expect, test } from "vitest";
import {
  createRunningGroup,
  getGroup,
  instancesOf,
  logsOf,
  ONE_ACTION,
  SECOND,
  startService,
  SUBNET,
  type Answer,
  type TestService,
} from "./support/service";

const desire = (service: TestService, id: string, desire_instance_number: number): Promise<Answer> =>
  service.call("PUT", `scaling_group/${id}`, { desire_instance_number });

describe("a failing scale-out", () => {
  test("for lack of a flavour makes the group abnormal, with a log and a text; resume tries again", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1);
    service.outside("sellOutFlavour", { flavour: "s3.medium.1" });
    await desire(service, id, 3);
    service.advance(4 * SECOND);
    expect(await getGroup(service, id)).toMatchObject({
      is_scaling: true,
      scaling_group_status: "INSERVICE",
    });
    service.advance(ONE_ACTION);
    expect(await getGroup(service, id)).toMatchObject({
      is_scaling: false,
      scaling_group_status: "ERROR",
      detail: "AS.2038: The flavor is sold out in the AZs of the AS group.",
      desire_instance_number: 3,
      current_instance_number: 1,
    });
    expect((await logsOf(service, id))[0]).toMatchObject({
      status: "FAIL",
      instance_value: 1,
      desire_value: 3,
      end_time: expect.any(String) as string,
      instance_added_list: null,
    });

    service.outside("restoreFlavour", { flavour: "s3.medium.1" });
    service.advance(10 * ONE_ACTION);
    expect(await getGroup(service, id)).toMatchObject({ current_instance_number: 1 });
    expect(await service.call("POST", `scaling_group/${id}/action`, { action: "resume" })).toMatchObject({
      status: 204,
    });
    service.advance(ONE_ACTION);
    expect(await getGroup(service, id)).toMatchObject({
      scaling_group_status: "INSERVICE",
      current_instance_number: 3,
      detail: null,
    });
  });

  test("creates what the ECS quota still allows, and fails for the rest", async () => {
    const service = startService({ quotas: { servers: 2 } });
    const id = await createRunningGroup(service, 3);
    expect(await instancesOf(service, id)).toMatchObject([
      { life_cycle_state: "INSERVICE" },
      { life_cycle_state: "INSERVICE" },
    ]);
    expect(await getGroup(service, id)).toMatchObject({ scaling_group_status: "ERROR" });
    const [log] = await logsOf(service, id);
    expect(log).toMatchObject({ status: "FAIL", scaling_value: 3 });
    expect(String(log!["instance_added_list"]).split(",")).toHaveLength(2);
  });

  test("two groups cannot use the same last place in the ECS quota", async () => {
    const service = startService({ quotas: { servers: 1 } });
    await Promise.all([createRunningGroup(service, 0), createRunningGroup(service, 0)]);
    for (const { id } of service.snapshot().groups) await desire(service, id, 1);
    service.advance(ONE_ACTION);
    expect(service.snapshot().groups.flatMap(({ instances }) => instances)).toHaveLength(1);
  });

  test("that may be transient is tried again by itself", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 0);
    service.outside("failNextAction", { reason: "internal-error" });
    await desire(service, id, 1);
    service.advance(10 * SECOND);
    expect(await getGroup(service, id)).toMatchObject({
      scaling_group_status: "INSERVICE",
      is_scaling: false,
      detail: "AS.0001: System error. Try again later.",
    });
    service.advance(2 * ONE_ACTION);
    expect(await getGroup(service, id)).toMatchObject({ current_instance_number: 1, detail: null });
    expect((await logsOf(service, id)).map((log) => log["status"])).toEqual(["SUCCESS", "FAIL"]);
  });

  test("in a group that was paused meanwhile leaves it paused", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 0);
    service.outside("failNextAction", { reason: "disk-quota", scaling_group_id: id });
    await desire(service, id, 1);
    service.advance(4 * SECOND);
    service.outside("pauseGroup", { scaling_group_id: id });
    service.advance(ONE_ACTION);
    expect(await getGroup(service, id)).toMatchObject({
      scaling_group_status: "PAUSED",
      detail: "AS.7112: The disk quota is insufficient.",
    });
  });

  test("hits only the group that it is meant for", async () => {
    const service = startService();
    const lucky = await createRunningGroup(service, 0);
    const unlucky = await createRunningGroup(service, 0);
    service.outside("failNextAction", { reason: "eip-quota", scaling_group_id: unlucky });
    await desire(service, lucky, 1);
    await desire(service, unlucky, 1);
    service.advance(ONE_ACTION);
    expect(await getGroup(service, lucky)).toMatchObject({ scaling_group_status: "INSERVICE" });
    expect(await getGroup(service, unlucky)).toMatchObject({ scaling_group_status: "ERROR" });
  });

  test.each([
    ["AS.2018", "configuration"],
    ["AS.2013", "network"],
    ["AS.1017", "flavour"],
  ])("is reported with %s when the %s is gone", async (code, kind) => {
    const service = startService();
    const id = await createRunningGroup(service, 0);
    const { scaling_configuration_id } = await getGroup(service, id);
    const ids: Record<string, unknown> = {
      configuration: scaling_configuration_id,
      network: SUBNET,
      flavour: "s3.medium.1",
    };
    service.outside("forget", { kind, id: ids[kind] });
    await desire(service, id, 1);
    service.advance(ONE_ACTION);
    expect((await getGroup(service, id))["detail"]).toContain(`${code}: `);
  });
});
