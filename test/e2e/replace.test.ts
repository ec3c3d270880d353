import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  groupArgs,
  OTHER_SECURITY_GROUP,
  OTHER_SUBNET,
  OTHER_VPC,
  SECURITY_GROUP,
  type Args,
} from "./support/group-args";
import { openProject, type Project } from "./support/project";

describe("replacement of a group", () => {
  let project: Project;
  let args: Args;

  const declare = (more: Args) => {
    args = { ...args, ...more };
    return project.declare({ name: "web", args });
  };

  /** The new group is complete before the old one is touched. */
  const expectReplaced = async (before: { readonly id: string; readonly name: string }) => {
    const { writes } = project.calls();
    expect(writes).toEqual([
      "POST scaling_group",
      "POST scaling_group/*/action",
      "PUT scaling_group/*",
      "DELETE scaling_group/*",
    ]);
    const now = project.group();
    expect(now.id).not.toBe(before.id);
    expect(now.instances).toHaveLength(1);
    const { web } = (await project.stack.outputs()) as { web: { scalingGroupId: string } };
    expect(web.scalingGroupId).toBe(now.id);
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
  };

  beforeAll(async () => {
    project = await openProject();
    args = groupArgs(project.configurationId, { securityGroups: [{ id: SECURITY_GROUP }] });
    await declare({});
    await project.succeed("up");
  });
  afterAll(() => project.close());

  test.each(["--replace", "--target-replace"])(
    "on request with %s keeps the group, and says so",
    async (flag) => {
      const { resources = [] } = (await project.stack.exportState()).deployment;
      const urn = resources.find(({ type }) => type.endsWith("otc:AsGroup"))?.urn ?? "none";
      const before = project.group();
      project.calls();
      const { output } = await project.succeed("up", [flag, urn]);
      expect(output).toContain("not replaced, and nothing was deleted");
      expect(project.calls().writes).toEqual([]);
      expect(project.group().id).toBe(before.id);
      expect((await project.succeed("preview")).output).toContain("2 unchanged");
    },
  );

  test('with lockedChange "replace", the preview announces a replacement and says why', async () => {
    await declare({ networks: [{ id: OTHER_SUBNET }], lockedChange: "replace" });
    const { output } = await project.succeed("preview");
    expect(output).toMatch(/\+-\s+pulumi-nodejs:dynamic\/otc:AsGroup web replace/);
    expect(output).toContain("~networks");
    expect(output).toContain(
      "networks cannot change on this group (INSERVICE, 1 instance (desired 1), no scaling action in progress): a new group is created beside it, then this one is deleted",
    );
  });

  test("up creates the new group under a new name, then deletes the old one", async () => {
    const before = project.group();
    project.calls();
    await project.succeed("up");
    await expectReplaced(before);
    expect(project.group().name).not.toBe(before.name);
    expect(project.group().name).toMatch(/^web-[0-9a-f]{7}$/);
    expect(project.group().document["networks"]).toMatchObject([{ id: OTHER_SUBNET }]);
  });

  test("a group that has been replaced can be replaced again", async () => {
    const before = project.group();
    await declare({ securityGroups: [{ id: OTHER_SECURITY_GROUP }] });
    await project.succeed("up");
    await expectReplaced(before);
    expect(project.group().name).not.toBe(before.name);
  });

  test("another VPC replaces the group whatever lockedChange says", async () => {
    const before = project.group();
    await declare({ vpcId: OTHER_VPC, lockedChange: "fail" });
    expect((await project.succeed("preview")).output).toMatch(/AsGroup web replace.*[~,]vpcId/);
    project.calls();
    await project.succeed("up");
    await expectReplaced(before);
    expect(project.group().document["vpc_id"]).toBe(OTHER_VPC);
  });

  test("a group with a name chosen by the user is replaced under the same name", async () => {
    await declare({ scalingGroupName: "mine" });
    await project.succeed("up");
    const before = project.group();
    await declare({ networks: [{ id: OTHER_SUBNET }, { id: OTHER_VPC }], lockedChange: "replace" });
    project.calls();
    await project.succeed("up");
    await expectReplaced(before);
    expect(project.group().name).toBe("mine");
  });

  test('with lockedChange "replace", a paused and empty group is changed in place', async () => {
    await declare({ enable: false, desireInstanceNumber: 0 });
    await project.succeed("up");
    const { id } = project.group();
    expect(project.group().instances).toEqual([]);
    await declare({ networks: [{ id: OTHER_SUBNET }] });
    project.calls();
    await project.succeed("up");
    expect(project.calls().writes).toEqual(["PUT scaling_group/*"]);
    expect(project.group().id).toBe(id);
  });
});
