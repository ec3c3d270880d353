/** Readings of calls on groups. */
import { expect } from "vitest";
import {
  createGroup,
  createRunningGroup,
  getGroup,
  idsOf,
  instancesOf,
  LISTENER,
  ONE_ACTION,
  OTHER_SUBNET,
  VPC,
} from "../support/service";
import { pool, otherPool, put, post, act, createScalingGroup, type Check } from "./calls";

export const groupReadings = {
  created: {
    inservice: async (service) => {
      const id = await createGroup(service, { desire_instance_number: 1 });
      expect(await getGroup(service, id)).toMatchObject({ scaling_group_status: "INSERVICE" });
      service.advance(ONE_ACTION);
      expect(await instancesOf(service, id)).toHaveLength(1);
    },
  },
  configuration: {
    optional: async (service) => {
      const id = await createGroup(service, { scaling_configuration_id: null });
      expect(await getGroup(service, id)).toMatchObject({
        scaling_configuration_id: null,
        scaling_configuration_name: null,
      });
      expect(await act(service, id, "resume")).toMatchObject({ status: 400, code: "AS.2018" });
    },
  },
  defaultProject: {
    empty: async (service) => {
      const group = await getGroup(service, await createGroup(service));
      expect(group["enterprise_project_id"]).toBe("");
    },
  },
  desiredOutside: {
    clamp: async (service) => {
      const id = await createRunningGroup(service, 2);
      expect((await put(service, id, { min_instance_number: 3 })).status).toBe(200);
      expect(await getGroup(service, id)).toMatchObject({ desire_instance_number: 3 });
      expect((await put(service, id, { min_instance_number: 0, max_instance_number: 1 })).status).toBe(200);
      expect(await getGroup(service, id)).toMatchObject({ desire_instance_number: 1 });
      const outside = { desire_instance_number: 9 };
      expect(await put(service, id, outside)).toMatchObject({ status: 400, code: "AS.2005" });
    },
  },
  emptyDescription: {
    refuse: async (service) => {
      const id = await createGroup(service);
      expect(await put(service, id, { description: "" })).toMatchObject({ status: 400, code: "AS.0022" });
    },
  },
  forceDelete: {
    refuse: async (service) => {
      const id = await createRunningGroup(service, 1);
      const answer = await service.call("DELETE", `scaling_group/${id}?force_delete=yes`);
      expect(answer).toMatchObject({ status: 400, code: "AS.2021" });
    },
  },
  forceDeleteServers: {
    keep: async (service) => {
      const id = await createRunningGroup(service, 1);
      const ids = idsOf(await instancesOf(service, id));
      await service.call("DELETE", `scaling_group/${id}?force_delete=yes`);
      service.advance(ONE_ACTION);
      const { groups, servers, deletedServers } = service.snapshot();
      expect([groups, servers.map((server) => server.id), deletedServers]).toEqual([[], ids, []]);
    },
  },
  lb: {
    live: async (service) => {
      const id = await createRunningGroup(service, 1, { lbaas_listeners: [pool] });
      expect((await put(service, id, { lbaas_listeners: [otherPool] })).status).toBe(200);
      expect(await getGroup(service, id)).toMatchObject({ is_scaling: true, activity_type: "MODIFY_ELB" });
      const again = { lbaas_listeners: [pool] };
      expect(await put(service, id, again)).toMatchObject({ status: 400, code: "AS.2047" });
      service.advance(ONE_ACTION);
      expect(await getGroup(service, id)).toMatchObject({ is_scaling: false });
      service.outside("pauseGroup", { scaling_group_id: id });
      expect((await put(service, id, { lbaas_listeners: [], lb_listener_id: LISTENER })).status).toBe(200);
      const empty = await createGroup(service);
      expect((await put(service, empty, { lb_listener_id: LISTENER })).status).toBe(200);
      expect(await getGroup(service, empty)).toMatchObject({ is_scaling: false });
    },
  },
  listenerDetails: {
    dormant: async (service) => {
      const id = await createRunningGroup(service, 1, { lbaas_listeners: [pool] });
      const weight = { lbaas_listeners: [{ ...pool, weight: 2 }] };
      expect(await put(service, id, weight)).toMatchObject({ status: 400, code: "AS.2030" });
    },
    free: async (service) => {
      const id = await createScalingGroup(service, { lbaas_listeners: [pool] });
      const weight = { lbaas_listeners: [{ ...pool, weight: 2 }] };
      expect((await put(service, id, weight)).status).toBe(200);
    },
  },
  listenerLimit: {
    "3": async (service) => {
      const four = [1, 2, 3, 4].map((protocol_port) => ({ ...pool, protocol_port }));
      expect(await post(service, { lbaas_listeners: four })).toMatchObject({ status: 400, code: "AS.2037" });
      expect((await post(service, { lbaas_listeners: four.slice(1) })).status).toBe(200);
    },
  },
  maxInstances: {
    "300": async (service) => {
      expect((await post(service, { max_instance_number: 300 })).status).toBe(200);
      expect(await post(service, { max_instance_number: 301 })).toMatchObject({ code: "AS.2045" });
    },
    "1000": async (service) => {
      expect((await post(service, { max_instance_number: 1000 })).status).toBe(200);
      expect(await post(service, { max_instance_number: 1001 })).toMatchObject({ code: "AS.2045" });
    },
  },
  repeatedAction: {
    accept: async (service) => {
      const id = await createGroup(service);
      expect((await act(service, id, "pause")).status).toBe(204);
      await act(service, id, "resume");
      expect((await act(service, id, "resume")).status).toBe(204);
    },
  },
  sameDesired: {
    alone: async (service) => {
      const id = await createGroup(service);
      const same = { desire_instance_number: 0 };
      expect(await put(service, id, same)).toMatchObject({ status: 400, code: "AS.2028" });
      expect((await put(service, id, { ...same, cool_down_time: 1 })).status).toBe(200);
    },
    refuse: async (service) => {
      const id = await createGroup(service);
      const same = { desire_instance_number: 0, cool_down_time: 1 };
      expect(await put(service, id, same)).toMatchObject({ status: 400, code: "AS.2028" });
      expect((await put(service, id, { cool_down_time: 1 })).status).toBe(200);
    },
  },
  status: {
    "AS.2020": async (service) => {
      const id = await createGroup(service);
      expect(await act(service, id, "pause")).toMatchObject({ status: 400, code: "AS.2020" });
      const scaling = await createScalingGroup(service);
      expect(await service.call("DELETE", `scaling_group/${scaling}`)).toMatchObject({ code: "AS.2020" });
    },
  },
  subnets: {
    settled: async (service) => {
      const networks = [{ id: OTHER_SUBNET }];
      expect((await put(service, await createRunningGroup(service, 1), { networks })).status).toBe(200);
      const scaling = await createScalingGroup(service);
      expect(await put(service, scaling, { networks })).toMatchObject({ status: 400, code: "AS.2030" });
    },
  },
  unknownFields: {
    refuse: async (service) => {
      const id = await createGroup(service, { vpc_id: VPC });
      expect(await put(service, id, { colour: 1 })).toMatchObject({ status: 400, code: "AS.0022" });
      expect(await put(service, id, { vpc_id: VPC })).toMatchObject({ status: 400, code: "AS.0022" });
      expect((await put(service, id, { scaling_group_id: id, cool_down_time: 1 })).status).toBe(200);
      expect(await post(service, { colour: 1 })).toMatchObject({ status: 400, code: "AS.0022" });
    },
  },
  zones: {
    dormant: async (service) => {
      const available_zones = ["eu-de-01"];
      const running = await createRunningGroup(service, 1);
      expect(await put(service, running, { available_zones })).toMatchObject({
        status: 400,
        code: "AS.2030",
      });
      const scaling = await createScalingGroup(service);
      expect(await put(service, scaling, { available_zones })).toMatchObject({
        status: 400,
        code: "AS.2054",
      });
      expect((await put(service, await createGroup(service), { available_zones })).status).toBe(200);
    },
  },
} satisfies Record<string, Record<string, Check>>;
