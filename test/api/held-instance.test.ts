import { describe, expect, it } from "vitest";
import { listHeldInstances, listSuspendedInstances } from "../../provider/api/held-instance";
import { valueOf } from "./support/either";
import { fixture } from "./support/fixture";
import { answer } from "./support/stub-http";
import { stubClient } from "./support/stub-client";

const suspended = {
  instanceId: "b25c1589-1111-465b-9fef-d06540d1945c",
  scalingGroupId: "e5d27f5c-2222-4a61-b4bc-a67c5686719a",
  lifecycleHookName: "prepare",
  lifecycleHookStatus: "HANGING",
  lifecycleActionKey: "7ebe6e72-3333-4adb-ae4a-a91dc0560069",
  timeout: "2026-11-15T06:43:41Z",
  defaultResult: "ABANDON",
};

describe("instances that hooks hold", () => {
  it("are listed with all that a callback needs, those of one ECS if it is asked for", async () => {
    const { client, sent } = stubClient(() => answer(200, fixture("suspended-instances")));
    expect(await valueOf(listSuspendedInstances(client)("g", { instanceId: "i" }))).toStrictEqual([
      suspended,
    ]);
    expect(sent()).toEqual([
      {
        method: "GET",
        path: "/scaling_instance_hook/g/list",
        idempotent: true,
        query: { instance_id: "i" },
      },
    ]);
  });

  it("are held no more once they were called back", async () => {
    const calledBack = {
      instance_id: "i",
      lifecycle_hook_name: "prepare",
      lifecycle_hook_status: "CONTINUE",
    };
    const { client } = stubClient(() => answer(200, { instance_hanging_info: [calledBack] }));
    expect(await valueOf(listSuspendedInstances(client)("g"))).toHaveLength(1);
    expect(await valueOf(listHeldInstances(client)("g"))).toEqual([]);
  });
});
