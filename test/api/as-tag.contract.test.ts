import { describe, expect, it } from "vitest";
import {
  getAsGroupTags,
  putAsGroupTags,
  removeAsGroupTags,
  tagsOfAllAsGroups,
} from "../../provider/api/as-tag";
import { errorOf, valueOf } from "./support/either";
import { NOTHING, simulated } from "./support/simulated";

describe("tags of a group", () => {
  it("are none, put, overwritten and removed", async () => {
    const { client, pausedGroup } = await simulated();
    const id = await pausedGroup();
    expect(await valueOf(getAsGroupTags(client)(id))).toEqual({});
    await valueOf(putAsGroupTags(client)(id, { env: "test", owner: "web" }));
    await valueOf(putAsGroupTags(client)(id, { env: "prod" }));
    expect(await valueOf(getAsGroupTags(client)(id))).toEqual({ env: "prod", owner: "web" });
    await valueOf(removeAsGroupTags(client)(id, ["env"]));
    expect(await valueOf(getAsGroupTags(client)(id))).toEqual({ owner: "web" });
  });

  it("are at most ten", async () => {
    const { client, pausedGroup } = await simulated();
    const id = await pausedGroup();
    const eleven = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`key${index}`, "v"]));
    expect(await errorOf(putAsGroupTags(client)(id, eleven))).toMatchObject({
      _tag: "Refused",
      code: "AS.7045",
    });
  });

  it("are read for all groups with one call", async () => {
    const { client, pausedGroup, simulator } = await simulated();
    const blue = await pausedGroup({ scalingGroupName: "blue" });
    const green = await pausedGroup({ scalingGroupName: "green" });
    await valueOf(putAsGroupTags(client)(blue, { colour: "blue" }));
    await valueOf(putAsGroupTags(client)(green, { colour: "green", env: "prod" }));
    simulator.admin.clearRequests();
    const tags = await valueOf(tagsOfAllAsGroups(client));
    expect(tags.get(blue)).toEqual({ colour: "blue" });
    expect(tags.get(green)).toEqual({ colour: "green", env: "prod" });
    expect(simulator.admin.requests()).toHaveLength(1);
  });

  it.each(["AS.2007", "AS.4005", "404"] as const)(
    "of a missing group say that it is gone: %s",
    async (missingParent) => {
      const { client } = await simulated({ variants: { missingParent } });
      const outcomes = await Promise.all([
        errorOf(getAsGroupTags(client)(NOTHING)),
        errorOf(putAsGroupTags(client)(NOTHING, { a: "b" })),
        errorOf(removeAsGroupTags(client)(NOTHING, ["a"])),
      ]);
      expect(outcomes.map(({ _tag }) => _tag)).toEqual(["NotFound", "NotFound", "NotFound"]);
    },
  );
});
