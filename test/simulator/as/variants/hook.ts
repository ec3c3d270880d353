/** Readings of lifecycle hooks. */
import { expect } from "vitest";
import { callBack, createHook, suspensionsOf } from "../support/hooks";
import {
  createRunningGroup,
  getGroup,
  instancesOf,
  ONE_ACTION,
  SECOND,
  type TestService,
} from "../support/service";
import { createScalingGroup, put, type Check } from "./calls";

async function startHeldLaunch(service: TestService): Promise<string> {
  const id = await createRunningGroup(service, 0);
  await createHook(service, id);
  await put(service, id, { desire_instance_number: 1 });
  service.advance(110 * SECOND);
  return id;
}

export const hookReadings = {
  hooksRefused: {
    delete: async (service) => {
      const id = await createScalingGroup(service);
      expect((await createHook(service, id)).status).toBe(200);
      const path = `scaling_lifecycle_hook/${id}/prepare`;
      expect((await service.call("PUT", path, { default_timeout: 100 })).status).toBe(200);
      expect(await service.call("DELETE", path)).toMatchObject({ status: 400, code: "AS.2033" });
    },
  },
  launchAbandon: {
    stay: async (service) => {
      const id = await startHeldLaunch(service);
      const [row] = await suspensionsOf(service, id);
      const { lifecycle_action_key } = row!;
      await callBack(service, id, { lifecycle_action_key, lifecycle_action_result: "ABANDON" });
      service.advance(10 * ONE_ACTION);
      expect(await instancesOf(service, id)).toEqual([]);
      expect(await getGroup(service, id)).toMatchObject({ desire_instance_number: 0, is_scaling: false });
    },
  },
  waitingState: {
    plain: async (service) => {
      const id = await startHeldLaunch(service);
      expect(await instancesOf(service, id)).toMatchObject([{ life_cycle_state: "PENDING" }]);
      expect(await suspensionsOf(service, id)).toHaveLength(1);
      expect(await getGroup(service, id)).toMatchObject({ current_instance_number: 0 });
      service.outside("answerHooks", { scaling_group_id: id, lifecycle_action_result: "CONTINUE" });
      await service.call("PUT", `scaling_lifecycle_hook/${id}/prepare`, {
        lifecycle_hook_type: "INSTANCE_TERMINATING",
      });
      await put(service, id, { desire_instance_number: 0 });
      service.advance(30 * SECOND);
      expect(await instancesOf(service, id)).toMatchObject([{ life_cycle_state: "REMOVING" }]);
    },
  },
} satisfies Record<string, Record<string, Check>>;
