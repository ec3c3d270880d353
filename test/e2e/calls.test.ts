import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LISTING, sharedLooks, TAG_QUERY, times, type TimedCalls } from "./support/calls";
import { groupArgs, type Args } from "./support/group-args";
import { openProject, type Project } from "./support/project";

/** What is read once a run before anything is created. */
const LOOK_AHEAD = { quotas: 1, "scaling_configuration/*": 1 };
/** How often something that all groups share may be read: once, unless the calls take long. */
const sharedReads = (count: number, calls: TimedCalls): number => (count === 1 ? 1 : sharedLooks(calls));

describe.each([1, 30])("calls for %i group(s)", (count) => {
  let project: Project;

  const declare = (more: Args) =>
    project.declare(
      ...Array.from({ length: count }, (_member, index) => ({
        name: `web${index}`,
        args: groupArgs(project.configurationId, more),
      })),
    );

  const expectOnlySharedReads = (): void => {
    const calls = project.calls();
    const { signIns, writes, reads } = calls;
    expect(signIns).toBe(1);
    expect(writes).toEqual([]);
    expect(Object.keys(reads).sort()).toEqual([LISTING, TAG_QUERY]);
    for (const times of Object.values(reads)) expect(times).toBeLessThanOrEqual(sharedReads(count, calls));
  };

  beforeAll(async () => {
    project = await openProject({ simulator: { quotas: { groups: 50 } } });
    await declare({});
  });
  afterAll(() => project.close());

  test("a preview of new groups looks ahead: one sign-in, the quotas, and their AS configuration once", async () => {
    await project.succeed("preview");
    const { signIns, writes, reads } = project.calls();
    expect({ signIns, writes, reads }).toEqual({ signIns: 1, writes: [], reads: LOOK_AHEAD });
  });

  test("create: one sign-in, two writes a group, and listings that are shared", async () => {
    await project.succeed("up");
    const { signIns, writes, reads } = project.calls();
    expect(signIns).toBe(1);
    expect([...writes].sort()).toEqual([
      ...times(count, "POST scaling_group"),
      ...times(count, "POST scaling_group/*/action"),
    ]);
    expect(reads).toEqual({ ...LOOK_AHEAD, [LISTING]: reads[LISTING] });
    // Each create looks for a group of its own first; groups that wait share their looks.
    expect(reads[LISTING]).toBeLessThan(count + 8);
  });

  test.each(["preview", "up", "refresh"] as const)(
    "%s without changes: one sign-in, one listing and one tag query",
    async (command) => {
      await project.succeed(command);
      expectOnlySharedReads();
    },
  );

  test("edit: one sign-in, one write a group after a shared look, and one look at the result", async () => {
    await declare({ coolDownTime: 60 });
    await project.succeed("up");
    const calls = project.calls();
    const { signIns, writes, reads } = calls;
    expect(signIns).toBe(1);
    expect(writes).toEqual(times(count, "PUT scaling_group/*"));
    expect(Object.keys(reads).sort()).toEqual([LISTING, TAG_QUERY]);
    expect(reads[TAG_QUERY]).toBeLessThanOrEqual(sharedReads(count, calls));
    // Looks that begin together are one.
    expect(reads[LISTING]).toBeLessThanOrEqual(sharedReads(count, calls) + count);
  });

  test("tags: one write a group, and one query for all", async () => {
    await declare({ coolDownTime: 60, tags: { env: "prod" } });
    await project.succeed("up");
    expect(project.calls().writes).toEqual(times(count, "POST scaling_group_tag/*/tags/action"));
    await project.succeed("preview");
    expectOnlySharedReads();
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
