import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { EngineCommand } from "../../tools/engine/stack";
import { groupArgs, type Args } from "./support/group-args";
import { openProject, type Project } from "./support/project";

const TAG = "tag-that-nobody-may-read";
const OTHER_TAG = "another-tag-that-nobody-may-read";
const DESCRIPTION = "description-that-nobody-may-read";

describe("secrets", () => {
  let project: Project;
  /** All that the engine has said in the current test. */
  let told = "";
  beforeEach(() => {
    told = "";
  });

  const run = async (command: EngineCommand, args: readonly string[] = []): Promise<void> => {
    told += (await project.stack[command](args)).output;
  };
  const declare = (tag: string, more = {}) =>
    project.declare({
      name: "web",
      args: groupArgs(project.configurationId, {
        tags: { env: "prod", key: { $secret: tag } },
        description: { $secret: DESCRIPTION },
        ...more,
      }),
    });
  const state = async (): Promise<string> => JSON.stringify(await project.stack.exportState());
  const expectSecret = async (...values: readonly string[]): Promise<void> => {
    const { password } = project.simulator.credentials;
    const recorded = await state();
    const lines = told.split("\n");
    for (const value of [password, ...values]) {
      expect(lines.filter((line) => line.includes(value))).toEqual([]);
      expect(recorded.includes(value)).toBe(false);
    }
  };

  beforeAll(async () => {
    project = await openProject({ environment: () => ({}) });
    const { authUrl, region, username, password, domainName, projectName } = project.simulator.credentials;
    await project.stack.setConfig({
      "otc:authUrl": authUrl,
      "otc:region": region,
      "otc:userName": username,
      "otc:domainName": domainName,
      "otc:projectName": projectName,
    });
    await project.stack.setConfig({ "otc:password": password }, { secret: true });
  });
  afterAll(() => project.close());

  test("are in no output and not in plain state after preview, up and refresh", async () => {
    await declare(TAG);
    for (const command of ["preview", "up", "refresh", "preview"] as const) await run(command, ["--diff"]);
    await expectSecret(TAG, DESCRIPTION);
    expect(project.group().tags).toEqual({ env: "prod", key: TAG });
    expect(told).toContain("2 unchanged");
  });

  test("are in no output and not in plain state when they change", async () => {
    await declare(OTHER_TAG);
    for (const command of ["preview", "up"] as const) await run(command, ["--diff"]);
    await expectSecret(TAG, OTHER_TAG, DESCRIPTION);
    expect(project.group().tags).toEqual({ env: "prod", key: OTHER_TAG });
  });

  test("are in no output when they were changed outside", async () => {
    project.outside("setTags", { tags: { env: "prod", key: "theirs" } });
    project.outside("modifyGroup", { description: "theirs" });
    for (const command of ["preview", "up"] as const) await run(command, ["--diff"]);
    await expectSecret(OTHER_TAG, DESCRIPTION);
    expect(project.group().document["description"]).toBe(DESCRIPTION);
  });

  test("are in no output when they are refused", async () => {
    const invalid = `${TAG} is not a tag value`;
    const long = `${DESCRIPTION} ${"x".repeat(300)}`;
    await declare(invalid, { description: { $secret: long } });
    await run("preview");
    expect(told).toContain("property tags value {map[env:{prod} key:{[secret]}]} has a problem");
    expect(told).toContain("property description value {[secret]} has a problem");
    await expectSecret(invalid, DESCRIPTION);
  });

  test("are in no output when they are a name that is refused", async () => {
    await declare(TAG, { scalingGroupName: { $secret: "a name that nobody may read" } });
    await run("preview");
    expect(told).toContain("property scalingGroupName value {[secret]} has a problem");
    await expectSecret("a name that nobody may read");
  });

  test("are in no output of a failing service and of a destroy", async () => {
    await declare(OTHER_TAG, { coolDownTime: 1 });
    project.simulator.admin.fault({
      match: { method: "PUT" },
      effect: { kind: "status", status: 400, code: "AS.2006" },
    });
    for (const command of ["up", "destroy"] as const) await run(command, ["--diff"]);
    expect(told).toContain("AS.2006");
    await expectSecret(OTHER_TAG, DESCRIPTION);
    expect(project.groups()).toEqual([]);
  });
});

/** One stack: each test goes on where the one before has ended. */
describe("secrets that leave the program in an update that fails", () => {
  const METADATA = "metadata-that-nobody-may-read";
  let project: Project;
  let told = "";

  const declare = (group: Args, hook: Args): Promise<void> =>
    project.declare(
      { name: "web", args: groupArgs(project.configurationId, group) },
      {
        kind: "LifecycleHook",
        name: "drain",
        args: {
          scalingGroupId: { $output: ["web", "id"] },
          lifecycleHookType: "INSTANCE_TERMINATING",
          notificationTopicUrn: "urn:smn:eu-de:0123456789abcdef0123456789abcdef:scaling",
          ...hook,
        },
      },
    );
  const run = async (command: "succeed" | "fail", ...args: Parameters<Project["succeed"]>): Promise<void> => {
    told += (await project[command](...args)).output;
  };
  const recorded = async (kind: string) => {
    const { resources = [] } = (await project.stack.exportState()).deployment;
    const found = resources.find(({ urn }) => urn.includes(kind));
    return JSON.stringify([found?.inputs, found?.outputs]);
  };
  const expectSecret = async (...values: readonly string[]): Promise<void> => {
    const state = JSON.stringify(await project.stack.exportState());
    expect(values.filter((value) => state.includes(value) || told.includes(value))).toEqual([]);
  };
  const secretly = { description: { $secret: DESCRIPTION } };

  beforeAll(async () => {
    project = await openProject();
    await declare(secretly, { notificationMetadata: { $secret: METADATA } });
    await run("succeed", "up");
  });
  afterAll(() => project.close());

  test("stay encrypted beside what the update of a hook has set", async () => {
    await declare(secretly, { defaultTimeout: 120 });
    // Carried out, but nobody can tell.
    project.simulator.admin.fault({
      match: { method: "PUT", path: "**/scaling_lifecycle_hook/**" },
      effect: { kind: "malformed" },
    });
    await run("fail", "up", ["--diff"]);
    expect(await recorded("LifecycleHook")).toContain("120");
    await expectSecret(METADATA, DESCRIPTION);
  });

  test("stay encrypted beside the tags that the update of a group has set", async () => {
    await declare({ description: "public", tags: { env: "prod" } }, { defaultTimeout: 120 });
    project.simulator.admin.fault({
      match: { method: "PUT", path: "**/scaling_group/*" },
      effect: { kind: "status", status: 400, code: "AS.2006" },
    });
    await run("fail", "up", ["--diff"]);
    expect(await recorded("AsGroup")).toContain("prod");
    await expectSecret(METADATA, DESCRIPTION);
  });

  test("stay encrypted in a refresh and a preview, and are gone after an up", async () => {
    await run("succeed", "refresh", ["--diff"]);
    await expectSecret(METADATA, DESCRIPTION);
    await run("succeed", "preview", ["--diff"]);
    await run("succeed", "up", ["--diff"]);
    await expectSecret(METADATA, DESCRIPTION);
    expect(project.group()).toMatchObject({ tags: { env: "prod" }, document: { description: "public" } });
    expect((await project.succeed("preview")).output).toContain("3 unchanged");
  });
});
