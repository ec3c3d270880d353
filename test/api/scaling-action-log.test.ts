import { describe, expect, it } from "vitest";
import { listScalingActionLogs } from "../../provider/api/scaling-action-log";
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
        query: { start_time: undefined, start_number: 0, limit: 100 },
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
