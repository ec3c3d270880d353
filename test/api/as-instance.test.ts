import { describe, expect, it } from "vitest";
import {
  addAsInstances,
  listAsInstances,
  protectAsInstances,
  removeAsInstances,
} from "../../provider/api/as-instance";
import { errorOf, valueOf } from "./support/either";
import { fixture } from "./support/fixture";
import { answer, asRefusal } from "./support/stub-http";
import { stubClient } from "./support/stub-client";

describe("listAsInstances", () => {
  it("lists instances with the filter as the service writes it", async () => {
    const { client, sent } = stubClient(() => answer(200, fixture("as-instance-page")));
    const instances = await valueOf(
      listAsInstances(client)("g/1", {
        lifeCycleState: "INSERVICE",
        healthStatus: "NORMAL",
        protectFromScalingDown: false,
      }),
    );
    expect(instances.map(({ instanceId }) => instanceId)).toEqual([
      "b25c1589-1111-4f6c-a5b1-2e2f2ab4a4a1",
      undefined,
      "c36d2690-2222-4f6c-a5b1-2e2f2ab4a4a2",
    ]);
    expect(sent()).toEqual([
      {
        method: "GET",
        path: "/scaling_group_instance/g%2F1/list",
        idempotent: true,
        query: {
          life_cycle_state: "INSERVICE",
          health_status: "NORMAL",
          protect_from_scaling_down: "false",
          start_number: 0,
          limit: 100,
        },
      },
    ]);
  });

  it("reads every page and keeps instances that have neither id nor name yet", async () => {
    const { client } = stubClient(({ query }) => {
      const start = Number(query?.["start_number"]);
      const row = {
        life_cycle_state: "PENDING",
        health_status: "INITIALIZING",
        protect_from_scaling_down: false,
      };
      const ids = start === 0 ? Array.from({ length: 100 }, (_, index) => `i${index}`) : [null, null];
      return answer(200, {
        scaling_group_instances: ids.map((id) => ({ ...row, instance_id: id })),
        total_number: 102,
      });
    });
    expect(await valueOf(listAsInstances(client)("g"))).toHaveLength(102);
  });

  it.each(["AS.2007", "AS.4005"])("says that the group is gone: %s", async (code) => {
    const { client } = stubClient(() => asRefusal(400, code));
    expect(await errorOf(listAsInstances(client)("g"))).toMatchObject({ _tag: "NotFound", code });
  });
});

describe("batches", () => {
  it.each([
    [true, "yes"],
    [false, "no"],
  ])("removal with deleteInstances %s sends %s and is not repeated", async (deleteInstances, word) => {
    const { client, sent } = stubClient(() => answer(204));
    await valueOf(removeAsInstances(client)("g", ["i1", "i2"], { deleteInstances }));
    expect(sent()).toEqual([
      {
        method: "POST",
        path: "/scaling_group_instance/g/action",
        idempotent: false,
        body: { action: "REMOVE", instances_id: ["i1", "i2"], instance_delete: word },
      },
    ]);
  });

  it("adding is not repeated", async () => {
    const { client, sent } = stubClient(() => answer(204));
    await valueOf(addAsInstances(client)("g", ["i1"]));
    expect(sent()).toEqual([
      {
        method: "POST",
        path: "/scaling_group_instance/g/action",
        idempotent: false,
        body: { action: "ADD", instances_id: ["i1"] },
      },
    ]);
  });

  it.each([
    [true, "PROTECT"],
    [false, "UNPROTECT"],
  ])("protection %s sends %s and may be repeated", async (on, action) => {
    const { client, sent } = stubClient(() => answer(204));
    await valueOf(protectAsInstances(client)("g", ["i1"], on));
    expect(sent()).toEqual([
      {
        method: "POST",
        path: "/scaling_group_instance/g/action",
        idempotent: true,
        body: { action, instances_id: ["i1"] },
      },
    ]);
  });

  it("a batch that fails names its instances, and the group is not gone", async () => {
    const message = JSON.stringify([{ id: "i1", errorCode: "AS.4006" }]);
    const { client } = stubClient(() => asRefusal(400, "AS.4030", message));
    expect(await errorOf(removeAsInstances(client)("g", ["i1"], { deleteInstances: true }))).toEqual({
      _tag: "Refused",
      operation: "remove instances from AS group",
      status: 400,
      code: "AS.4030",
      text: "i1: AS.4006",
      instances: [{ id: "i1", code: "AS.4006" }],
    });
  });

  it("a missing instance is not a missing group", async () => {
    const { client } = stubClient(() => asRefusal(400, "AS.4006"));
    expect(await errorOf(protectAsInstances(client)("g", ["i1"], true))).toMatchObject({
      _tag: "Refused",
      code: "AS.4006",
    });
  });
});
