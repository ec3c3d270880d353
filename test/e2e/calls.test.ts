import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groupArgs, type Args } from "./support/group-args";
import { openProject, type Project } from "./support/project";

const times = (count: number, call: string): readonly string[] => Array<string>(count).fill(call);
const LISTING = "scaling_group";

/** The listing and the tag query that serve all groups of a run. */
const SHARED = { scaling_group: 1, "scaling_group_tag/resource_instances/action": 1 };
const { scaling_group: _, ...TAGS } = SHARED;

describe.each([1, 30])("calls for %i group(s)", (count) => {
  let project: Project;

  const declare = (more: Args) =>
    project.declare(
      ...Array.from({ length: count }, (_member, index) => ({
        name: `web${index}`,
        args: groupArgs(project.configurationId, more),
      })),
    );

  beforeAll(async () => {
    project = await openProject({ simulator: { quotas: { groups: 50 } } });
    await declare({});
  });
  afterAll(() => project.close());

  test("a preview of new groups makes none", async () => {
    await project.succeed("preview");
    expect(project.calls()).toEqual({ signIns: 0, writes: [], bodies: [], reads: {} });
  });

  test("create: one sign-in, two writes a group, and listings that are shared", async () => {
    await project.succeed("up");
    const { signIns, writes, reads } = project.calls();
    expect(signIns).toBe(1);
    expect([...writes].sort()).toEqual([
      ...times(count, "POST scaling_group"),
      ...times(count, "POST scaling_group/*/action"),
    ]);
    expect(Object.keys(reads)).toEqual([LISTING]);
    // Each create looks for a group of its own first; groups that wait share their looks.
    expect(reads[LISTING]).toBeLessThan(count + 8);
  });

  test.each(["preview", "up", "refresh"] as const)(
    "%s without changes: one sign-in, one listing and one tag query",
    async (command) => {
      await project.succeed(command);
      expect(project.calls()).toEqual({ signIns: 1, writes: [], bodies: [], reads: SHARED });
    },
  );

  test("edit: one sign-in, one write a group after a shared look, and one look at the result", async () => {
    await declare({ coolDownTime: 60 });
    await project.succeed("up");
    const { signIns, writes, reads } = project.calls();
    expect(signIns).toBe(1);
    expect(writes).toEqual(times(count, "PUT scaling_group/*"));
    const { [LISTING]: listings, ...others } = reads;
    expect(others).toEqual(TAGS);
    // Looks that begin together are one.
    expect(listings).toBeLessThanOrEqual(1 + count);
  });

  test("tags: one write a group, and one query for all", async () => {
    await declare({ coolDownTime: 60, tags: { env: "prod" } });
    await project.succeed("up");
    expect(project.calls().writes).toEqual(times(count, "POST scaling_group_tag/*/tags/action"));
    await project.succeed("preview");
    expect(project.calls()).toEqual({ signIns: 1, writes: [], bodies: [], reads: SHARED });
  });

  test("delete: one sign-in, two writes a group, its instances, and the proof that it is gone", async () => {
    await project.succeed("destroy");
    const { signIns, writes, reads } = project.calls();
    expect(signIns).toBe(1);
    expect([...writes].sort()).toEqual([
      ...times(count, "DELETE scaling_group/*"),
      ...times(count, "PUT scaling_group/*"),
    ]);
    const { [LISTING]: listings, ...others } = reads;
    expect(others).toEqual({ "scaling_group/*": count, "scaling_group_instance/*/list": count });
    expect(listings).toBeLessThan(count + 8);
    expect(project.groups()).toEqual([]);
  });
});
