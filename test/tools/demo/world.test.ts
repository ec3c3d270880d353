import { describe, expect, test } from "vitest";
import { describeWorld, instancesInService, onlyGroup, zonesInUse } from "../../../tools/demo/world";
import { EMPTY, group, instance } from "./seen";

const instances = [instance("eu-de-02"), instance("eu-de-01"), instance("eu-de-02", "PENDING")];

describe("what the simulator holds", () => {
  test("the only group is there only if there is one", () => {
    const one = group();
    expect(onlyGroup({ ...EMPTY, groups: [one] })).toBe(one);
    expect(onlyGroup(EMPTY)).toBeUndefined();
    expect(onlyGroup({ ...EMPTY, groups: [one, group({ id: "group-2" })] })).toBeUndefined();
  });

  test("an instance that comes up does not serve yet, but has a zone", () => {
    const world = { ...EMPTY, groups: [group({ instances })] };
    expect(instancesInService(world)).toBe(2);
    expect(zonesInUse(world)).toEqual(["eu-de-01", "eu-de-02"]);
  });

  test("is told in one line", () => {
    const world = { groups: [group({ instances })], servers: [{}], deletedServers: ["a", "b"] };
    expect(describeWorld(world)).toBe("AS groups: 1, instances: 3, other ECSs: 1, ECSs deleted so far: 2\n");
  });
});
