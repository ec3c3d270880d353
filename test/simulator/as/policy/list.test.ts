import { describe, expect, test } from "vitest";
import type { AsServiceOptions } from "../../../../simulator/src/as";
import {
  createGroup,
  createRunningGroup,
  MINUTE,
  startService,
  UNKNOWN,
  type Json,
  type TestService,
} from "../support/service";
import {
  actOnPolicy,
  ALARM,
  createBandwidth,
  createPolicy,
  executionLogsOf,
  getPolicy,
  OTHER_ALARM,
  type Version,
} from "../support/policies";

const PROJECT_ID = "00000000-0000-4000-8000-00000000000e";
const bandwidthFields = { scaling_resource_type: "BANDWIDTH", alarm_id: OTHER_ALARM };
const scheduled = (launch_time: string): Json => ({
  scaling_policy_type: "SCHEDULED",
  scheduled_policy: { launch_time },
});

async function names(service: TestService, path: string, version: Version = "v2"): Promise<unknown[]> {
  const { body } = await service.call("GET", path, undefined, version);
  return (body["scaling_policies"] as Json[]).map((policy) => policy["scaling_policy_name"]);
}

interface Family {
  readonly service: TestService;
  readonly group: string;
  readonly bandwidth: string;
  readonly ids: Readonly<Record<string, string>>;
}

/** Three policies of a group and one of a bandwidth; time passes between them. */
async function createFamily(options: Partial<AsServiceOptions> = {}): Promise<Family> {
  const service = startService(options);
  const group = await createGroup(service, { enterprise_project_id: PROJECT_ID });
  const bandwidth = createBandwidth(service, 10);
  const ids: Record<string, string> = {};
  const add = async (name: string, resource: string, fields: Json, version: Version): Promise<void> => {
    ids[name] = await createPolicy(service, resource, { scaling_policy_name: name, ...fields }, version);
    service.advance(MINUTE);
  };
  await add("busy", group, {}, "v1");
  await add("late", group, scheduled("2026-01-01T20:00Z"), "v1");
  await add("early", group, scheduled("2026-01-01T06:00Z"), "v1");
  await add("broad", bandwidth, bandwidthFields, "v2");
  return { service, group, bandwidth, ids };
}

describe("policies of a resource", () => {
  test("are listed in either version, the newest first, page by page", async () => {
    const { service, group, bandwidth, ids } = await createFamily();
    const path = `scaling_policy/${group}/list`;
    for (const version of ["v1", "v2"] as const) {
      expect(await names(service, path, version)).toEqual(["early", "late", "busy"]);
      const { body } = await service.call("GET", `${path}?start_number=1&limit=1`, undefined, version);
      expect(body).toEqual({
        total_number: 3,
        start_number: 1,
        limit: 1,
        scaling_policies: [await getPolicy(service, ids["late"]!, version)],
      });
    }
    expect(await names(service, `scaling_policy/${bandwidth}/list`)).toEqual(["broad"]);
    service.outside("forget", { kind: "bandwidth", id: bandwidth });
    expect(await names(service, `scaling_policy/${bandwidth}/list`)).toEqual(["broad"]);
  });

  test("are filtered by part of the name, type and id", async () => {
    const { service, group, ids } = await createFamily();
    const filtered = (query: string): Promise<unknown[]> =>
      names(service, `scaling_policy/${group}/list?${query}`, "v1");
    expect(await filtered("scaling_policy_name=l")).toEqual(["early", "late"]);
    expect(await filtered("scaling_policy_type=ALARM")).toEqual(["busy"]);
    expect(await filtered(`scaling_policy_id=${ids["late"]!}`)).toEqual(["late"]);
    expect(await filtered("scaling_policy_type=RECURRENCE")).toEqual([]);
  });

  test.each<[string, string, Version]>([
    ["AS.1001", "start_number=x", "v1"],
    ["AS.1002", "limit=101", "v2"],
    ["AS.3002", "scaling_policy_type=RANDOM", "v2"],
  ])("are refused with %s for %s", async (code, query, version) => {
    const { service, group } = await createFamily();
    const answer = await service.call("GET", `scaling_policy/${group}/list?${query}`, undefined, version);
    expect(answer).toMatchObject({ status: 400, code });
  });

  test.each<[string, Version]>([
    ["AS.2007", "v1"],
    ["AS.3042", "v2"],
  ])("of a missing resource are refused with %s in %s", async (code, version) => {
    const answer = await startService().call("GET", `scaling_policy/${UNKNOWN}/list`, undefined, version);
    expect(answer).toMatchObject({ status: 400, code });
  });
});

describe("all policies", () => {
  test("are filtered by resource, its type, alarm, name, id, type and enterprise project", async () => {
    const { service, group, bandwidth, ids } = await createFamily();
    const filtered = (query: string): Promise<unknown[]> => names(service, `scaling_policy?${query}`);
    expect(await filtered("")).toEqual(["broad", "early", "late", "busy"]);
    expect(await filtered(`scaling_resource_id=${bandwidth}`)).toEqual(["broad"]);
    expect(await filtered("scaling_resource_type=SCALING_GROUP")).toEqual(["early", "late", "busy"]);
    expect(await filtered(`alarm_id=${ALARM}`)).toEqual(["busy"]);
    expect(await filtered("scaling_policy_name=b")).toEqual(["broad", "busy"]);
    expect(await filtered(`scaling_policy_id=${ids["early"]!}`)).toEqual(["early"]);
    expect(await filtered("scaling_policy_type=SCHEDULED")).toEqual(["early", "late"]);
    expect(await filtered(`enterprise_project_id=${PROJECT_ID}`)).toEqual(["early", "late", "busy"]);
    expect(await filtered("enterprise_project_id=0")).toEqual(["broad"]);
    expect(await filtered("enterprise_project_id=all_granted_eps")).toHaveLength(4);
    expect(await filtered(`scaling_resource_id=${group}&limit=1&start_number=2`)).toEqual(["busy"]);
  });

  test("are sorted by name, by age, or alarms before the times that come next", async () => {
    const { service } = await createFamily();
    const sorted = (query: string): Promise<unknown[]> => names(service, `scaling_policy?${query}`);
    expect(await sorted("sort_by=POLICY_NAME")).toEqual(["broad", "busy", "early", "late"]);
    expect(await sorted("sort_by=POLICY_NAME&order=DESC")).toEqual(["late", "early", "busy", "broad"]);
    expect(await sorted("sort_by=CREATE_TIME&order=ASC")).toEqual(["busy", "late", "early", "broad"]);
    expect(await sorted("sort_by=TRIGGER_CONDITION")).toEqual(["broad", "busy", "early", "late"]);
    service.advance(7 * 60 * MINUTE);
    expect(await sorted("sort_by=TRIGGER_CONDITION")).toEqual(["broad", "busy", "late", "early"]);
  });

  test.each([
    ["AS.3037", "scaling_resource_type=SERVER"],
    ["AS.7065", "enterprise_project_id=mine"],
    ["AS.3057", "sort_by=AGE"],
    ["AS.3058", "sort_by=POLICY_NAME&order=UP"],
  ])("are refused with %s for %s", async (code, query) => {
    const answer = await startService().call("GET", `scaling_policy?${query}`, undefined, "v2");
    expect(answer).toMatchObject({ status: 400, code });
  });
});

test.each([
  ["null", { alarm_id: null, description: null, meta_data: null }, { scheduled_policy: null }],
  ["empty", { alarm_id: "", description: "", meta_data: {} }, { scheduled_policy: {} }],
  ["absent", {}, {}],
] as const)("what policies do not have is %s in that reading", async (nullness, v2, v1) => {
  const { service, ids } = await createFamily({ variants: { nullness } });
  const pick = async (name: string, version: Version, fields: readonly string[]): Promise<Json> => {
    const policy = await getPolicy(service, ids[name]!, version);
    return Object.fromEntries(Object.entries(policy).filter(([field]) => fields.includes(field)));
  };
  expect(await pick("late", "v2", ["alarm_id", "description", "meta_data"])).toEqual(v2);
  expect(await pick("busy", "v1", ["scheduled_policy"])).toEqual(v1);
});

describe("execution logs", () => {
  async function createExecuted(): Promise<{
    service: TestService;
    id: string;
    group: string;
    logs: Json[];
  }> {
    const service = startService();
    const group = await createRunningGroup(service, 1, { cool_down_time: 0 });
    const id = await createPolicy(service, group, { cool_down_time: 0 });
    await actOnPolicy(service, id, "execute");
    service.advance(10 * MINUTE);
    service.outside("raiseAlarm", { alarm_id: ALARM });
    return { service, id, group, logs: await executionLogsOf(service, id) };
  }

  test("are filtered by id, resource, trigger and time, the newest first, page by page", async () => {
    const { service, id, group, logs } = await createExecuted();
    expect(logs.map((log) => log["execute_type"])).toEqual(["ALARM", "MANUAL"]);
    const [alarm, manual] = logs;
    const filtered = (query: string): Promise<Json[]> => executionLogsOf(service, id, `?${query}`);
    expect(await filtered(`log_id=${String(manual!["id"])}`)).toEqual([manual]);
    expect(await filtered("execute_type=ALARM")).toEqual([alarm]);
    expect(await filtered(`scaling_resource_id=${group}&scaling_resource_type=SCALING_GROUP`)).toEqual(logs);
    expect(await filtered("scaling_resource_type=BANDWIDTH")).toEqual([]);
    expect(await filtered(`scaling_resource_id=${UNKNOWN}`)).toEqual([]);
    expect(await filtered("start_time=2026-01-01T00:13:00Z")).toEqual([alarm]);
    expect(await filtered("end_time=2026-01-01T00:03:00Z")).toEqual([manual]);
    expect(await filtered("start_number=1&limit=1")).toEqual([manual]);
  });

  test.each([
    ["AS.9007", "start_time=today"],
    ["AS.9007", "end_time=today"],
    ["AS.9008", "start_number=-1"],
    ["AS.9009", "limit=x"],
    ["AS.9010", "log_id=1"],
    ["AS.9011", "scaling_resource_id=1"],
    ["AS.3037", "scaling_resource_type=SERVER"],
    ["AS.0022", "execute_type=CHANCE"],
  ])("are refused with %s for %s", async (code, query) => {
    const service = startService();
    const id = await createPolicy(service, await createGroup(service));
    const answer = await service.call("GET", `scaling_policy_execute_log/${id}?${query}`);
    expect(answer).toMatchObject({ status: 400, code });
  });

  test.each([
    ["AS.2007", { status: 400, code: "AS.3020" }],
    ["404", { status: 404, code: "AS.0007" }],
  ] as const)(
    "of a missing policy are refused as parents are in the reading %s",
    async (missingParent, refusal) => {
      const service = startService({ variants: { missingParent } });
      expect(await service.call("GET", `scaling_policy_execute_log/${UNKNOWN}`)).toMatchObject(refusal);
    },
  );
});

test("a missing policy is 400 with AS.3020 in the reading that has it so", async () => {
  const service = startService({ variants: { missing: "400" } });
  const answer = await service.call("GET", `scaling_policy/${UNKNOWN}`);
  expect(answer).toMatchObject({ status: 400, code: "AS.3020" });
});
