import { describe, expect, it } from "vitest";
import { doneBut, fated, neverSent, refused, unanswered } from "../../support/wires";
import { made, policyScene } from "./support";

const takesBack = (what: string): string =>
  `an update that failed has set what the program does not say; up takes it back: ${what}`;

/** A paused policy, and an edit of it that is carried out but for its last call, and has failed. */
const failedEdit = async () => {
  const scene = await policyScene();
  const program = scene.daily({ enabled: false });
  const { world, stack } = await made(scene, program);
  const edit = { ...program, enabled: true, coolDownTime: 5, description: "night" };
  stack.onCalls(fated("resume AS policy", refused(403, "AS.0011")));
  const { failure } = await stack.up(edit);
  expect(failure).toContain("updating failed");
  stack.onCalls(undefined);
  world.calls();
  return { world, stack, program, edit };
};

describe("an update of an AS policy that failed after its fields were written", () => {
  it("remembers which arguments it has set for the first time, and nothing else", async () => {
    const { stack } = await failedEdit();
    expect(stack.recorded()).toMatchObject({
      inputs: { enabled: false },
      outputs: { enabled: false, coolDownTime: 5, description: "night" },
    });
    expect(stack.recorded()?.outputs).toMatchObject({
      managedArguments: [
        "enabled",
        "scalingPolicyName",
        "scalingPolicyType",
        "scalingResourceId",
        "scheduledPolicy",
      ],
      gainedArguments: ["coolDownTime", "description"],
    });
  });

  it("takes them back to their defaults when the program is set back, and says so before", async () => {
    const { world, stack, program } = await failedEdit();
    const warnings = [takesBack("coolDownTime: 5 → 300, description: text of 5 characters → none")];
    expect(await stack.preview(program)).toMatchObject({ operation: "update", warnings });
    expect(await stack.up(program)).toMatchObject({ operation: "update", failure: undefined, warnings });
    expect(world.calls().bodies).toEqual([{ cool_down_time: 300, description: "" }]);
    expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
  });

  it("goes on with the same program", async () => {
    const { world, stack, edit } = await failedEdit();
    expect(await stack.up(edit)).toMatchObject({ operation: "update", failure: undefined });
    expect(world.calls().bodies).toEqual([{ action: "resume" }]);
    expect(await stack.preview(edit)).toMatchObject({ operation: "same", warnings: [] });
  });

  it("goes on with a program that has changed again", async () => {
    const { world, stack, program } = await failedEdit();
    const next = { ...program, coolDownTime: 7, enabled: true };
    expect(await stack.up(next)).toMatchObject({
      operation: "update",
      failure: undefined,
      warnings: [takesBack("description: text of 5 characters → none")],
    });
    expect(world.calls().bodies).toEqual([{ cool_down_time: 7, description: "" }, { action: "resume" }]);
    expect(await stack.preview(next)).toMatchObject({ operation: "same", warnings: [] });
  });

  it("shows what it has set in a refresh, and can be destroyed", async () => {
    const { world, stack } = await failedEdit();
    await stack.refresh();
    expect(stack.recorded()?.inputs).toMatchObject({ enabled: false, coolDownTime: 5, description: "night" });
    expect(await stack.destroy()).toMatchObject({ failure: undefined });
    expect(world.policies()).toEqual([]);
  });
});

describe("an update of an AS policy that failed", () => {
  it("leaves the state alone when nothing was written", async () => {
    const scene = await policyScene();
    const { world, stack, daily } = await made(scene, scene.daily());
    const before = stack.recorded();
    stack.onCalls(fated("modify AS policy", refused(403, "AS.0011")));
    expect((await stack.up(daily({ coolDownTime: 5 }))).failure).toContain("AS.0011");
    expect(stack.recorded()).toEqual(before);
    stack.onCalls(undefined);
    world.calls();
    expect(await stack.up(daily())).toMatchObject({ operation: "same", warnings: [] });
    expect(world.calls().writes).toEqual([]);
  });

  it("leaves the state alone when the service came out of reach before anything was sent", async () => {
    const scene = await policyScene();
    const { stack, daily } = await made(scene, scene.daily());
    const before = stack.recorded();
    let isLost = false;
    stack.onCalls((request, send) => {
      isLost ||= request.operation === "modify AS policy";
      return isLost ? neverSent(send) : send();
    });
    expect((await stack.up(daily({ coolDownTime: 5 }))).failure).toContain("never sent");
    expect(stack.recorded()).toEqual(before);
  });

  it("remembers all that it wanted to set when nobody can tell what was written", async () => {
    const scene = await policyScene();
    const { world, stack, daily } = await made(scene, scene.daily());
    stack.onCalls((request, send) => {
      if (request.operation === "modify AS policy") return doneBut(unanswered)(send);
      return world.policy().cool_down_time === 5 ? unanswered(send) : send();
    });
    expect((await stack.up(daily({ coolDownTime: 5 }))).failure).toContain("no answer");
    stack.onCalls(undefined);
    world.calls();
    expect(await stack.up(daily())).toMatchObject({
      operation: "update",
      failure: undefined,
      warnings: [takesBack("coolDownTime: 5 → 300")],
    });
    expect(world.calls().bodies).toEqual([{ cool_down_time: 300 }]);
  });
});
