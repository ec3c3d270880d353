import { describe, expect, test } from "vitest";
import {
  configurationOf,
  createGroup,
  startService,
  UNKNOWN,
  type Json,
  type TestService,
} from "./support/service";

const names = (body: Json): unknown[] =>
  (body["scaling_groups"] as Json[]).map((group) => group["scaling_group_name"]);

async function createNamed(service: TestService, ...groupNames: string[]): Promise<void> {
  for (const scaling_group_name of groupNames) await createGroup(service, { scaling_group_name });
}

describe("listing groups", () => {
  test("shows the newest first, twenty without a limit", async () => {
    const service = startService();
    await createNamed(service, ...Array.from({ length: 21 }, (_, index) => `g${String(index)}`));
    const { body } = await service.call("GET", "scaling_group");
    expect(body).toMatchObject({ total_number: 21, start_number: 0, limit: 20 });
    expect(names(body)).toEqual(Array.from({ length: 20 }, (_, index) => `g${String(20 - index)}`));
  });

  test("start_number skips rows, total_number counts all", async () => {
    const service = startService();
    await createNamed(service, "a", "b", "c", "d");
    const { body } = await service.call("GET", "scaling_group?start_number=1&limit=2");
    expect(body).toMatchObject({ total_number: 4, start_number: 1, limit: 2 });
    expect(names(body)).toEqual(["c", "b"]);
    const beyond = await service.call("GET", "scaling_group?start_number=9");
    expect(beyond.body).toMatchObject({ total_number: 4, scaling_groups: [] });
  });

  test("a limit of 0 gives an empty page with the right total", async () => {
    const service = startService();
    await createNamed(service, "a");
    const { body } = await service.call("GET", "scaling_group?limit=0");
    expect(body).toEqual({ total_number: 1, start_number: 0, limit: 0, scaling_groups: [] });
  });

  test("filters by a part of the name, status, configuration and enterprise project", async () => {
    const service = startService();
    const configuration = configurationOf(service);
    await createNamed(service, "web-1", "db-1");
    const id = await createGroup(service, {
      scaling_group_name: "web-2",
      scaling_configuration_id: configuration,
      enterprise_project_id: UNKNOWN,
    });
    service.outside("resumeGroup", { scaling_group_id: id });
    const list = async (query: string): Promise<unknown[]> =>
      names((await service.call("GET", `scaling_group?${query}`)).body);
    expect(await list("scaling_group_name=eb-")).toEqual(["web-2", "web-1"]);
    expect(await list("scaling_group_status=INSERVICE")).toEqual(["web-2"]);
    expect(await list(`scaling_configuration_id=${configuration}`)).toEqual(["web-2"]);
    expect(await list(`enterprise_project_id=${UNKNOWN}`)).toEqual(["web-2"]);
    expect(await list("enterprise_project_id=0")).toEqual(["db-1", "web-1"]);
    expect(await list("enterprise_project_id=all_granted_eps")).toEqual(["web-2", "db-1", "web-1"]);
    expect(await list("scaling_group_name=web&scaling_group_status=PAUSED")).toEqual(["web-1"]);
  });

  test.each([
    ["AS.1001", "start_number=-1"],
    ["AS.1001", "start_number=x"],
    ["AS.1002", "limit=101"],
    ["AS.1002", "limit=-1"],
    ["AS.1002", "limit=1&limit=2"],
    ["AS.2020", "scaling_group_status=RUNNING"],
    ["AS.7065", "enterprise_project_id=no-id"],
  ])("refuses with %s the query %s", async (code, query) => {
    const service = startService();
    expect(await service.call("GET", `scaling_group?${query}`)).toMatchObject({ status: 400, code });
  });
});
