import { describe, expect, it } from "vitest";
import { modifyAsPolicy, pauseAsPolicy } from "../../../provider/api/as-policy";
import type { Args } from "../../e2e/support/group-args";
import { ALARM, done, END, execute, made, OTHER_ALARM, type PolicyScene, policyScene } from "./support";

const POLICY = "PUT scaling_policy/*";
const ACTION = "POST scaling_policy/*/action";

describe("an edit of an AS policy", () => {
  it("of every field is one call with what differs, nested objects whole", async () => {
    const scene = await policyScene();
    const { world, stack, daily } = await made(scene, scene.daily({ scalingPolicyName: "night" }));
    const scheduledPolicy = {
      launchTime: "06:30",
      recurrenceType: "Monthly",
      recurrenceValue: "1,15",
      startTime: "2099-01-01T00:00Z",
      endTime: END,
    };
    const program = daily({
      scalingPolicyName: "day",
      scheduledPolicy,
      scalingPolicyAction: { operation: "REDUCE", percentage: 50 },
      coolDownTime: 0,
      description: "secret plans",
      enabled: false,
    });
    expect(await stack.up(program)).toMatchObject({ operation: "update", failure: undefined, warnings: [] });
    expect(world.calls()).toMatchObject({
      writes: [ACTION, POLICY],
      bodies: [
        { action: "pause" },
        {
          scaling_policy_name: "day",
          scheduled_policy: {
            launch_time: "06:30",
            recurrence_type: "Monthly",
            recurrence_value: "1,15",
            start_time: "2099-01-01T00:00Z",
            end_time: END,
          },
          scaling_policy_action: { operation: "REDUCE", percentage: 50 },
          cool_down_time: 0,
          description: "secret plans",
        },
      ],
    });
    expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
  });

  it("that takes arguments out goes back to the defaults of the service", async () => {
    const scene = await policyScene();
    const { world, stack, alarm } = await made(
      scene,
      scene.alarm({ scalingPolicyAction: { size: 5 }, coolDownTime: 5, description: "d", enabled: false }),
    );
    await stack.up(alarm());
    expect(world.calls()).toMatchObject({
      writes: [POLICY, ACTION],
      bodies: [
        { scaling_policy_action: { operation: "ADD", size: 1 }, cool_down_time: 300, description: "" },
        { action: "resume" },
      ],
    });
    expect(await stack.preview(alarm())).toMatchObject({ operation: "same", warnings: [] });
  });

  it("changes the trigger in place, there and back", async () => {
    const scene = await policyScene();
    const { world, stack, alarm, daily, id } = await made(scene, scene.alarm());
    const once = { scalingPolicyType: "SCHEDULED", scheduledPolicy: { launchTime: "2099-01-01T00:00Z" } };
    for (const program of [daily(once), daily(), alarm({ alarmId: OTHER_ALARM })]) {
      expect(await stack.preview(program)).toMatchObject({ operation: "update", warnings: [] });
      expect(await stack.up(program)).toMatchObject({ operation: "update", failure: undefined });
      expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
    }
    expect(stack.recorded()?.id).toBe(id);
    expect(world.calls().writes).toEqual([POLICY, POLICY, POLICY]);
  });

  it("moves to another group in place, together with its alarm rule", async () => {
    const scene = await policyScene();
    const { world, stack, alarm, id } = await made(scene, scene.alarm());
    const green = await world.newGroup("green");
    const program = alarm({ scalingResourceId: green });
    expect(await stack.up(program)).toMatchObject({ operation: "update", failure: undefined });
    expect(world.policy()).toMatchObject({
      scaling_policy_id: id,
      scaling_resource_id: green,
      alarm_id: ALARM,
    });
    expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
  });

  it("moves to a bandwidth in place, with an action that suits it", async () => {
    const scene = await policyScene();
    const { world, stack, alarm } = await made(
      scene,
      scene.alarm({ scalingPolicyAction: { operation: "REMOVE", percentage: 20 } }),
    );
    const bandwidth = world.newBandwidth();
    const program = alarm({
      scalingResourceId: bandwidth,
      scalingResourceType: "BANDWIDTH",
      scalingPolicyAction: { operation: "REDUCE", size: 5, limits: 10 },
    });
    expect(await stack.up(program)).toMatchObject({ operation: "update", failure: undefined });
    expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
  });

  it.each(["replace", "merge"] as const)(
    "ends as wanted whether the service replaces or merges nested objects: %s",
    async (policyModify) => {
      const scene = await policyScene({ variants: { policyModify } });
      const { stack, daily } = await made(scene, scene.daily({ scalingPolicyAction: { size: 3 } }));
      const weekly = {
        launchTime: "10:00",
        recurrenceType: "Weekly",
        recurrenceValue: "1",
        startTime: "2099-01-01T00:00Z",
        endTime: END,
      };
      const programs: readonly Args[] = [
        daily({ scheduledPolicy: weekly, scalingPolicyAction: { operation: "REMOVE", percentage: 10 } }),
        daily({ scalingPolicyAction: { operation: "SET", size: 0 } }),
      ];
      for (const program of programs) {
        expect(await stack.up(program)).toMatchObject({ operation: "update", failure: undefined });
        expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
      }
    },
  );

  it.each(["replace", "merge"] as const)(
    "that takes out the start of a policy that has not begun lets it begin, where nested objects are: %s",
    async (policyModify) => {
      const scene = await policyScene({ variants: { policyModify } });
      const scheduledPolicy = { launchTime: "20:00", recurrenceType: "Daily", endTime: END };
      const later = scene.daily({ scheduledPolicy: { ...scheduledPolicy, startTime: "2099-01-01T00:00Z" } });
      const { world, stack, daily } = await made(scene, later);
      const program = daily({ scheduledPolicy });
      expect(await stack.preview(program)).toMatchObject({ operation: "update", warnings: [] });
      expect(await stack.up(program)).toMatchObject({ operation: "update", failure: undefined });
      const now = `${new Date(world.clock.now()).toISOString().slice(0, 16)}Z`;
      expect(world.calls()).toMatchObject({
        writes: [POLICY],
        bodies: [{ scheduled_policy: { start_time: now } }],
        reads: { scaling_policy: 3 },
      });
      expect(world.policy()["scheduled_policy"]).toMatchObject({ start_time: now });
      expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
      await stack.refresh();
      expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
    },
  );

  it("waits until the policy has been executed", async () => {
    const scene = await policyScene();
    const bandwidth = scene.world.newBandwidth();
    const program = scene.alarm({ scalingResourceId: bandwidth, scalingResourceType: "BANDWIDTH" });
    const { world, stack, id } = await made(scene, program);
    await execute(scene, id);
    expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
    expect(await stack.up({ ...program, coolDownTime: 1, enabled: false })).toMatchObject({
      failure: undefined,
    });
    expect(world.policy()).toMatchObject({ policy_status: "PAUSED", cool_down_time: 1 });
  });

  it("is refused when nothing is waited for, and says what is going on", async () => {
    const scene = await policyScene();
    const program = scene.alarm({
      scalingResourceId: scene.world.newBandwidth(),
      scalingResourceType: "BANDWIDTH",
      timeouts: { update: 0 },
    });
    const { stack, id } = await made(scene, program);
    await execute(scene, id);
    const { failure } = await stack.up({ ...program, coolDownTime: 1 });
    expect(failure).toContain("AS.3038: the policy is being executed");
  });
});

describe("a schedule that has passed", () => {
  const once = (launchTime: string) => ({ scalingPolicyType: "SCHEDULED", scheduledPolicy: { launchTime } });
  const soon = ({ world }: PolicyScene) =>
    `${new Date(world.clock.now() + 120_000).toISOString().slice(0, 16)}Z`;

  it("stays valid as long as it does not change", async () => {
    const scene = await policyScene();
    const program = scene.daily(once(soon(scene)));
    const { world, stack } = await made(scene, program);
    world.pass(600);
    expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
    expect(await stack.up({ ...program, coolDownTime: 1 })).toMatchObject({ failure: undefined });
    expect(world.calls()).toMatchObject({ bodies: [{ cool_down_time: 1 }] });
  });

  it("cannot be enabled again, and the failure says why", async () => {
    const scene = await policyScene();
    const program = scene.daily({ ...once(soon(scene)), enabled: false });
    const { world, stack } = await made(scene, program);
    world.pass(600);
    const { failure } = await stack.up({ ...program, enabled: true });
    expect(failure).toContain("AS.3010: the moment at which the policy is to act lies in the past");
  });
});

describe("drift of an AS policy", () => {
  it("is told with every field, in words, and taken back", async () => {
    const scene = await policyScene();
    const program = scene.daily({
      scalingPolicyAction: { operation: "REMOVE", size: 2 },
      description: "ours",
      scalingPolicyName: "night",
    });
    const { world, stack, id } = await made(scene, program);
    await done(
      modifyAsPolicy(world.client)(id, {
        scalingPolicyName: "theirs",
        scheduledPolicy: {
          launchTime: "07:00",
          recurrenceType: "Weekly",
          recurrenceValue: "2",
          startTime: "2098-01-01T00:00Z",
          endTime: "2098-06-01T00:00Z",
        },
        scalingPolicyAction: { operation: "ADD", percentage: 40 },
        coolDownTime: 9,
        description: "theirs",
      }),
    );
    await done(pauseAsPolicy(world.client)(id));
    const { operation, warnings } = await stack.preview(program);
    expect(operation).toBe("update");
    expect(warnings).toEqual([
      "changed outside of Pulumi, up takes it back: scalingPolicyName: theirs → night, " +
        `scheduledPolicy: 07:00 Weekly 2 from 2098-01-01T00:00Z until 2098-06-01T00:00Z → 20:00 Daily until ${END}, ` +
        "scalingPolicyAction: ADD 40% → REMOVE 2, description: text of 6 characters → text of 4 characters, " +
        "enabled: false → true",
    ]);
    world.calls();
    expect(await stack.up(program)).toMatchObject({ operation: "update", failure: undefined });
    expect(world.calls().writes).toEqual([POLICY, ACTION]);
    // What the program does not mention stays as it is.
    expect(world.policy()).toMatchObject({ policy_status: "INSERVICE", cool_down_time: 9 });
    expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
  });

  it("of the trigger is taken back with the type that belongs to it", async () => {
    const scene = await policyScene();
    const program = scene.alarm();
    const { world, stack, id } = await made(scene, program);
    await done(
      modifyAsPolicy(world.client)(id, {
        scalingPolicyType: "SCHEDULED",
        scheduledPolicy: { launchTime: "2099-01-01T00:00Z" },
      }),
    );
    expect((await stack.preview(program)).warnings).toEqual([
      `changed outside of Pulumi, up takes it back: scalingPolicyType: SCHEDULED → ALARM, alarmId: none → ${ALARM}`,
    ]);
    await stack.up(program);
    expect(world.policy()).toMatchObject({ scaling_policy_type: "ALARM", alarm_id: ALARM });
  });

  it("is shown by a refresh, and the next up takes it back", async () => {
    const scene = await policyScene();
    const program = scene.alarm({ coolDownTime: 5, scalingPolicyAction: { operation: "REMOVE", size: 2 } });
    const { world, stack, id } = await made(scene, program);
    await done(modifyAsPolicy(world.client)(id, { coolDownTime: 6 }));
    await done(pauseAsPolicy(world.client)(id));
    await stack.refresh();
    expect(stack.recorded()).toMatchObject({
      inputs: { coolDownTime: 6, scalingPolicyAction: { operation: "REMOVE", size: 2 } },
      outputs: { coolDownTime: 6, policyStatus: "PAUSED", enabled: false },
    });
    expect(await stack.up(program)).toMatchObject({ operation: "update", failure: undefined });
    expect(world.policy()).toMatchObject({ policy_status: "INSERVICE", cool_down_time: 5 });
  });
});
