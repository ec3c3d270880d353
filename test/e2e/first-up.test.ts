import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SECURITY_GROUP, SUBNET, VPC } from "./support/group-args";
import { openProject, type Project } from "./support/project";

describe("the program of the README, in TypeScript, on a new stack", () => {
  let project: Project;

  beforeAll(async () => {
    project = await openProject({ program: require.resolve("./programs/web/index.ts") });
    await project.stack.setConfig({
      "web:vpcId": VPC,
      "web:subnetId": SUBNET,
      "web:securityGroupId": SECURITY_GROUP,
      "web:configurationId": project.configurationId,
    });
  });
  afterAll(() => project.close());

  test("a preview announces the group and writes nothing", async () => {
    const { output } = await project.succeed("preview");
    expect(output).toMatch(/\+ {2}pulumi-nodejs:dynamic\/otc:AsGroup web create/);
    expect(project.groups()).toEqual([]);
    expect(project.calls().writes).toEqual([]);
  });

  test("the first up ends with three instances in service", async () => {
    const { output } = await project.succeed("up");
    expect(output).toMatch(/\+ {2}pulumi-nodejs:dynamic\/otc:AsGroup web created/);
    const group = project.group();
    expect(group.name).toMatch(/^web-[0-9a-f]{7}$/);
    expect(group.instances).toHaveLength(3);
    expect(group.tags).toEqual({ env: "prod" });
    expect(group.document).toMatchObject({
      scaling_group_status: "INSERVICE",
      current_instance_number: 3,
      desire_instance_number: 3,
      min_instance_number: 2,
      max_instance_number: 10,
      cool_down_time: 300,
      available_zones: ["eu-de-01", "eu-de-02"],
      vpc_id: VPC,
    });
    expect(await project.stack.outputs()).toEqual({
      groupId: group.id,
      name: group.name,
      status: "INSERVICE",
      instances: 3,
    });
  });

  test("preview, up and refresh of an unchanged program do nothing", async () => {
    project.calls();
    for (const command of ["preview", "up", "refresh", "preview"] as const) {
      const { output } = await project.succeed(command);
      expect(output).toMatch(/Resources:\n {4}2 unchanged/);
      expect(output).not.toMatch(/warning|error/i);
    }
    expect(project.calls().writes).toEqual([]);
  });

  test("destroy leaves nothing behind", async () => {
    await project.succeed("destroy");
    const { groups, servers, deletedServers } = project.simulator.admin.snapshot();
    expect({ groups, servers }).toEqual({ groups: [], servers: [] });
    expect(deletedServers).toHaveLength(3);
    expect((await project.stack.exportState()).deployment.resources ?? []).toEqual([]);
  });
});
