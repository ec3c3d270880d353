import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "../../tools/run-command";
import { byHand } from "../support/by-hand";
import { context } from "./support/context";
import { POOL, SECURITY_GROUP, SUBNET, VPC } from "./support/group-args";
import { openProject, osVariables, type Project } from "./support/project";

/** The name of the project is that of the directory, and the state belongs to that project. */
const DIRECTORY = "e2e";

const USER_DATA = "#!/bin/sh\necho it's the shop\n";

describe("a group that was made by hand", () => {
  let project: Project;
  let scratch: string;
  let id: string;
  let policyId: string;
  let configurationId: string;

  const executable = (...args: readonly string[]) =>
    runCommand(join(context().template, "node_modules/.bin/pulumi-otc-autoscaling"), args, {
      cwd: scratch,
      env: { ...process.env, ...osVariables(project.simulator) },
    });

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), "otc-as-adopt-"));
    project = await openProject();
    const call = await byHand(project.simulator);
    const configuration = await call("POST", "scaling_configuration", {
      scaling_configuration_name: "shop-config",
      instance_config: {
        flavorRef: "s3.medium.1,s3.large.2",
        imageRef: "0b8a2c4e-6f10-4a3b-9c5d-7e8f9a0b1c2d",
        disk: [
          { size: 40, volume_type: "SAS", disk_type: "SYS" },
          {
            size: 100,
            volume_type: "SSD",
            disk_type: "DATA",
            metadata: { __system__encrypted: "1", __system__cmkid: "5b2f7a90-1c3d-4e5f-8a6b-7c8d9e0f1a09" },
          },
        ],
        key_name: "simulator-key",
        personality: [{ path: "/etc/motd", content: Buffer.from("hello").toString("base64") }],
        public_ip: {
          eip: { ip_type: "5_bgp", bandwidth: { size: 5, share_type: "PER", charging_mode: "traffic" } },
        },
        user_data: Buffer.from(USER_DATA).toString("base64"),
        metadata: { team: "shop" },
        security_groups: [{ id: SECURITY_GROUP }],
      },
    });
    configurationId = String(configuration["scaling_configuration_id"]);
    const made = await call("POST", "scaling_group", {
      scaling_group_name: "shop",
      scaling_configuration_id: configurationId,
      vpc_id: VPC,
      networks: [{ id: SUBNET }],
      security_groups: [{ id: SECURITY_GROUP }],
      desire_instance_number: 2,
      max_instance_number: 7,
      cool_down_time: 17,
      lbaas_listeners: [{ pool_id: POOL, protocol_port: 80, weight: 2 }],
      available_zones: ["eu-de-02", "eu-de-01"],
      health_periodic_audit_time: 15,
      health_periodic_audit_grace_period: 60,
      instance_terminate_policy: "NEW_INSTANCE",
      notifications: ["EMAIL"],
      delete_publicip: true,
      delete_volume: true,
      multi_az_priority_policy: "PICK_FIRST",
      description: "made by hand",
    });
    id = String(made["scaling_group_id"]);
    await call("POST", `scaling_group_tag/${id}/tags/action`, {
      action: "create",
      tags: [{ key: "env", value: "prod" }],
    });
    await call("POST", `scaling_lifecycle_hook/${id}`, {
      lifecycle_hook_name: "drain",
      lifecycle_hook_type: "INSTANCE_TERMINATING",
      default_result: "CONTINUE",
      default_timeout: 60,
      notification_topic_urn: "urn:smn:eu-de:0123456789abcdef0123456789abcdef:scaling",
      notification_metadata: "take it out of DNS",
    });
    const policy = await call("POST", "scaling_policy", {
      scaling_policy_name: "night",
      scaling_group_id: id,
      scaling_policy_type: "RECURRENCE",
      scheduled_policy: {
        launch_time: "20:00",
        recurrence_type: "Monthly",
        recurrence_value: "1,15",
        start_time: "2037-01-01T00:00Z",
        end_time: "2038-01-01T00:00Z",
      },
      scaling_policy_action: { operation: "SET", instance_number: 1 },
      cool_down_time: 90,
    });
    policyId = String(policy["scaling_policy_id"]);
    await call("PUT", `scaling_notification/${id}`, {
      topic_urn: "urn:smn:eu-de:0123456789abcdef0123456789abcdef:failures",
      topic_scene: ["SCALING_UP_FAIL", "SCALING_GROUP_ABNORMAL"],
    });
    await call("POST", `scaling_group/${id}/action`, { action: "resume" });
  });
  afterAll(async () => {
    await project.close();
    await rm(scratch, { recursive: true });
  });

  test("is written as a program by the executable, whose doctor finds nothing wrong", async () => {
    await expect.poll(() => project.group().document["current_instance_number"], { timeout: 60_000 }).toBe(2);
    project.calls();
    expect(await executable("doctor")).toMatchObject({ status: 0 });
    expect(await executable("adopt", "--group", id, "--out", DIRECTORY)).toMatchObject({ status: 0 });
    for (const file of ["Pulumi.yaml", "tsconfig.json", "index.ts"])
      await project.write(file, await readFile(join(scratch, DIRECTORY, file), "utf8"));
    // What a person pipes into `pulumi config set --secret`, which takes one line break away.
    for (const [key, part] of [
      ["shopConfigUserData", "user-data"],
      ["shopConfigFile1", "file:/etc/motd"],
      ["shopConfigMetadata", "metadata"],
    ] as const) {
      const { output } = await executable("contents", configurationId, part);
      await project.stack.setConfig({ [`${DIRECTORY}:${key}`]: output.replace(/\n$/, "") }, { secret: true });
    }
    expect(project.calls().writes).toEqual([]);
  });

  test("is adopted, and nothing differs: the preview says so, and up writes nothing", async () => {
    const { output } = await project.succeed("preview");
    expect(output).toContain(`adopts AS group shop (${id}): nothing differs`);
    expect(output).toContain(`adopts AS configuration ${configurationId}: nothing differs`);
    expect(output).toContain(`adopts AS policy ${policyId}: nothing differs`);
    expect(output).toMatch(/adopts \S.*:failures: nothing differs/);
    expect(output).toContain(`adopts lifecycle hook ${id}/drain: nothing differs`);
    await project.succeed("up");
    expect(project.calls().writes).toEqual([]);
    expect(await project.stack.outputs()).toEqual({ shopId: id });
    expect(JSON.stringify(await project.stack.exportState())).not.toMatch(/the shop|hello/);
    expect((await project.succeed("preview")).output).toContain("6 unchanged");
  });

  test("is managed like any other: drift is repaired, and destroy refuses before anything is deleted", async () => {
    project.outside("modifyGroup", { cool_down_time: 1 });
    expect((await project.succeed("preview")).output).toContain(
      "changed outside of Pulumi: coolDownTime is 1, the program says 17",
    );
    project.calls();
    await project.succeed("up");
    expect(project.calls().bodies).toEqual([{ cool_down_time: 17 }]);
    expect((await project.fail("destroy")).output).toContain("protected");
    expect(project.groups()).toHaveLength(1);
    expect(project.calls().writes).toEqual([]);
  });

  test("is refused with an explanation when it cannot be adopted, and is adopted again without its state", async () => {
    await project.stack.run(["state", "delete", "--all", "--force", "--yes"]);
    const text = await readFile(join(scratch, DIRECTORY, "index.ts"), "utf8");
    await project.write("index.ts", text.replace(id, "00000000-0000-4000-8000-000000000000"));
    expect((await project.fail("preview")).output).toContain("there is no AS group with the id 00000000");
    await project.write("index.ts", text.replaceAll("{ protect: true }", "{}"));
    await project.succeed("up");
    await project.succeed("destroy");
    expect(project.groups()).toEqual([]);
  });
});
