import { describe, expect, it } from "vitest";
import { checkAlarmScaling } from "../../../../components/alarm-scaling/plan/check";
import { UNKNOWN } from "../../../../provider/core/unknown";

const OUT = { alarmId: "al1700000000001abcDEF12Z", threshold: 70 };
const IN = { alarmId: "al1700000000002abcDEF12Z", threshold: 30 };
const OTHER = "al1700000000003abcDEF12Z";

const reasons = (more: object): readonly string[] =>
  checkAlarmScaling({ scalingGroupId: "web-id", scaleOut: OUT, scaleIn: IN, ...more }).map(
    ({ reason }) => reason,
  );

describe("a pair of alarms", () => {
  it("of 70 and 30 with the defaults is sound, and so are more steps, and thresholds that are near in a large group", () => {
    expect(reasons({})).toEqual([]);
    expect(reasons({ scaleOut: [OUT, { alarmId: OTHER, threshold: 90, instancePercentage: 100 }] })).toEqual(
      [],
    );
    expect(
      reasons({ scaleIn: { ...IN, threshold: 45 }, minInstanceNumber: 4, maxInstanceNumber: 40 }),
    ).toEqual([]);
  });

  it("that goes back and forth inwards is refused with the numbers and what would do", () => {
    expect(reasons({ scaleIn: { ...IN, threshold: 40 }, maxInstanceNumber: 10 })).toEqual([
      "scaleOut.instancePercentage 50 at threshold 70 is taken back by scaleIn at threshold 40: 70 on 1 instance is 35 on 2, which scales in again; scaleIn.threshold below 35, scaleOut.threshold above 80 or a group of at least 2 instances (its own minInstanceNumber, which is to be given here, too) would do",
      "scaleIn.instanceNumber 1 at threshold 40 is taken back by scaleOut at threshold 70: 40 on 2 instances is 80 on 1, which scales out again; scaleIn.threshold below 35, scaleOut.threshold above 80 or a group of at least 2 instances (its own minInstanceNumber, which is to be given here, too) would do",
    ]);
  });

  it("that overshoots outwards is told that smaller steps would do", () => {
    expect(
      reasons({ scaleOut: { ...OUT, instanceNumber: 3 }, minInstanceNumber: 1, maxInstanceNumber: 6 }),
    ).toEqual([
      "scaleOut.instanceNumber 3 at threshold 70 is taken back by scaleIn at threshold 30: 70 on 1 instance is 17.5 on 4, which scales in again; scaleIn.threshold below 17.5, scaleOut.threshold above 120, scaleOut.instanceNumber 1 or a group of at least 3 instances (its own minInstanceNumber, which is to be given here, too) would do",
    ]);
  });

  it("of small numbers is told them with the digits that make the difference", () => {
    const small = { scaleOut: { ...OUT, threshold: 0.005 }, scaleIn: { ...IN, threshold: 0.004 } };
    expect(reasons({ ...small, maxInstanceNumber: 2 })[0]).toBe(
      "scaleOut.instancePercentage 50 at threshold 0.005 is taken back by scaleIn at threshold 0.004: 0.005 on 1 instance is 0.0025 on 2, which scales in again; scaleIn.threshold below 0.0025 or scaleOut.threshold above 0.008 would do",
    );
  });

  it("of more steps than a group has policies is refused", () => {
    const steps = (length: number, threshold: (index: number) => number, ids: string) =>
      Array.from({ length }, (_, index) => ({
        alarmId: `al${ids}${String(index).padStart(19, "0")}`,
        threshold: threshold(index),
        instanceNumber: 1,
        coolDownTime: 300,
      }));
    const pairOf = (out: number, inwards: number) =>
      reasons({
        scaleOut: steps(out, (index) => 70 + index, "1"),
        scaleIn: steps(inwards, (index) => 30 - index / 2, "2"),
      });
    expect(pairOf(30, 20)).toEqual([]);
    expect(pairOf(30, 21)).toEqual([
      "scaleIn has 21 steps beside the 30 of scaleOut: each is a policy, and a group has at most 50",
    ]);
  });

  it("may have any distance when the metric does not depend on the number of instances, but must not overlap", () => {
    const near = { scaleIn: { ...IN, threshold: 69 }, metric: "total" };
    expect(reasons(near)).toEqual([]);
    expect(reasons({ ...near, scaleIn: { ...IN, threshold: 70 } })).toEqual([
      "scaleIn.threshold 70 is not below the 70 of scaleOut: at 70 both alarms would be raised",
    ]);
  });

  it.each([
    [
      { scaleIn: { ...IN, alarmId: OUT.alarmId } },
      `scaleIn.alarmId ${OUT.alarmId} is that of scaleOut, too: each step needs an alarm rule of its own`,
    ],
    [
      { scaleIn: { ...IN, coolDownTime: 60 } },
      "scaleIn.coolDownTime 60 is shorter than the 180 of scaleOut: to scale out quickly and in slowly, it has to be as long at least",
    ],
    [
      { scaleOut: [OUT, { alarmId: OTHER, threshold: 60 }] },
      "scaleOut[1].threshold 60 comes after the 70 of scaleOut[0]: thresholds rise from step to step",
    ],
    [
      { scaleIn: [IN, { alarmId: OTHER, threshold: 30 }] },
      "scaleIn[1].threshold 30 comes after the 30 of scaleIn[0]: thresholds fall from step to step",
    ],
    [
      { scaleOut: [OUT, { alarmId: OTHER, threshold: 90, instanceNumber: 1 }] },
      "scaleOut[1].instanceNumber 1 is less than what scaleOut[0] does: at 4 instances it is 1, and there 2; a step after another moves as many at least",
    ],
    [
      { scaleOut: { ...OUT, instanceNumber: 5 }, minInstanceNumber: 2, maxInstanceNumber: 4 },
      "scaleOut.instanceNumber 5 never fits between 2 and 4 instances, and what the service makes of such a step is not documented: at most 2",
    ],
    [
      { minInstanceNumber: 2, maxInstanceNumber: 2 },
      "maxInstanceNumber 2 leaves no room above 2 instances: alarms would do nothing",
    ],
    [
      { minInstanceNumber: 0 },
      'minInstanceNumber 0 has no way back: without instances there is no load of an instance that could raise an alarm; at least 1, or metric "total" if the alarm rules watch something that does not come from the instances',
    ],
    [
      { minInstanceNumber: 0, metric: "total" },
      "scaleOut.instancePercentage 50 has no way back from minInstanceNumber 0, of which every percentage is 0: give instanceNumber, or at least 1 as minInstanceNumber",
    ],
    [
      { scaleOut: { ...OUT, instanceNumber: 1, instancePercentage: 50 } },
      "scaleOut.instancePercentage and instanceNumber exclude each other: give one of them",
    ],
    [
      { scaleOut: { alarmId: OUT.alarmId } },
      "scaleOut.threshold is missing: expected the number that the alarm rule compares with, at least 0",
    ],
    [
      { scaleOut: { ...OUT, cooldown: 60 } },
      "scaleOut.cooldown is not a member of scaleOut: did you mean coolDownTime?",
    ],
  ])("%# that cannot do what it is for is refused", (more, reason) => {
    expect(reasons(more)).toContain(reason);
  });

  it("is checked as far as it is known", () => {
    expect(
      reasons({
        scalingGroupId: UNKNOWN,
        minInstanceNumber: UNKNOWN,
        scaleOut: { ...OUT, alarmId: UNKNOWN },
        scaleIn: { ...IN, alarmId: UNKNOWN, threshold: 80, coolDownTime: UNKNOWN },
      }),
    ).toEqual(["scaleIn.threshold 80 is not below the 70 of scaleOut: at 80 both alarms would be raised"]);
    expect(reasons({ scaleIn: { ...IN, threshold: UNKNOWN }, minInstanceNumber: 1 })).toEqual([]);
  });
});
