import { describe, expect, it } from "vitest";
import { putAsGroupTags } from "../../provider/api/as-tag";
import { getAsGroup, getAsGroups } from "../../provider/lookup/as-group";
import { valueOf } from "../api/support/either";
import { NOTHING, simulated } from "../api/support/simulated";
import { programFor } from "./support/program";

describe("getAsGroup", () => {
  it("finds a group by its ID, with the tags that are the user's, in two calls", async () => {
    const { simulator, client, pausedGroup } = await simulated();
    const scalingGroupId = await pausedGroup({ description: "the web" });
    await valueOf(putAsGroupTags(client)(scalingGroupId, { env: "prod", "pulumi-drain": "1" }));
    const program = programFor(simulator);
    expect(await getAsGroup({ scalingGroupId })).toMatchObject({
      scalingGroupId,
      scalingGroupName: "web",
      scalingGroupStatus: "PAUSED",
      description: "the web",
      maxInstanceNumber: 30,
      tags: { env: "prod" },
    });
    expect((await getAsGroup({ scalingGroupId })).tags).toEqual({ env: "prod" });
    expect(program.calls()).toEqual({
      signIns: 1,
      reads: { "scaling_group/*": 2, "scaling_group_tag/*/tags": 2 },
    });
  });

  it("finds a group by its whole name, not by a part of it", async () => {
    const { simulator, pausedGroup } = await simulated();
    await pausedGroup({ scalingGroupName: "web-2" });
    const scalingGroupId = await pausedGroup({ scalingGroupName: "web" });
    const program = programFor(simulator);
    expect(await getAsGroup({ scalingGroupName: "web" })).toMatchObject({ scalingGroupId });
    expect(program.queries()[0]).toMatchObject({ scaling_group_name: "web" });
    await expect(getAsGroup({ scalingGroupName: "we" })).rejects.toThrow(
      /^getAsGroup: AS group we does not exist\n/,
    );
  });

  it("rejects for a name that several groups have, and names them", async () => {
    const { simulator, pausedGroup } = await simulated();
    const ids = [await pausedGroup(), await pausedGroup()];
    programFor(simulator);
    const failure = (await getAsGroup({ scalingGroupName: "web" }).catch(String)) as string;
    expect(failure).toMatch(
      /getAsGroup: looking up AS group web has stopped: there are 2 AS groups of this name: /,
    );
    for (const id of ids) expect(failure).toContain(id);
  });

  it("rejects for a group that does not exist, and says what to do", async () => {
    const { simulator } = await simulated();
    programFor(simulator);
    await expect(getAsGroup({ scalingGroupId: NOTHING })).rejects.toThrow(
      [
        `getAsGroup: AS group ${NOTHING} does not exist`,
        "  the service answered AS.0007 to: get AS group",
        "What you can do:",
        "  1. check that you are signed in to the project and region in which it is",
      ].join("\n"),
    );
  });

  it("rejects before any call when the arguments are not valid", async () => {
    const { simulator } = await simulated();
    const program = programFor(simulator);
    await expect(getAsGroup({})).rejects.toThrow(
      "getAsGroup: the arguments are not valid\n  give either scalingGroupId or scalingGroupName",
    );
    expect(program.calls()).toEqual({ signIns: 0, reads: {} });
  });
});

describe("getAsGroups", () => {
  it("lists all groups in one call for a hundred", async () => {
    const { simulator, pausedGroup } = await simulated({ quotas: { groups: 150 } });
    const ids: string[] = [];
    while (ids.length < 101) ids.push(await pausedGroup({ scalingGroupName: `g-${ids.length}` }));
    const program = programFor(simulator);
    const groups = await getAsGroups();
    expect(groups.map(({ scalingGroupId }) => scalingGroupId).sort()).toEqual(ids.sort());
    expect(program.calls()).toEqual({ signIns: 1, reads: { scaling_group: 2 } });
  });

  it("leaves the choice to the service, and may find none", async () => {
    const { simulator, configurationId, pausedGroup, runningGroup } = await simulated();
    const running = await runningGroup(1);
    await pausedGroup({ scalingGroupName: "api" });
    const program = programFor(simulator);
    const [found, ...others] = await getAsGroups({
      scalingGroupName: "we",
      scalingGroupStatus: "INSERVICE",
      scalingConfigurationId: configurationId,
      enterpriseProjectId: "all_granted_eps",
    });
    expect(found?.scalingGroupId).toBe(running);
    expect(others).toEqual([]);
    expect(program.queries()).toEqual([
      {
        scaling_group_name: "we",
        scaling_group_status: "INSERVICE",
        scaling_configuration_id: configurationId,
        enterprise_project_id: "all_granted_eps",
        start_number: "0",
        limit: "100",
      },
    ]);
    expect(await getAsGroups({ scalingGroupName: "nothing" })).toEqual([]);
  });
});
