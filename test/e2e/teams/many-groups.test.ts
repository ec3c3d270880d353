import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LISTING, sharedLooks, TAG_QUERY, times } from "../support/calls";
import { groupArgs } from "../support/group-args";
import { openProject, type Project } from "../support/project";

const COUNT = 300;
const PAGES = 3;
/** As somebody does who has that many; without it the engine works on 16 at a time. */
const PARALLEL = ["--parallel", "100"];

const GROUP = "scaling_group/*";
/** How often a watcher looks in so many seconds at most: its delays are a second and more, or a fifth less. */
const ticks = (seconds: number): number => 1 + Math.floor(seconds / 0.8);

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
    const { signIns, writes, reads, looks, looksOverlap, seconds } = project.calls();
    expect(signIns).toBe(1);
    expect([...writes].sort()).toEqual([
      ...times(COUNT, "POST scaling_group"),
      ...times(COUNT, "POST scaling_group/*/action"),
    ]);
    const { [LISTING]: _pages, [GROUP]: alone = 0, ...others } = reads;
    expect(others).toEqual({ quotas: 1, "scaling_configuration/*": 1 });
    // Each looks for a group of its own before it creates one; those that begin together share a look.
    expect(looksOverlap).toBe(false);
    expect(looks).toBeLessThanOrEqual(COUNT + ticks(seconds));
    // Fewer than there are pages do not wait for a listing.
    expect(alone).toBeLessThanOrEqual((PAGES - 1) * ticks(seconds));
    expect(project.groups()).toHaveLength(COUNT);
  });

  test("shows nothing to do, for one listing and one tag query", async () => {
    const { output } = await project.succeed("preview", PARALLEL);
    expect(output).toContain(`${String(COUNT + 1)} unchanged`);
    const calls = project.calls();
    const { signIns, writes, reads, looksOverlap } = calls;
    expect(signIns).toBe(1);
    expect(writes).toEqual([]);
    expect(Object.keys(reads).sort()).toEqual([LISTING, TAG_QUERY]);
    // One answer serves all for three seconds; the comparison of so many may take a little longer.
    expect(reads[LISTING]).toBeLessThanOrEqual(PAGES * sharedLooks(calls));
    expect(reads[TAG_QUERY]).toBeLessThanOrEqual(sharedLooks(calls));
    expect(looksOverlap).toBe(false);
  });

  test("is destroyed with two writes a group, and nothing is left", async () => {
    await project.succeed("destroy", PARALLEL);
    const { signIns, writes, reads, looks, looksOverlap, seconds } = project.calls();
    expect(signIns).toBe(1);
    expect([...writes].sort()).toEqual([
      ...times(COUNT, "DELETE scaling_group/*"),
      ...times(COUNT, "PUT scaling_group/*"),
    ]);
    const { [LISTING]: _pages, ...others } = reads;
    // The proof that each is gone is its own.
    expect(others).toEqual({ [GROUP]: COUNT, "scaling_group_instance/*/list": COUNT });
    expect(looksOverlap).toBe(false);
    expect(looks).toBeLessThanOrEqual(COUNT + ticks(seconds));
    expect(project.groups()).toEqual([]);
  });
});
