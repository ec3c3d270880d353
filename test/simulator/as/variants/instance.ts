/** Readings of calls on instances. */
import { expect } from "vitest";
import {
  configurationOf,
  createRunningGroup,
  getGroup,
  idsOf,
  instancesOf,
  ONE_ACTION,
  UNKNOWN,
} from "../support/service";
import { put, batch, createScalingGroup, type Check } from "./calls";

export const instanceReadings = {
  addBound: {
    instances: async (service) => {
      const id = await createRunningGroup(service, 0, { max_instance_number: 2 });
      const { instance_id } = service.outside("createServer", { scaling_group_id: id });
      await put(service, id, { desire_instance_number: 2 });
      expect((await batch(service, id, { action: "ADD", instances_id: [instance_id] })).status).toBe(204);
      expect(await getGroup(service, id)).toMatchObject({ desire_instance_number: 2 });
      service.advance(2 * ONE_ACTION);
      expect(await instancesOf(service, id)).toHaveLength(2);
    },
  },
  batchFailure: {
    "good-items": async (service) => {
      const id = await createRunningGroup(service, 2);
      const [leaving] = idsOf(await instancesOf(service, id));
      const answer = await batch(service, id, { action: "REMOVE", instances_id: [leaving, UNKNOWN] });
      expect(answer).toMatchObject({ status: 400, code: "AS.4030" });
      service.advance(ONE_ACTION);
      expect(idsOf(await instancesOf(service, id))).not.toContain(leaving);
      const unused = configurationOf(service);
      const configurations = { scaling_configuration_id: [unused, UNKNOWN] };
      const deleted = await service.call("POST", "scaling_configurations", configurations);
      expect(deleted).toMatchObject({ status: 400, code: "AS.1038" });
      expect(await service.call("GET", `scaling_configuration/${unused}`)).toMatchObject({ status: 404 });
    },
  },
  belowMinimum: {
    refill: async (service) => {
      const id = await createRunningGroup(service, 1, { min_instance_number: 1 });
      const [leaving] = idsOf(await instancesOf(service, id));
      expect((await service.call("DELETE", `scaling_group_instance/${leaving!}`)).status).toBe(204);
      expect(await getGroup(service, id)).toMatchObject({ desire_instance_number: 1 });
      service.advance(2 * ONE_ACTION);
      const after = idsOf(await instancesOf(service, id));
      expect(after).toHaveLength(1);
      expect(after).not.toContain(leaving);
    },
  },
  busy: {
    "AS.0003": async (service) => {
      const id = await createScalingGroup(service);
      const [instance] = idsOf(await instancesOf(service, id)).slice(-1);
      const busy = { status: 400, code: "AS.0003" };
      expect(await service.call("DELETE", `scaling_group_instance/${instance!}`)).toMatchObject(busy);
      expect(await batch(service, id, { action: "REMOVE", instances_id: [instance] })).toMatchObject(busy);
      expect(await batch(service, id, { action: "ADD", instances_id: [UNKNOWN] })).toMatchObject(busy);
      expect(await service.call("DELETE", `scaling_group/${id}`)).toMatchObject({ code: "AS.2033" });
    },
  },
  currentNumber: {
    "with-pending": async (service) => {
      const id = await createScalingGroup(service);
      expect(await getGroup(service, id)).toMatchObject({ current_instance_number: 2 });
    },
  },
  removalBalance: {
    policy: async (service) => {
      const id = await createRunningGroup(service, 2, {
        available_zones: ["eu-de-01", "eu-de-02"],
        instance_terminate_policy: "OLD_INSTANCE",
      });
      const { instance_id } = service.outside("createServer", {
        scaling_group_id: id,
        available_zone: "eu-de-02",
      });
      service.outside("attachInstance", { scaling_group_id: id, instance_id });
      const [oldest] = service.snapshot().groups[0]!.instances;
      expect(oldest).toMatchObject({ zone: "eu-de-01" });
      await put(service, id, { desire_instance_number: 2 });
      service.advance(ONE_ACTION);
      expect(service.snapshot().deletedServers).toEqual([oldest!.server!.id]);
    },
  },
  removalBatch: {
    "50": async (service) => {
      const id = await createRunningGroup(service, 11);
      const instances_id = idsOf(await instancesOf(service, id));
      expect((await batch(service, id, { action: "REMOVE", instances_id })).status).toBe(204);
      const add = { action: "ADD", instances_id };
      expect(await batch(service, id, add)).toMatchObject({ status: 400, code: "AS.4043" });
    },
  },
  removeWhilePaused: {
    allowed: async (service) => {
      const id = await createRunningGroup(service, 2);
      service.outside("pauseGroup", { scaling_group_id: id });
      const [first, second] = idsOf(await instancesOf(service, id));
      expect((await batch(service, id, { action: "REMOVE", instances_id: [first] })).status).toBe(204);
      expect(await getGroup(service, id)).toMatchObject({ is_scaling: true, scaling_group_status: "PAUSED" });
      service.advance(ONE_ACTION);
      expect((await service.call("DELETE", `scaling_group_instance/${second!}`)).status).toBe(204);
      service.advance(ONE_ACTION);
      expect(await instancesOf(service, id)).toEqual([]);
    },
  },
} satisfies Record<string, Record<string, Check>>;
