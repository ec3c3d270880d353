/** What known clients send, in their order. */
import { expect, test } from "vitest";
import {
  configurationOf,
  getGroup,
  groupBody,
  idsOf,
  instancesOf,
  ONE_ACTION,
  SECOND,
  SECURITY_GROUP,
  startService,
  type Json,
  type TestService,
} from "./support/service";

async function create(service: TestService, fields: Json): Promise<string> {
  const { status, body } = await service.call("POST", "scaling_group", groupBody(service, fields));
  expect(status).toBe(200);
  return body["scaling_group_id"] as string;
}

async function expectStatus(status: number, call: Promise<{ status: number }>): Promise<void> {
  expect((await call).status).toBe(status);
}

test("the Terraform provider creates, updates and destroys a group", async () => {
  const service = startService();
  const known = { desire_instance_number: 2, min_instance_number: 1, max_instance_number: 5 };
  const id = await create(service, { ...known, security_groups: [{ id: SECURITY_GROUP }] });
  const path = `scaling_group/${id}`;
  service.advance(5 * SECOND);
  await expectStatus(204, service.call("POST", `${path}/action`, { action: "resume" }));
  service.advance(ONE_ACTION);
  expect(await instancesOf(service, id)).toMatchObject([
    { life_cycle_state: "INSERVICE" },
    { life_cycle_state: "INSERVICE" },
  ]);

  const { networks, security_groups, available_zones, scaling_configuration_id } = await getGroup(
    service,
    id,
  );
  const everything = { networks, security_groups, available_zones, scaling_configuration_id };
  const update = { ...known, ...everything, scaling_group_name: "renamed", delete_publicip: true };
  await expectStatus(200, service.call("PUT", path, update));

  const zeros = { desire_instance_number: 0, min_instance_number: 0, max_instance_number: 0 };
  const ids = idsOf(await instancesOf(service, id));
  await expectStatus(200, service.call("PUT", path, { ...zeros, security_groups: null }));
  const removal = { action: "REMOVE", instances_id: ids, instance_delete: "yes" };
  await expectStatus(204, service.call("POST", `scaling_group_instance/${id}/action`, removal));
  service.advance(ONE_ACTION);
  expect(await instancesOf(service, id)).toEqual([]);
  await expectStatus(204, service.call("DELETE", path));
  await expectStatus(404, service.call("GET", path));
  expect([...service.snapshot().deletedServers].sort()).toEqual(ids.sort());
});

test("the Go client changes the security group of a new group and deletes it", async () => {
  const service = startService();
  const configuration = configurationOf(service);
  const id = await create(service, {
    scaling_configuration_id: configuration,
    desire_instance_number: 1,
    min_instance_number: 1,
  });
  const update = {
    scaling_group_name: "renamed",
    security_groups: [{ id: SECURITY_GROUP }],
    desire_instance_number: 0,
    min_instance_number: 0,
    max_instance_number: 0,
  };
  await expectStatus(200, service.call("PUT", `scaling_group/${id}`, update));
  expect(await getGroup(service, id)).toMatchObject(update);
  await expectStatus(204, service.call("DELETE", `scaling_group/${id}`));
  await expectStatus(204, service.call("DELETE", `scaling_configuration/${configuration}`));
});

test("the Go client removes an instance of a paused group, where that is allowed", async () => {
  const service = startService({ variants: { removeWhilePaused: "allowed" } });
  const id = await create(service, { desire_instance_number: 1 });
  const path = `scaling_group/${id}`;
  await expectStatus(204, service.call("POST", `${path}/action`, { action: "resume" }));
  service.advance(ONE_ACTION);
  expect(await getGroup(service, id)).toMatchObject({ current_instance_number: 1 });
  await expectStatus(204, service.call("POST", `${path}/action`, { action: "pause" }));
  const [instance] = idsOf(await instancesOf(service, id));
  const removal = `scaling_group_instance/${instance!}?instance_delete=yes`;
  await expectStatus(204, service.call("DELETE", removal));
  service.advance(ONE_ACTION);
  expect(await getGroup(service, id)).toMatchObject({ current_instance_number: 0 });
  await expectStatus(204, service.call("DELETE", path));
});

test("the Python client lowers the desired number and removes the instance at once", async () => {
  const service = startService();
  const id = await create(service, { desire_instance_number: 1 });
  const path = `scaling_group/${id}`;
  await expectStatus(204, service.call("POST", `${path}/action`, { action: "resume" }));
  service.advance(ONE_ACTION);
  const update = { scaling_group_id: id, scaling_group_name: "renamed", desire_instance_number: 0 };
  await expectStatus(200, service.call("PUT", path, update));
  const [instance] = idsOf(await instancesOf(service, id));
  await expectStatus(204, service.call("DELETE", `scaling_group_instance/${instance!}?instance_delete=yes`));
  service.advance(ONE_ACTION);
  await expectStatus(204, service.call("POST", `${path}/action`, { action: "pause" }));
  await expectStatus(204, service.call("DELETE", path));
  await expectStatus(404, service.call("GET", path));
});
