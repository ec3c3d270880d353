import * as pulumi from "@pulumi/pulumi";
import { beforeAll, describe, expect, it } from "vitest";
import { AlarmScaling } from "../../../components/alarm-scaling/alarm-scaling";
import type { AlarmScalingArgs } from "../../../components/alarm-scaling/alarm-scaling-args";
import { declaredBy, optionsOfChildren, valueOf, withoutEngine } from "../support/mocks";

const OUT = { alarmId: "al1700000000001abcDEF12Z", threshold: 70 };
const IN = { alarmId: "al1700000000002abcDEF12Z", threshold: 30 };
const MORE = { alarmId: "al1700000000003abcDEF12Z", threshold: 90, instancePercentage: 100 };

const argsWith = (more: Partial<AlarmScalingArgs> = {}): AlarmScalingArgs => ({
  scalingGroupId: "web-id",
  scaleOut: OUT,
  scaleIn: IN,
  ...more,
});

const policyArgs = (alarmId: string, scalingPolicyAction: object, coolDownTime: number) => ({
  scalingResourceId: "web-id",
  scalingPolicyType: "ALARM",
  alarmId,
  scalingPolicyAction,
  coolDownTime,
  enabled: true,
});

beforeAll(withoutEngine);

describe("alarm scaling", () => {
  it("is a policy for each alarm: out by half and soon again, in by one and late again", async () => {
    expect(await declaredBy(() => new AlarmScaling("cpu", argsWith()))).toEqual([
      { type: "otc:autoscaling:AlarmScaling", name: "cpu", args: {} },
      {
        type: "pulumi-nodejs:dynamic/otc:AsPolicy",
        name: "cpu-out",
        args: policyArgs(OUT.alarmId, { operation: "ADD", percentage: 50 }, 180),
      },
      {
        type: "pulumi-nodejs:dynamic/otc:AsPolicy",
        name: "cpu-in",
        args: policyArgs(IN.alarmId, { operation: "REMOVE", size: 1 }, 600),
      },
    ]);
  });

  it("gives further steps names of their own, and passes on what the program says", async () => {
    const declared = await declaredBy(
      () =>
        new AlarmScaling(
          "cpu",
          argsWith({
            scaleOut: [{ ...OUT, instanceNumber: 1, coolDownTime: 60 }, MORE],
            enabled: false,
            transform: { scaleIn: { description: "calm" } },
          }),
        ),
    );
    expect(declared.slice(1)).toMatchObject([
      {
        name: "cpu-out",
        args: { scalingPolicyAction: { operation: "ADD", size: 1 }, coolDownTime: 60, enabled: false },
      },
      {
        name: "cpu-out-2",
        args: { alarmId: MORE.alarmId, scalingPolicyAction: { operation: "ADD", percentage: 100 } },
      },
      { name: "cpu-in", args: { description: "calm", enabled: false } },
    ]);
  });

  it("has its policies below it, and tells their ids", async () => {
    const { options, aliasesOf, transformations } = optionsOfChildren();
    const made: AlarmScaling[] = [];
    await declaredBy(() => made.push(new AlarmScaling("cpu", argsWith(), { transformations })));
    const [cpu] = made;
    if (cpu === undefined) throw new Error("nothing was declared");
    expect(options.get("cpu-out")?.parent).toBe(cpu);
    expect(await aliasesOf("cpu-in")).toContain(
      "urn:pulumi:stack::project::pulumi-nodejs:dynamic/otc:AsPolicy::cpu-in",
    );
    expect(await valueOf(cpu.scalingGroupId)).toBe("web-id");
    expect(await valueOf(cpu.scaleOutPolicyIds)).toEqual(["cpu-out-id"]);
    expect(await valueOf(cpu.scaleInPolicyIds)).toEqual(["cpu-in-id"]);
  });

  it("takes outputs, and creates the policies when these have come and are sound", async () => {
    const declared = await declaredBy(
      () =>
        new AlarmScaling(
          "cpu",
          argsWith({
            scalingGroupId: pulumi.output("web-id"),
            minInstanceNumber: pulumi.output(2),
            maxInstanceNumber: pulumi.output(8),
            scaleIn: { ...IN, threshold: 45 },
          }),
        ),
    );
    expect(declared.slice(1)).toMatchObject([
      { name: "cpu-out", args: { scalingResourceId: "web-id" } },
      { name: "cpu-in", args: { scalingResourceId: "web-id" } },
    ]);
  });

  it("sends what it has checked where a number is null, at once or later", async () => {
    const nothing = null as unknown as number;
    const declared = await declaredBy(
      () =>
        new AlarmScaling(
          "cpu",
          argsWith({
            scaleOut: { ...OUT, instanceNumber: nothing, coolDownTime: pulumi.output(nothing) },
            scaleIn: { ...IN, instanceNumber: pulumi.output(nothing), coolDownTime: nothing },
          }),
        ),
    );
    expect(declared.slice(1).map(({ args }) => args)).toEqual([
      policyArgs(OUT.alarmId, { operation: "ADD", percentage: 50 }, 180),
      policyArgs(IN.alarmId, { operation: "REMOVE", size: 1 }, 600),
    ]);
  });

  it.each<[string, unknown, string]>([
    ["no arguments", undefined, "scalingGroupId is missing"],
    [
      "a direction that is an output",
      argsWith({ scaleOut: pulumi.output({ ...OUT, instancePercentage: 10 }) as never }),
      "scaleOut is not known yet: expected a step with alarmId and threshold, or a list of 1 to 49 of them, known when the program runs; members may come later",
    ],
    ["a step that is an output", argsWith({ scaleIn: [pulumi.output(IN)] }), "scaleIn[0] is not known yet"],
  ])("with %s is refused, and declares no policy", async (_, args, reason) => {
    const declared = await declaredBy(() => {
      expect(() => new AlarmScaling("cpu", args as AlarmScalingArgs)).toThrow(reason);
    });
    expect(declared.map(({ name }) => name)).toEqual(["cpu"]);
  });

  it("refuses at once what is wrong and known, all of it, and declares no policy", async () => {
    const messages: string[] = [];
    const declared = await declaredBy(() => {
      try {
        new AlarmScaling(
          "cpu",
          argsWith({ scaleIn: { ...OUT, coolDownTime: 60 }, minInstanceNumber: pulumi.output(1) }),
        );
      } catch (error) {
        if (pulumi.ResourceError.isInstance(error)) messages.push(error.message);
      }
    });
    expect(messages).toEqual([
      [
        "AlarmScaling cpu cannot be declared:",
        `  scaleIn.alarmId ${OUT.alarmId} is that of scaleOut, too: each step needs an alarm rule of its own`,
        "  scaleIn.coolDownTime 60 is shorter than the 180 of scaleOut: to scale out quickly and in slowly, it has to be as long at least",
        "  scaleIn.threshold 70 is not below the 70 of scaleOut: at 70 both alarms would be raised",
      ].join("\n"),
    ]);
    expect(declared.map(({ name }) => name)).toEqual(["cpu"]);
  });
});
