import { describe, expect, it } from "vitest";
import { listScalingActionLogs, listScalingActions } from "../../provider/api/scaling-action-log";
import { valueOf } from "./support/either";
import { fixture } from "./support/fixture";
import { answer } from "./support/stub-http";
import { stubClient } from "./support/stub-client";

const idsOf = (logs: readonly { readonly id: string }[]): readonly string[] => logs.map(({ id }) => id);

describe("listScalingActionLogs", () => {
  it("lists the newest first, whatever the order of the service", async () => {
    const { client, sent } = stubClient(() => answer(200, fixture("scaling-action-log-page")));
    expect(idsOf(await valueOf(listScalingActionLogs(client)("g")))).toEqual([
      "1a1b1c1d-2222-4e79-9da9-6a35e2709150",
      "0a0b0c0d-1111-4e79-9da9-6a35e2709150",
    ]);
    expect(sent()).toEqual([
      {
        method: "GET",
        path: "https://as.example/autoscaling-api/v2/p1/scaling_activity_log/g",
        idempotent: true,
        query: { start_number: 0, limit: 100 },
      },
    ]);
  });

  it("gives each reason of a failure once", async () => {
    const { client } = stubClient(() => answer(200, fixture("scaling-action-log-page")));
    const logs = await valueOf(listScalingActionLogs(client)("g"));
    expect(logs.map(({ failures }) => failures)).toEqual([
      [],
      ["the flavor is sold out: AS.2038", "out of addresses"],
    ]);
  });

  it("asks for logs since a time in whole seconds", async () => {
    const { client, sent } = stubClient(() => answer(200, { scaling_activity_log: [], total_number: 0 }));
    const since = new Date(Date.UTC(2026, 6, 23, 2, 46, 29, 999));
    expect(await valueOf(listScalingActionLogs(client)("g", { since }))).toEqual([]);
    expect(sent()[0]?.query?.["start_time"]).toBe("2026-07-23T02:46:29Z");
  });
});

describe("listScalingActions", () => {
  it("sends every condition to the service", async () => {
    const { client, sent } = stubClient(() => answer(200, { scaling_activity_log: [], total_number: 0 }));
    await valueOf(
      listScalingActions(client)("g", {
        logId: "l",
        startTime: "2026-07-23T00:00:00Z",
        endTime: "2026-07-24T00:00:00Z",
        type: ["NORMAL", "DIFF"],
        status: "FAIL",
      }),
    );
    expect(sent()[0]?.query).toEqual({
      log_id: "l",
      start_time: "2026-07-23T00:00:00Z",
      end_time: "2026-07-24T00:00:00Z",
      type: "NORMAL,DIFF",
      status: "FAIL",
      start_number: 0,
      limit: 100,
    });
  });

  it("reads the reasons out of the description, and none out of one in another form", async () => {
    const { client } = stubClient(() => answer(200, fixture("scaling-action-log-page")));
    expect((await valueOf(listScalingActions(client)("g"))).map(({ reasons }) => reasons)).toStrictEqual([
      [],
      [{ changeReason: "MANNUAL", oldValue: 0, newValue: 2, changeTime: "2026-07-23T02:46:26Z" }],
    ]);
    const log = { id: "l", status: "FAIL", start_time: "t", instance_value: 0, desire_value: 0 };
    for (const description of ["{'reason':[]}", '{"reason":7}', "words", ""]) {
      const page = { scaling_activity_log: [{ ...log, description }], total_number: 1 };
      const odd = stubClient(() => answer(200, page));
      expect((await valueOf(listScalingActions(odd.client)("g"))).map(({ reasons }) => reasons)).toEqual([
        [],
      ]);
    }
  });
});
