import { expect, test } from "vitest";
import { createGroup, createRunningGroup, startService, UNKNOWN } from "./support/service";

test("quotas of the project come in the order of the service", async () => {
  const service = startService();
  await createGroup(service);
  const { body } = await service.call("GET", "quotas");
  expect(body).toEqual({
    quotas: {
      resources: [
        { type: "scaling_Group", used: 1, quota: 25, max: 50, min: 0 },
        { type: "scaling_Config", used: 1, quota: 100, max: 200, min: 0 },
        { type: "scaling_Policy", used: -1, quota: 50, max: 50, min: 0 },
        { type: "scaling_Instance", used: -1, quota: 200, max: 1000, min: 0 },
        { type: "load_balance", used: -1, quota: 6, max: 6, min: 0 },
        { type: "bandwidth_scaling_policy", used: 0, quota: 10, max: 100, min: 0 },
      ],
    },
  });
});

test("quotas of a group count its instances", async () => {
  const service = startService();
  const id = await createRunningGroup(service, 2);
  const { body } = await service.call("GET", `quotas/${id}`);
  expect(body).toEqual({
    quotas: {
      resources: [
        { type: "scaling_Policy", used: 0, quota: 50, max: 50, min: 0 },
        { type: "scaling_Instance", used: 2, quota: 200, max: 1000, min: 0 },
      ],
    },
  });
  expect(await service.call("GET", `quotas/${UNKNOWN}`)).toMatchObject({ status: 400, code: "AS.2007" });
});

test("a changed quota counts at once", async () => {
  const service = startService();
  service.outside("setQuota", { instances: 300 });
  await createGroup(service, { max_instance_number: 300 });
  const { body } = await service.call("GET", "quotas");
  expect(body).toMatchObject({ quotas: { resources: [{}, {}, {}, { quota: 300 }, {}, {}] } });
});
