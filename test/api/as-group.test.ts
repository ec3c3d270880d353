import { describe, expect, it } from "vitest";
import {
  createAsGroup,
  deleteAsGroup,
  getAsGroup,
  listAsGroups,
  modifyAsGroup,
  pauseAsGroup,
  resumeAsGroup,
} from "../../provider/api/as-group";
import type { AsGroupCreation } from "../../provider/core/as-group/model";
import { errorOf, valueOf } from "./support/either";
import { fixture } from "./support/fixture";
import { answer, asRefusal } from "./support/stub-http";
import { stubClient } from "./support/stub-client";

const wireGroup = (fixture("as-group") as { scaling_group: Record<string, unknown> }).scaling_group;

describe("createAsGroup", () => {
  const creation: AsGroupCreation = {
    scalingGroupName: "web",
    scalingConfigurationId: "c",
    vpcId: "v",
    networks: [{ id: "n", ipv6Enable: true, ipv6Bandwidth: { id: "b" } }],
    minInstanceNumber: 0,
    lbaasListeners: [{ poolId: "p", protocolPort: 80, weight: 0 }],
  };

  it("posts the group under wire names and gives its id", async () => {
    const { client, sent } = stubClient(() => answer(200, { scaling_group_id: "g" }));
    expect(await valueOf(createAsGroup(client)(creation))).toBe("g");
    expect(sent()).toEqual([
      {
        method: "POST",
        path: "/scaling_group",
        idempotent: false,
        body: {
          scaling_group_name: "web",
          scaling_configuration_id: "c",
          vpc_id: "v",
          networks: [{ id: "n", ipv6_enable: true, ipv6_bandwidth: { id: "b" } }],
          min_instance_number: 0,
          lbaas_listeners: [{ pool_id: "p", protocol_port: 80, weight: 0 }],
        },
      },
    ]);
  });

  it.each([
    [400, "AS.1004"],
    [400, "AS.2007"],
    [404, "AS.0007"],
  ])("is refused, never gone, by %i %s", async (status, code) => {
    const { client } = stubClient(() => asRefusal(status, code));
    expect(await errorOf(createAsGroup(client)(creation))).toMatchObject({ _tag: "Refused", code });
  });

  it("does not take an answer without an id for a group", async () => {
    const { client } = stubClient(() => answer(200, { scaling_group_id: "" }));
    expect(await errorOf(createAsGroup(client)(creation))).toMatchObject({ _tag: "Undecodable" });
  });
});

describe("getAsGroup", () => {
  it("gets the group, its id encoded in the path", async () => {
    const { client, sent } = stubClient(() => answer(200, fixture("as-group")));
    expect((await valueOf(getAsGroup(client)("a/b?"))).scalingGroupName).toBe("web-1a2b3c4");
    expect(sent()).toEqual([{ method: "GET", path: "/scaling_group/a%2Fb%3F", idempotent: true }]);
  });

  it.each([
    [400, "AS.2007"],
    [404, "AS.0007"],
  ])("says that the group is gone: %i %s", async (status, code) => {
    const { client } = stubClient(() => asRefusal(status, code));
    expect(await errorOf(getAsGroup(client)("g"))).toEqual({
      _tag: "NotFound",
      operation: "get AS group",
      code,
    });
  });
});

describe("listAsGroups", () => {
  it("reads all pages with the filter and gives each group once", async () => {
    const { client, sent } = stubClient(({ query }) => {
      const start = Number(query?.["start_number"]);
      const ids = start === 0 ? Array.from({ length: 100 }, (_, index) => `g${index}`) : ["g99", "g100"];
      return answer(200, {
        scaling_groups: ids.map((id) => ({ ...wireGroup, scaling_group_id: id })),
        total_number: 102,
        start_number: start,
        limit: 100,
      });
    });
    const { groups, total } = await valueOf(
      listAsGroups(client)({
        scalingGroupName: "web",
        scalingConfigurationId: "c",
        scalingGroupStatus: "PAUSED",
        enterpriseProjectId: "all_granted_eps",
      }),
    );
    expect(groups.map(({ scalingGroupId }) => scalingGroupId)).toEqual(
      Array.from({ length: 101 }, (_, index) => `g${index}`),
    );
    expect(total).toBe(102);
    const filter = {
      scaling_group_name: "web",
      scaling_configuration_id: "c",
      scaling_group_status: "PAUSED",
      enterprise_project_id: "all_granted_eps",
      limit: 100,
    };
    expect(sent()).toEqual(
      [0, 100].map((start) => ({
        method: "GET",
        path: "/scaling_group",
        idempotent: true,
        query: { ...filter, start_number: start },
      })),
    );
  });

  it.each([
    [400, "AS.2007"],
    [404, "AS.0007"],
  ])("is refused, never gone, by %i %s", async (status, code) => {
    const { client } = stubClient(() => asRefusal(status, code));
    expect(await errorOf(listAsGroups(client)())).toMatchObject({ _tag: "Refused", status, code });
  });
});

describe("modifyAsGroup", () => {
  it("puts the given fields and no others", async () => {
    const { client, sent } = stubClient(() => answer(200, { scaling_group_id: "g" }));
    await valueOf(
      modifyAsGroup(client)("g", {
        desireInstanceNumber: 0,
        deleteVolume: false,
        notifications: [],
        description: "",
        securityGroups: [{ id: "s" }],
      }),
    );
    expect(sent()).toEqual([
      {
        method: "PUT",
        path: "/scaling_group/g",
        idempotent: true,
        body: {
          desire_instance_number: 0,
          delete_volume: false,
          notifications: [],
          description: "",
          security_groups: [{ id: "s" }],
        },
      },
    ]);
  });

  it("tells a missing group from a missing AS configuration", async () => {
    const modify = (code: string) => {
      const { client } = stubClient(() => asRefusal(400, code));
      return errorOf(modifyAsGroup(client)("g", { scalingConfigurationId: "c" }));
    };
    expect(await modify("AS.2007")).toMatchObject({ _tag: "NotFound", code: "AS.2007" });
    expect(await modify("AS.1004")).toMatchObject({ _tag: "Refused", code: "AS.1004" });
  });
});

describe("resumeAsGroup and pauseAsGroup", () => {
  it.each([
    ["resume", resumeAsGroup],
    ["pause", pauseAsGroup],
  ] as const)("%s is posted as an action that is not repeated", async (action, operation) => {
    const { client, sent } = stubClient(() => answer(204));
    await valueOf(operation(client)("g"));
    expect(sent()).toEqual([
      { method: "POST", path: "/scaling_group/g/action", idempotent: false, body: { action } },
    ]);
  });
});

describe("deleteAsGroup", () => {
  it.each([
    [true, "yes"],
    [false, "no"],
  ])("with force %s sends force_delete=%s", async (force, word) => {
    const { client, sent } = stubClient(() => answer(204));
    await valueOf(deleteAsGroup(client)("g", { force }));
    expect(sent()).toEqual([
      { method: "DELETE", path: "/scaling_group/g", idempotent: true, query: { force_delete: word } },
    ]);
  });

  it("is not done because a proxy answered with a page", async () => {
    const { client } = stubClient(() => answer(200, "<html>log in first</html>"));
    expect(await errorOf(deleteAsGroup(client)("g", { force: false }))).toEqual({
      _tag: "Undecodable",
      operation: "delete AS group",
      mismatches: [{ path: "", expected: "no content" }],
    });
  });
});
