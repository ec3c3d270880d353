import { expect, test } from "vitest";
import {
  createGroup,
  createRunningGroup,
  getGroup,
  logsOf,
  MINUTE,
  ONE_ACTION,
  SECOND,
  startService,
  type Json,
  type TestService,
} from "../support/service";

const act = (service: TestService, id: string, desire_instance_number: number, reason?: string): Json =>
  service.outside("act", {
    scaling_group_id: id,
    desire_instance_number,
    ...(reason !== undefined && { reason }),
  });

test("act moves the desired number as a policy would, within the bounds of the group", async () => {
  const service = startService();
  const id = await createRunningGroup(service, 1, { max_instance_number: 3, cool_down_time: 0 });
  expect(act(service, id, 9)).toEqual({ acted: true, code: null });
  expect(await getGroup(service, id)).toMatchObject({ desire_instance_number: 3, is_scaling: false });
  service.advance(12 * SECOND);
  expect(await getGroup(service, id)).toMatchObject({ is_scaling: true });
  const [log] = await logsOf(service, id);
  expect(JSON.parse(String(log!["description"]))).toMatchObject({
    reason: [{ change_reason: "ALARM", old_value: 1, new_value: 3 }],
  });
  expect(act(service, id, 0)).toEqual({ acted: false, code: "AS.0034" });
  expect(await getGroup(service, id)).toMatchObject({ desire_instance_number: 3 });
  service.advance(ONE_ACTION);
  expect(act(service, id, 0, "RECURRENCE")).toEqual({ acted: true, code: null });
});

test("act does nothing to a group that is out of service, and as an alarm nothing in its cooldown", async () => {
  const service = startService();
  expect(act(service, await createGroup(service), 1)).toEqual({ acted: false, code: "AS.3027" });
  const id = await createRunningGroup(service, 1, { cool_down_time: 600 });
  expect(act(service, id, 2)).toEqual({ acted: false, code: "AS.0026" });
  service.advance(10 * MINUTE);
  expect(act(service, id, 2)).toEqual({ acted: true, code: null });
  service.advance(ONE_ACTION);
  expect(act(service, id, 3, "MANUAL")).toEqual({ acted: true, code: null });
});
