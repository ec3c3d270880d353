import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groupArgs } from "./support/group-args";
import { openProject, type Project } from "./support/project";

const CREATE = { method: "POST", path: "**/scaling_group" } as const;

describe("a create that is interrupted after the group has come to be", () => {
  let project: Project;

  const expectOneCompleteGroup = async () => {
    const group = project.group();
    expect(group.instances).toHaveLength(2);
    expect(group.document["scaling_group_status"]).toBe("INSERVICE");
    expect(group.tags).toEqual({ env: "prod" });
    const { web } = (await project.stack.outputs()) as { web: { scalingGroupId: string } };
    expect(web.scalingGroupId).toBe(group.id);
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
    await project.succeed("destroy");
    expect(project.groups()).toEqual([]);
  };
  const declare = (more = {}) =>
    project.declare({
      name: "web",
      args: groupArgs(project.configurationId, { desireInstanceNumber: 2, tags: { env: "prod" }, ...more }),
    });
  const writes = () =>
    project.simulator.admin
      .requests()
      .filter(({ service, method }) => service === "as" && method === "POST")
      .map(({ path }) => path);

  beforeAll(async () => {
    project = await openProject();
    await declare();
  });
  afterAll(() => project.close());

  test.each(["lost", "truncated", "malformed"] as const)(
    "finds its group when the response is %s",
    async (kind) => {
      project.simulator.admin.fault({ match: CREATE, effect: { kind } });
      project.calls();
      await project.succeed("up");
      expect(project.calls().writes.filter((write) => write === "POST scaling_group")).toHaveLength(1);
      await expectOneCompleteGroup();
    },
  );

  test("tries again when the request has not been carried out", async () => {
    project.simulator.admin.fault({ match: CREATE, effect: { kind: "reset" } });
    await project.succeed("up");
    await expectOneCompleteGroup();
  });

  test("fails when the response is lost and nobody can look, and the next up goes on", async () => {
    project.simulator.admin.fault({ match: CREATE, effect: { kind: "lost" } });
    // The look before the create is answered; those after it are not.
    project.simulator.admin.fault({
      match: { method: "GET", path: "**/scaling_group", nth: 2 },
      effect: { kind: "status", status: 500 },
      times: 1000,
    });
    await project.fail("up");
    project.simulator.admin.clearFaults();
    const { id } = project.group();
    const { output } = await project.succeed("up");
    expect(project.group().id).toBe(id);
    expect(output).toMatch(/AsGroup web created/);
    expect(output).toContain(
      `continuing with AS group ${project.group().name} (${id}), which an interrupted run had created`,
    );
    await expectOneCompleteGroup();
  });

  test.each([
    ["before the group is enabled", { method: "POST", path: "**/scaling_group/*/action" }],
    ["while it waits for the instances", undefined],
  ])("killed with the CLI and the provider %s, leaves one group after the next up", async (_, held) => {
    if (held === undefined) project.simulator.admin.speed(1);
    else project.simulator.admin.fault({ match: held, effect: { kind: "delay", ms: 600_000 } });
    project.calls();
    const running = project.stack.start("up");
    await expect
      .poll(() => writes().some((path) => path.endsWith("/action")), { timeout: 60_000 })
      .toBe(true);
    await running.killTree("SIGKILL");
    await running.done;
    project.simulator.admin.speed(200);
    project.simulator.admin.clearFaults();
    const { id } = project.group();
    expect((await project.stack.run(["cancel", "--yes"])).exitCode).toBe(0);
    await project.succeed("up");
    expect(project.group().id).toBe(id);
    await expectOneCompleteGroup();
  });

  test("interrupted once with ^C, is finished and recorded", async () => {
    project.simulator.admin.speed(20);
    project.calls();
    const running = project.stack.start("up");
    await expect
      .poll(() => writes().some((path) => path.endsWith("/action")), { timeout: 60_000 })
      .toBe(true);
    running.kill("SIGINT");
    expect((await running.done).exitCode).not.toBe(0);
    project.simulator.admin.speed(200);
    await project.succeed("up");
    await expectOneCompleteGroup();
  });

  test("under a name that the user chose, does not take another group for its own", async () => {
    await declare({ scalingGroupName: "shared" });
    await project.succeed("up");
    const theirs = project.group().id;
    await project.stack.run(["state", "delete", "--yes", (await urnOfGroup()) ?? ""]);
    await declare({ scalingGroupName: "shared", coolDownTime: 17 });
    await project.succeed("up");
    const [first, second] = project.groups().map(({ id }) => id);
    expect(first).toBe(theirs);
    expect(second).toBeDefined();
  });

  const urnOfGroup = async (): Promise<string | undefined> =>
    (await project.stack.exportState()).deployment.resources?.find(({ type }) => type.includes("AsGroup"))
      ?.urn;
});
