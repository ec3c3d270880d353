import { describe, expect, test } from "vitest";
import {
  createGroup,
  createRunningGroup,
  getGroup,
  idsOf,
  instancesOf,
  LISTENER,
  ONE_ACTION,
  POOL,
  SECOND,
  startService,
  SUBNET,
  UNKNOWN,
  VPC,
  type Answer,
  type TestService,
} from "./support/service";

const act = (service: TestService, id: string, action: unknown): Promise<Answer> =>
  service.call("POST", `scaling_group/${id}/action`, { action });
const remove = (service: TestService, id: string, query = ""): Promise<Answer> =>
  service.call("DELETE", `scaling_group/${id}${query}`);

describe("resume and pause", () => {
  test("resume starts a scaling action when instances are missing, some seconds later", async () => {
    const service = startService();
    const id = await createGroup(service, { desire_instance_number: 1 });
    expect(await act(service, id, "resume")).toEqual({ status: 204, body: {}, code: undefined });
    expect(await getGroup(service, id)).toMatchObject({
      scaling_group_status: "INSERVICE",
      is_scaling: false,
    });
    service.advance(4 * SECOND);
    expect(await getGroup(service, id)).toMatchObject({ is_scaling: true });
  });

  test("a running action continues after pause, but no other one starts", async () => {
    const service = startService();
    const id = await createGroup(service, { desire_instance_number: 1 });
    await act(service, id, "resume");
    service.advance(4 * SECOND);
    expect((await act(service, id, "pause")).status).toBe(204);
    await service.call("PUT", `scaling_group/${id}`, { desire_instance_number: 0 });
    service.advance(2 * ONE_ACTION);
    expect(await getGroup(service, id)).toMatchObject({
      scaling_group_status: "PAUSED",
      current_instance_number: 1,
      desire_instance_number: 0,
    });
    await act(service, id, "resume");
    service.advance(ONE_ACTION);
    expect(await getGroup(service, id)).toMatchObject({ current_instance_number: 0 });
  });

  test.each([
    ["pause", "PAUSED"],
    ["resume", "INSERVICE"],
  ])("%s of a group that is %s already is refused", async (action, status) => {
    const service = startService();
    const id = await createGroup(service);
    if (status === "INSERVICE") await act(service, id, "resume");
    expect(await act(service, id, action)).toMatchObject({ status: 400, code: "AS.2033" });
  });

  test.each(["stop", null, 1])("the action %j is refused", async (action) => {
    const service = startService();
    const id = await createGroup(service);
    expect(await act(service, id, action)).toMatchObject({ status: 400, code: "AS.2008" });
  });

  test("a missing group is 404", async () => {
    expect(await act(startService(), UNKNOWN, "resume")).toMatchObject({ status: 404, code: "AS.0007" });
  });

  test.each([
    ["AS.2012", "vpc", VPC],
    ["AS.2013", "network", SUBNET],
    ["AS.2042", "pool", POOL],
    ["AS.1017", "flavour", "s3.medium.1"],
    ["AS.7022", "key_pair", "simulator-key"],
  ])("resume is refused with %s when the %s is gone", async (code, kind, id) => {
    const service = startService();
    const group = await createGroup(service, {
      lbaas_listeners: [{ pool_id: POOL, protocol_port: 80, weight: 1 }],
    });
    service.outside("forget", { kind, id });
    expect(await act(service, group, "resume")).toMatchObject({ status: 400, code });
    expect(await getGroup(service, group)).toMatchObject({ scaling_group_status: "PAUSED" });
  });

  test("resume is refused without a configuration, without a flavour, without an ECS quota", async () => {
    const service = startService();
    const id = await createGroup(service, { desire_instance_number: 1 });
    service.outside("sellOutFlavour", { flavour: "s3.medium.1" });
    expect(await act(service, id, "resume")).toMatchObject({ status: 400, code: "AS.2038" });
    service.outside("restoreFlavour", { flavour: "s3.medium.1" });
    service.outside("setQuota", { servers: 0 });
    expect(await act(service, id, "resume")).toMatchObject({ status: 400, code: "AS.7111" });
    const { scaling_configuration_id } = await getGroup(service, id);
    service.outside("forget", { kind: "configuration", id: scaling_configuration_id });
    expect(await act(service, id, "resume")).toMatchObject({ status: 400, code: "AS.2018" });
  });
});

describe("deleting a group", () => {
  test("without force removes an empty group at once, whatever its numbers", async () => {
    const service = startService();
    const id = await createGroup(service, { min_instance_number: 1 });
    expect(await remove(service, id)).toEqual({ status: 204, body: {}, code: undefined });
    expect(await service.call("GET", `scaling_group/${id}`)).toMatchObject({ status: 404, code: "AS.0007" });
    expect(await remove(service, id)).toMatchObject({ status: 404, code: "AS.0007" });
  });

  test("without force is refused while instances are inside or a scaling action runs", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1);
    expect(await remove(service, id)).toMatchObject({ status: 400, code: "AS.2021" });
    await service.call("PUT", `scaling_group/${id}`, { desire_instance_number: 0 });
    service.advance(4 * SECOND);
    expect(await remove(service, id, "?force_delete=no")).toMatchObject({ status: 400, code: "AS.2033" });
    service.advance(ONE_ACTION);
    expect((await remove(service, id)).status).toBe(204);
  });

  test("what a group was about to do dies with it", async () => {
    const service = startService();
    const id = await createGroup(service, { desire_instance_number: 1 });
    await act(service, id, "resume");
    expect((await remove(service, id)).status).toBe(204);
    service.advance(ONE_ACTION);
    expect(service.snapshot()).toMatchObject({ groups: [], servers: [], deletedServers: [] });
  });

  test("with force ends the running action, deletes what AS made, detaches the rest, then the group", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 2, { lb_listener_id: LISTENER });
    const { instance_id: attached } = service.outside("attachInstance", { scaling_group_id: id });
    const made = idsOf(await instancesOf(service, id)).filter((it) => it !== attached);
    service.outside("protectInstance", { instance_id: made[0] });
    await service.call("PUT", `scaling_group/${id}`, { desire_instance_number: 4 });
    service.advance(4 * SECOND);

    expect((await remove(service, id, "?force_delete=yes")).status).toBe(204);
    expect(await getGroup(service, id)).toMatchObject({ scaling_group_status: "DELETING", is_scaling: true });
    service.advance(2 * ONE_ACTION);
    const { groups, servers, deletedServers } = service.snapshot();
    expect(groups).toEqual([]);
    expect(servers.map((server) => server.id)).toEqual([attached]);
    expect(deletedServers).toEqual(expect.arrayContaining(made));
    expect(deletedServers).toHaveLength(3);
  });

  test("nothing can be done to a group while it is being deleted", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1);
    const [instance] = idsOf(await instancesOf(service, id));
    await remove(service, id, "?force_delete=yes");
    const busy = { status: 400, code: "AS.2033" };
    expect(await remove(service, id)).toMatchObject(busy);
    expect(await remove(service, id, "?force_delete=yes")).toMatchObject(busy);
    expect(await act(service, id, "pause")).toMatchObject(busy);
    expect(await service.call("PUT", `scaling_group/${id}`, { cool_down_time: 1 })).toMatchObject(busy);
    const batch = { action: "REMOVE", instances_id: [instance] };
    expect(await service.call("POST", `scaling_group_instance/${id}/action`, batch)).toMatchObject(busy);
    expect(await service.call("DELETE", `scaling_group_instance/${instance!}`)).toMatchObject(busy);
  });

  test.each(["true", "1", ""])("the value %j of force_delete is refused", async (value) => {
    const service = startService();
    const id = await createGroup(service);
    expect(await remove(service, id, `?force_delete=${value}`)).toMatchObject({
      status: 400,
      code: "AS.2019",
    });
  });
});
