import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "../../tools/run-command";
import { context } from "./support/context";
import { SUBNET, VPC } from "./support/group-args";
import { openProject, osVariables, type Project } from "./support/project";

const USER_DATA = Buffer.from("the password is swordfish").toString("base64");
const NOTHING = "00000000-0000-4000-8000-00000000ffff";

describe("a program that looks up, signed in by the stack's configuration", () => {
  let project: Project;

  beforeAll(async () => {
    project = await openProject({
      program: require.resolve("./programs/lookups/index.ts"),
      environment: () => ({}),
    });
    const { credentials, admin } = project.simulator;
    const seeded = admin.outside("seedConfiguration", { instance_config: { user_data: USER_DATA } });
    const { scaling_configuration_id: configurationId } = seeded as { scaling_configuration_id: string };
    await project.stack.setConfig({
      "lookups:vpcId": VPC,
      "lookups:subnetId": SUBNET,
      "lookups:configurationId": configurationId,
      "otc:authUrl": credentials.authUrl,
      "otc:userName": credentials.username,
      "otc:domainName": credentials.domainName,
      "otc:projectName": credentials.projectName,
    });
    await project.stack.setConfig({ "otc:password": credentials.password }, { secret: true });
  });
  afterAll(() => project.close());

  test("asks at preview what is known, signs in once for the program and once for the provider, and writes nothing", async () => {
    project.calls();
    const { output } = await project.succeed("preview");
    expect(output).not.toMatch(/warning/i);
    expect(output).toMatch(/groupsBefore: 0/);
    expect(project.calls()).toMatchObject({
      signIns: 2,
      writes: [],
      // Quotas interest the program, and the look ahead at what is new.
      reads: { scaling_group: 1, quotas: 2 },
    });
  });

  test("asks at up what the group has, when it has it", async () => {
    const { output } = await project.succeed("up");
    expect(output).not.toMatch(/warning/i);
    expect(await project.stack.outputs()).toEqual({
      sharedName: "none",
      groupsBefore: expect.any(Number) as number,
      groupQuota: { type: "scaling_Group", used: expect.any(Number) as number, quota: 25, max: 50, min: 0 },
      tags: { env: "prod" },
      states: ["INSERVICE", "INSERVICE"],
      added: [2],
      template: "[secret]",
    });
    // One session of the program, one of the provider.
    expect(project.calls().signIns).toBe(2);
  });

  test("keeps user data out of what is shown and out of the plain state", async () => {
    expect(JSON.stringify(await project.stack.exportState())).not.toContain(USER_DATA);
    const { output } = await project.succeed("preview", ["--diff"]);
    expect(output).not.toContain(USER_DATA);
  });

  test("ends with an explanation, and without a stack, when one object does not exist", async () => {
    await project.stack.setConfig({ "lookups:shared": NOTHING });
    const { output } = await project.fail("preview");
    expect(output).toContain(`getAsGroup: AS group ${NOTHING} does not exist`);
    expect(output).toContain("the service answered AS.0007 to: get AS group");
    expect(output).not.toMatch(/unhandled|node_modules/);
  });

  test("a script without an engine loads what it takes with its first question, and gets the same answers", async () => {
    const { status, output } = await runCommand(
      process.execPath,
      [join(__dirname, "programs/lookups/script.cjs"), NOTHING],
      {
        cwd: context().template,
        env: { ...osVariables(project.simulator), NODE_PATH: join(context().template, "node_modules") },
      },
    );
    expect({ status, ...(JSON.parse(output) as object) }).toEqual({
      status: 0,
      atImport: [],
      later: ["axios", "io-ts", "yaml"],
      members: 2,
      failure: expect.stringMatching(`^getAsInstances: AS group ${NOTHING} does not exist\n`) as string,
    });
  });
});
