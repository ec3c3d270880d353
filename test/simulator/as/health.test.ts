import { describe, expect, test } from "vitest";
import {
  createRunningGroup,
  getGroup,
  idsOf,
  instancesOf,
  LISTENER,
  logsOf,
  MINUTE,
  ONE_ACTION,
  SECOND,
  startService,
  type Json,
} from "./support/service";

const often = { health_periodic_audit_time: 0 };

describe("the ECS check", () => {
  test.each(["killInstance", "stopInstance"])("replaces an instance after %s", async (event) => {
    const service = startService();
    const id = await createRunningGroup(service, 2, often);
    const [sick, healthy] = idsOf(await instancesOf(service, id));
    service.outside(event, { instance_id: sick });
    service.advance(10 * SECOND);
    expect(await instancesOf(service, id)).toMatchObject([
      { health_status: "ERROR" },
      { health_status: "NORMAL" },
    ]);
    service.advance(3 * SECOND);
    expect(await getGroup(service, id)).toMatchObject({ activity_type: "AUDIT_CHECK_DELETE" });
    service.advance(2 * ONE_ACTION);
    const after = idsOf(await instancesOf(service, id));
    expect(after).toHaveLength(2);
    expect(after).toContain(healthy);
    expect(after).not.toContain(sick);
    expect(service.snapshot().deletedServers).toEqual([sick]);
    expect(await getGroup(service, id)).toMatchObject({ desire_instance_number: 2, is_scaling: false });
    const types = service.snapshot().groups[0]!.logs.map((log) => (log as Json)["type"]);
    expect(types).toEqual(["DIFF", "AUDIT_CHECK_DELETE", "DIFF"]);
    expect(await logsOf(service, id)).toHaveLength(3);
  });

  test("comes once in the period of the group only", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1, { health_periodic_audit_time: 5 });
    const [sick] = idsOf(await instancesOf(service, id));
    service.outside("stopInstance", { instance_id: sick });
    service.advance(2 * MINUTE - SECOND);
    expect(await instancesOf(service, id)).toMatchObject([{ health_status: "NORMAL" }]);
    service.advance(SECOND);
    expect(await instancesOf(service, id)).toMatchObject([{ health_status: "ERROR" }]);
  });

  test("in a paused group shows the error, but nothing is removed until resume", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1, often);
    const [sick] = idsOf(await instancesOf(service, id));
    service.outside("pauseGroup", { scaling_group_id: id });
    service.outside("stopInstance", { instance_id: sick });
    service.advance(60 * MINUTE);
    expect(await instancesOf(service, id)).toMatchObject([{ instance_id: sick, health_status: "ERROR" }]);
    service.outside("resumeGroup", { scaling_group_id: id });
    service.advance(2 * ONE_ACTION);
    expect(await instancesOf(service, id)).toMatchObject([{ health_status: "NORMAL" }]);
    expect(idsOf(await instancesOf(service, id))).not.toContain(sick);
  });

  test("takes out protected instances, too, and detaches those added by hand without deleting them", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 0, often);
    const { instance_id } = service.outside("attachInstance", { scaling_group_id: id });
    service.outside("protectInstance", { instance_id });
    service.outside("stopInstance", { instance_id });
    service.advance(3 * ONE_ACTION);
    expect(idsOf(await instancesOf(service, id))).not.toContain(instance_id);
    expect(service.snapshot()).toMatchObject({ servers: [{ id: instance_id }], deletedServers: [] });
  });

  test("does not see what only load balancers see", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1, often);
    const [instance] = idsOf(await instancesOf(service, id));
    service.outside("failHealthCheck", { instance_id: instance });
    service.advance(60 * MINUTE);
    expect(idsOf(await instancesOf(service, id))).toEqual([instance]);
  });
});

describe("the load balancer check", () => {
  test("believes in an instance during its grace period", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1, {
      ...often,
      lb_listener_id: LISTENER,
      health_periodic_audit_grace_period: 600,
    });
    const [sick] = idsOf(await instancesOf(service, id));
    service.outside("failHealthCheck", { instance_id: sick });
    service.advance(5 * MINUTE);
    expect(await instancesOf(service, id)).toMatchObject([{ health_status: "NORMAL" }]);
    service.advance(6 * MINUTE);
    expect(idsOf(await instancesOf(service, id))).not.toContain(sick);
    const [, second] = service.snapshot().groups[0]!.logs as Json[];
    expect(second).toMatchObject({ type: "ELB_CHECK_DELETE", status: "SUCCESS" });
  });
});
