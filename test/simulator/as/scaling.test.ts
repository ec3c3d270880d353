import { describe, expect, test } from "vitest";
import {
  createGroup,
  createRunningGroup,
  getGroup,
  idsOf,
  instancesOf,
  logsOf,
  MINUTE,
  ONE_ACTION,
  SECOND,
  startService,
} from "./support/service";

const numbers = { min_instance_number: 0, max_instance_number: 10 };

describe("scaling out", () => {
  test("a paused group creates nothing, however long it waits", async () => {
    const service = startService();
    const id = await createGroup(service, { ...numbers, desire_instance_number: 3 });
    service.advance(60 * MINUTE);
    expect(await instancesOf(service, id)).toEqual([]);
    expect(await getGroup(service, id)).toMatchObject({ scaling_group_status: "PAUSED", is_scaling: false });
  });

  test("instances are pending without an id first, then with one, then in service", async () => {
    const service = startService();
    const id = await createGroup(service, { ...numbers, desire_instance_number: 2 });
    expect((await service.call("POST", `scaling_group/${id}/action`, { action: "resume" })).status).toBe(204);
    expect(await getGroup(service, id)).toMatchObject({ is_scaling: false, current_instance_number: 0 });

    service.advance(4 * SECOND);
    expect(await getGroup(service, id)).toMatchObject({
      is_scaling: true,
      activity_type: "DIFF",
      current_instance_number: 0,
    });
    const pending = { life_cycle_state: "PENDING", health_status: "INITIALIZING", instance_id: null };
    expect(await instancesOf(service, id)).toMatchObject([pending, pending]);

    service.advance(20 * SECOND);
    const [created] = await instancesOf(service, id);
    expect(created).toMatchObject({ life_cycle_state: "PENDING", instance_id: expect.any(String) as string });

    service.advance(ONE_ACTION);
    const group = await getGroup(service, id);
    expect(group).toMatchObject({ is_scaling: false, current_instance_number: 2 });
    expect(group).not.toHaveProperty("activity_type");
    const up = { life_cycle_state: "INSERVICE", health_status: "NORMAL" };
    expect(await instancesOf(service, id)).toMatchObject([up, up]);
  });
});

describe("scaling in", () => {
  test("a lower desired number removes instances and deletes their ECSs", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 3);
    const before = idsOf(await instancesOf(service, id));
    await service.call("PUT", `scaling_group/${id}`, { desire_instance_number: 1 });
    service.advance(4 * SECOND);
    const states = (await instancesOf(service, id)).map((it) => it["life_cycle_state"]);
    expect(states.sort()).toEqual(["INSERVICE", "REMOVING", "REMOVING"]);

    service.advance(ONE_ACTION);
    const after = idsOf(await instancesOf(service, id));
    expect(after).toHaveLength(1);
    const { deletedServers } = service.snapshot();
    expect([...deletedServers, ...after].sort()).toEqual(before.sort());
    expect((await logsOf(service, id))[0]).toMatchObject({
      status: "SUCCESS",
      instance_value: 3,
      desire_value: 1,
      scaling_value: 2,
    });
  });
});
