/** Readings of answers, tags and configurations. */
import { expect } from "vitest";
import {
  configurationOf,
  createGroup,
  createRunningGroup,
  getGroup,
  UNKNOWN,
  type Answer,
  type Json,
  type TestService,
} from "../support/service";
import { tag, type Check } from "./calls";

async function configWithLogin(service: TestService, login: Json): Promise<Answer> {
  return service.call("POST", "scaling_configuration", {
    scaling_configuration_name: "config",
    instance_config: {
      flavorRef: "s3.medium.1",
      imageRef: UNKNOWN,
      disk: [{ size: 40, volume_type: "SAS", disk_type: "SYS" }],
      ...login,
    },
  });
}
const password = { metadata: { admin_pass: "Secret-Secret-1" } };

export const answerReadings = {
  activityTypeIdle: {
    null: async (service) => {
      const group = await getGroup(service, await createGroup(service));
      expect(group["activity_type"]).toBeNull();
    },
  },
  configurationGroup: {
    first: async (service) => {
      const scaling_configuration_id = configurationOf(service);
      const first = await createGroup(service, { scaling_configuration_id });
      await createGroup(service, { scaling_configuration_id });
      const { body } = await service.call("GET", `scaling_configuration/${scaling_configuration_id}`);
      expect(body["scaling_configuration"]).toMatchObject({ scaling_group_id: first });
    },
  },
  emptyTagValue: {
    accept: async (service) => {
      expect((await tag(service, await createGroup(service), "")).status).toBe(204);
    },
  },
  limitZero: {
    default: async (service) => {
      await createGroup(service);
      const { body } = await service.call("GET", "scaling_group?limit=0");
      expect(body).toMatchObject({ limit: 20, scaling_groups: [{}] });
    },
  },
  listOrder: {
    oldest: async (service) => {
      await createGroup(service, { scaling_group_name: "first" });
      await createGroup(service, { scaling_group_name: "second" });
      const { body } = await service.call("GET", "scaling_group?limit=1");
      expect(body).toMatchObject({ scaling_groups: [{ scaling_group_name: "first" }] });
    },
  },
  login: {
    one: async (service) => {
      expect((await configWithLogin(service, password)).status).toBe(200);
      expect((await configWithLogin(service, { key_name: "key" })).status).toBe(200);
      const both = { key_name: "key", ...password };
      expect(await configWithLogin(service, both)).toMatchObject({ status: 400, code: "AS.1025" });
      expect(await configWithLogin(service, {})).toMatchObject({ status: 400, code: "AS.1026" });
    },
    any: async (service) => {
      expect((await configWithLogin(service, { key_name: "key", ...password })).status).toBe(200);
      expect(await configWithLogin(service, {})).toMatchObject({ status: 400, code: "AS.1026" });
    },
  },
  missing: {
    "400": async (service) => {
      const missing = async (path: string): Promise<unknown> => {
        const { status, code } = await service.call("GET", path);
        return [status, code];
      };
      expect(await missing(`scaling_group/${UNKNOWN}`)).toEqual([400, "AS.2007"]);
      expect(await missing(`scaling_configuration/${UNKNOWN}`)).toEqual([400, "AS.1004"]);
      const removed = await service.call("DELETE", `scaling_group_instance/${UNKNOWN}`);
      expect(removed).toMatchObject({ status: 400, code: "AS.4006" });
    },
  },
  missingParent: {
    "AS.4005": async (service) => {
      const instances = await service.call("GET", `scaling_group_instance/${UNKNOWN}/list`);
      expect(instances).toMatchObject({ status: 400, code: "AS.4005" });
      expect(await service.call("GET", `quotas/${UNKNOWN}`)).toMatchObject({ status: 400, code: "AS.2007" });
    },
    "404": async (service) => {
      for (const path of [`scaling_group_instance/${UNKNOWN}/list`, `scaling_group_tag/${UNKNOWN}/tags`]) {
        expect(await service.call("GET", path)).toMatchObject({ status: 404, code: "AS.0007" });
      }
    },
  },
  nullness: {
    absent: async (service) => {
      const group = await getGroup(service, await createGroup(service));
      for (const field of ["detail", "lb_listener_id", "notifications", "description"]) {
        expect(group).not.toHaveProperty(field);
      }
    },
    empty: async (service) => {
      const group = await getGroup(service, await createGroup(service));
      expect(group).toMatchObject({ detail: "", lb_listener_id: "", notifications: [], description: "" });
    },
  },
  tagAt: {
    accept: async (service) => {
      expect((await tag(service, await createGroup(service), "a@b")).status).toBe(204);
    },
  },
  tagSpread: {
    members: async (service) => {
      const id = await createRunningGroup(service, 1);
      const attached = service.outside("attachInstance", { scaling_group_id: id })["instance_id"];
      await tag(service, id, "value");
      const tags = service.snapshot().groups[0]!.instances.map(({ server }) => server!);
      expect(tags.find((server) => server.id === attached)!.tags).toEqual({});
      expect(tags.find((server) => server.id !== attached)!.tags).toEqual({ key: "value" });
    },
  },
} satisfies Record<string, Record<string, Check>>;
