import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LISTING, sharedLooks, TAG_QUERY, times } from "../support/calls";
import { groupArgs } from "../support/group-args";
import { openProject, type Project } from "../support/project";

const COUNT = 300;
const PAGES = 3;
/** As somebody does who has that many; without it the engine works on 16 at a time. */
const PARALLEL = ["--parallel", "100"];

/** A stack as large as the largest platforms have. */
describe(`a program of ${String(COUNT)} groups`, () => {
  let project: Project;

  beforeAll(async () => {
    project = await openProject({ simulator: { quotas: { groups: COUNT } } });
    await project.declare(
      ...Array.from({ length: COUNT }, (_member, index) => ({
        name: `web${String(index)}`,
        args: groupArgs(project.configurationId),
      })),
    );
  });
  afterAll(() => project.close());

  test("is created with two writes a group, and reads that are shared", async () => {
    await project.succeed("up", PARALLEL);
    const { signIns, writes, reads } = project.calls();
    expect(signIns).toBe(1);
    expect([...writes].sort()).toEqual([
      ...times(COUNT, "POST scaling_group"),
      ...times(COUNT, "POST scaling_group/*/action"),
    ]);
    expect(Object.keys(reads).sort()).toEqual(["quotas", LISTING, "scaling_configuration/*"].sort());
    expect(reads).toMatchObject({ quotas: 1, "scaling_configuration/*": 1 });
    // Each looks for a group of its own before it creates one; those that begin together share the pages.
    expect(reads[LISTING]).toBeLessThan(COUNT * PAGES);
    expect(project.groups()).toHaveLength(COUNT);
  });

  test("shows nothing to do, for one listing and one tag query", async () => {
    const run = await project.succeed("preview", PARALLEL);
    expect(run.output).toContain(`${String(COUNT + 1)} unchanged`);
    const { signIns, writes, reads } = project.calls();
    expect(signIns).toBe(1);
    expect(writes).toEqual([]);
    expect(Object.keys(reads).sort()).toEqual([LISTING, TAG_QUERY]);
    // One answer serves all for three seconds; the comparison of so many may take a little longer.
    expect(reads[LISTING]).toBeLessThanOrEqual(PAGES * sharedLooks(run));
  });

  test("is destroyed with two writes a group, and nothing is left", async () => {
    await project.succeed("destroy", PARALLEL);
    const { signIns, writes, reads } = project.calls();
    expect(signIns).toBe(1);
    expect([...writes].sort()).toEqual([
      ...times(COUNT, "DELETE scaling_group/*"),
      ...times(COUNT, "PUT scaling_group/*"),
    ]);
    expect(reads).toEqual({ ...reads, "scaling_group/*": COUNT, "scaling_group_instance/*/list": COUNT });
    expect(reads[LISTING]).toBeLessThan(COUNT * PAGES);
    expect(project.groups()).toEqual([]);
  });
});
