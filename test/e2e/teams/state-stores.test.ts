import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closers } from "../support/closers";
import { groupArgs } from "../support/group-args";
import { openProject, osVariables, type Project } from "../support/project";
import { upDuring } from "../support/standstill";
import { startPostgres } from "./support/postgres";
import { startS3Store } from "./support/s3-store";

/** One stack, and two people who work on it from different machines. */
describe.each([
  ["PostgreSQL", startPostgres],
  ["an S3-compatible store", startS3Store],
])("a team that keeps its states in %s", (_title, start) => {
  const started = closers();
  let one: Project;
  let other: Project;

  const declare = async (project: Project, desireInstanceNumber: number): Promise<void> => {
    await project.declare({
      name: "web",
      args: groupArgs(one.configurationId, { desireInstanceNumber }),
    });
  };

  beforeAll(async () => {
    const store = started.add(await start());
    const environment = (simulator: Project["simulator"]): Readonly<Record<string, string>> => ({
      ...osVariables(simulator),
      ...store.variables,
    });
    one = started.add(await openProject({ environment }));
    other = started.add(await openProject({ environment, beside: one }));
    await declare(one, 2);
    await declare(other, 2);
  });
  afterAll(() => started.close());

  test("sees on one machine what was made on the other", async () => {
    await one.succeed("up");
    one.calls();
    const { output } = await other.succeed("preview");
    expect(output).toContain("2 unchanged");
    await other.succeed("refresh", ["--expect-no-changes"]);
    expect(one.calls().writes).toEqual([]);
  });

  test("is refused a second update while the first one runs, and the first ends well", async () => {
    one.calls();
    await declare(one, 3);
    const first = await upDuring(one, async () => {
      await expect.poll(() => one.group().document["desire_instance_number"], { timeout: 60_000 }).toBe(3);
      await declare(other, 1);
      const { output } = await other.fail("up");
      expect(output).toContain("the stack is currently locked by 1 lock(s)");
      expect(output).toContain("pulumi cancel");
    });
    expect(first.exitCode).toBe(0);
    expect(one.calls().writes).toEqual(["PUT scaling_group/*"]);
  });

  test("goes on from the other machine, and destroys from there what was made on this one", async () => {
    await declare(other, 1);
    await other.succeed("up");
    expect(one.group().document).toMatchObject({ desire_instance_number: 1 });
    await other.succeed("destroy");
    expect(one.groups()).toEqual([]);
    expect((await one.stack.exportState()).deployment.resources ?? []).toEqual([]);
  });
});
