import { describe, expect, test } from "vitest";
import { signalProcess } from "../../tools/engine/process-tree";
import { groupArgs, OTHER_SUBNET } from "./support/group-args";
import { killEverything, proveKilled } from "./support/killed";
import { openProject, type Project } from "./support/project";

const unlock = async (project: Project): Promise<void> => {
  expect((await project.stack.run(["cancel", "--yes"])).exitCode).toBe(0);
};

describe("after the engine and the provider were killed, the next command", () => {
  proveKilled(killEverything, unlock);
});

test("a provider whose engine was killed finishes its drain, and the next up finds nothing to do", async () => {
  const project = await openProject();
  try {
    const declare = (more: object) =>
      project.declare({
        name: "web",
        args: groupArgs(project.configurationId, { desireInstanceNumber: 2, ...more }),
      });
    await declare({});
    await project.succeed("up");
    await declare({ lockedChange: "drain", networks: [{ id: OTHER_SUBNET }] });
    const running = project.stack.start("up");
    await expect.poll(() => project.group().tags, { timeout: 60_000 }).toHaveProperty("pulumi-drain");
    const orphans = (await running.tree()).slice(1);
    running.kill("SIGKILL");
    await expect.poll(() => project.group().tags, { timeout: 60_000 }).toEqual({});
    expect(project.group().document).toMatchObject({
      scaling_group_status: "INSERVICE",
      current_instance_number: 2,
      networks: [{ id: OTHER_SUBNET }],
    });
    for (const { pid } of orphans) signalProcess(pid, "SIGKILL");
    await running.done;
    await unlock(project);
    project.calls();
    await project.succeed("up");
    expect(project.calls().writes).toEqual([]);
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
  } finally {
    await project.close();
  }
});
