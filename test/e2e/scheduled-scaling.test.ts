import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nextActions } from "../../components";
import type { Timetable } from "../../components/scheduled-scaling/plan/timetable";
import { manualClock } from "../../simulator/src";
import { byHand } from "../support/by-hand";
import { groupArgs } from "./support/group-args";
import { openProject, type Project } from "./support/project";

const DAY_MS = 86_400_000;
const dateIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** One stack from the first timetable to the last: each test goes on where the one before has ended. */
describe("the life of a timetable", () => {
  let project: Project;
  let timetable: Timetable;
  let begin: Date;
  // It stands still unless it is moved: at the moment at which the plan begins.
  const clock = manualClock(new Date());
  /** An hour of the day that has not come and does not come while the test runs. */
  const hour = (ahead: number): string => String((clock.now().getUTCHours() + ahead) % 24).padStart(2, "0");
  const [morningHour, eveningHour] = [hour(6), hour(14)];

  const declare = async (minutes: string): Promise<void> => {
    timetable = {
      timeZone: "Europe/Berlin",
      timetable: [
        { name: "morning", at: `${morningHour}:${minutes}`, desireInstanceNumber: 5 },
        { name: "evening", at: `${eveningHour}:00`, desireInstanceNumber: 2 },
      ],
      until: dateIn(20),
    };
    await project.declare(
      { name: "web", args: groupArgs(project.configurationId, { desireInstanceNumber: 0 }) },
      {
        kind: "ScheduledScaling",
        name: "hours",
        args: { ...timetable, scalingGroupId: { $output: ["web", "id"] } },
      },
    );
  };
  const policies = () => project.simulator.admin.snapshot().policies;
  const idsOf = (entry: string): readonly string[] =>
    policies()
      .filter(({ document }) => String(document["scaling_policy_name"]).startsWith(`hours-${entry}`))
      .map(({ id }) => id)
      .sort();

  beforeAll(async () => {
    project = await openProject({ simulator: { clock, tokenLifetimeHours: 100_000 } });
    await declare("00");
  });
  afterAll(() => project.close());

  test("begins with its policies, and shows nothing to do afterwards", async () => {
    await project.succeed("up");
    expect(idsOf("morning")).not.toEqual([]);
    expect(idsOf("evening")).not.toEqual([]);
    const { writes } = project.calls();
    expect(writes.filter((call) => call === "POST scaling_policy")).toHaveLength(policies().length);
    expect((await project.succeed("preview")).output).toContain(`${policies().length + 3} unchanged`);
    expect(project.calls().writes).toEqual([]);
  });

  test("goes on with another time of one entry, and leaves the policies of the other alone", async () => {
    const [morning, evening] = [idsOf("morning"), idsOf("evening")];
    await declare("30");
    await project.succeed("up");
    expect([idsOf("morning"), idsOf("evening")]).toEqual([morning, evening]);
    begin = new Date();
    expect(project.calls().writes).toEqual(morning.map(() => "PUT scaling_policy/*"));
  });

  test("acts at the moments that nextActions tells", async () => {
    const call = await byHand(project.simulator);
    const acted = async (): Promise<readonly string[]> => {
      const logs = await Promise.all(
        policies().map(({ id }) => call("GET", `scaling_policy_execute_log/${id}`)),
      );
      return logs
        .flatMap((log) => log["scaling_policy_execute_log"] as readonly { readonly execute_time: string }[])
        .map(({ execute_time }) => execute_time)
        .sort();
    };
    const told = nextActions(timetable, 4, begin).map(({ at }) => at);
    for (const at of told) clock.advance(Date.parse(at) - clock.now().getTime());
    expect(await acted()).toEqual(told.map((at) => at.replace("Z", ":00Z")));
    expect(project.group().document).toMatchObject({ desire_instance_number: 2 });
  });

  test("ends with its policies, and nothing is left", async () => {
    const destroyed = project.stack.start("destroy").done;
    const minutes = setInterval(() => {
      clock.advance(60_000);
    }, 100);
    expect(
      (
        await destroyed.finally(() => {
          clearInterval(minutes);
        })
      ).exitCode,
    ).toBe(0);
    expect(policies()).toEqual([]);
    expect(project.groups()).toEqual([]);
    expect((await project.stack.exportState()).deployment.resources ?? []).toEqual([]);
  });
});
