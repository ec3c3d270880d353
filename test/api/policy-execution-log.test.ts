import { describe, expect, it } from "vitest";
import { listPolicyExecutions } from "../../provider/api/policy-execution-log";
import { errorOf, valueOf } from "./support/either";
import { fixture } from "./support/fixture";
import { answer, asRefusal } from "./support/stub-http";
import { stubClient } from "./support/stub-client";

describe("listPolicyExecutions", () => {
  it("gives the newest first, numbers as numbers, and no bodies of calls", async () => {
    const { client } = stubClient(() => answer(200, fixture("policy-execution-log-page")));
    expect(await valueOf(listPolicyExecutions(client)("p"))).toStrictEqual([
      {
        id: "b86e4175-4444-4b1e-a332-83f9ee472c58",
        status: "FAIL",
        failedReason: "the bandwidth is gone",
        executeType: "ALARM",
        executeTime: "2026-03-19T16:00:00Z",
        scalingPolicyId: "05545d3d-3333-4bca-ae4f-1e5e73ca0bf6",
        scalingResourceType: "BANDWIDTH",
        scalingResourceId: "2f2d3e73-5555-40b3-a8fa-514b68eccaa7",
        tenantId: "0428982a1b8039f42f01c005edde7c0e",
        type: "ADD",
        oldValue: 5,
        desireValue: 7,
        limitValue: 100,
        jobRecords: [
          {
            jobName: "ADJUST_BANDWIDTH",
            recordType: "API",
            recordTime: "2026-03-19T16:00:01Z",
            code: "404",
            jobStatus: "FAIL",
          },
        ],
        metaData: {
          metadataBandwidthShareType: "WHOLE",
          metadataEipId: "3f2d3e73-6666-40b3-a8fa-514b68eccaa7",
          metadataeipAddress: "192.0.2.7",
        },
      },
      {
        id: "a86e4175-1111-4b1e-a332-83f9ee472c58",
        status: "SUCCESS",
        executeType: "RECURRENCE",
        executeTime: "2026-03-18T16:00:00Z",
        scalingPolicyId: "05545d3d-3333-4bca-ae4f-1e5e73ca0bf6",
        scalingResourceType: "SCALING_GROUP",
        scalingResourceId: "1f2d3e73-2222-40b3-a8fa-514b68eccaa7",
        tenantId: "0428982a1b8039f42f01c005edde7c0e",
        type: "REMOVE",
        oldValue: 3,
        desireValue: 2,
        limitValue: 0,
        jobRecords: [
          {
            jobName: "ADJUST_VM_NUMBERS",
            recordType: "MEG",
            recordTime: "2026-03-18T16:00:01Z",
            message: "modify desire number of scaling group",
            jobStatus: "SUCCESS",
          },
        ],
      },
    ]);
  });

  it("sends every condition to the service", async () => {
    const { client, sent } = stubClient(() =>
      answer(200, { scaling_policy_execute_log: [], total_number: 0 }),
    );
    await valueOf(
      listPolicyExecutions(client)("p", {
        logId: "l",
        scalingResourceType: "BANDWIDTH",
        scalingResourceId: "r",
        executeType: "MANUAL",
        startTime: "2026-03-18T00:00:00Z",
        endTime: "2026-03-19T00:00:00Z",
      }),
    );
    expect(sent()).toEqual([
      {
        method: "GET",
        path: "/scaling_policy_execute_log/p",
        idempotent: true,
        query: {
          log_id: "l",
          scaling_resource_type: "BANDWIDTH",
          scaling_resource_id: "r",
          execute_type: "MANUAL",
          start_time: "2026-03-18T00:00:00Z",
          end_time: "2026-03-19T00:00:00Z",
          start_number: 0,
          limit: 100,
        },
      },
    ]);
  });

  it("says that the policy does not exist", async () => {
    const { client } = stubClient(() => asRefusal(400, "AS.3020"));
    expect(await errorOf(listPolicyExecutions(client)("p"))).toMatchObject({ _tag: "NotFound" });
  });
});
