import { describe, expect, it } from "vitest";
import type { Args } from "../../e2e/support/group-args";
import { openStack } from "../../support/engine";
import { simulated } from "../../support/simulated";
import { fated, refused } from "../../support/wires";

/** A paused group, and an edit of it that has failed at this call. */
const failedEdit = async (operation: string, more: Args) => {
  const world = await simulated();
  const stack = openStack(world);
  const program = world.args({ enable: false });
  await stack.up(program);
  const before = stack.recorded();
  const edit = { ...program, ...more };
  stack.onCalls(fated(operation, refused(403, "AS.0011")));
  const { failure } = await stack.up(edit);
  expect(failure).toContain("updating failed");
  stack.onCalls(undefined);
  world.calls();
  const managed = before?.outputs["managedArguments"] as readonly string[];
  return { world, stack, program, edit, before, managed };
};

const afterFields = () =>
  failedEdit("resume AS group", { coolDownTime: 17, description: "web", enable: true });
const afterTags = () => failedEdit("modify AS group", { coolDownTime: 17, tags: { env: "prod" } });

describe("an update of a group that failed after its fields were written", () => {
  it("takes them back when the program is set back", async () => {
    const { world, stack, program } = await afterFields();
    expect(await stack.up(program)).toMatchObject({ operation: "update", failure: undefined, warnings: [] });
    expect(world.calls().bodies).toEqual([{ cool_down_time: 300, description: "" }]);
    expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
  });

  it("goes on with the same program", async () => {
    const { world, stack, edit } = await afterFields();
    expect(await stack.up(edit)).toMatchObject({ operation: "update", failure: undefined, warnings: [] });
    expect(world.calls().bodies).toEqual([{ action: "resume" }]);
    expect(await stack.preview(edit)).toMatchObject({ operation: "same", warnings: [] });
  });

  it("goes on with a program that has changed again", async () => {
    const { world, stack, program } = await afterFields();
    const next = { ...program, coolDownTime: 18 };
    expect(await stack.up(next)).toMatchObject({ operation: "update", failure: undefined, warnings: [] });
    expect(world.calls().bodies).toEqual([{ cool_down_time: 18, description: "" }]);
    expect(await stack.preview(next)).toMatchObject({ operation: "same", warnings: [] });
  });

  it("remembers those that it has set for the first time, and nothing else", async () => {
    const { stack, before, managed } = await afterFields();
    expect(stack.recorded()).toMatchObject({ id: before?.id, inputs: before?.inputs });
    expect(stack.recorded()?.outputs).toEqual({
      ...before?.outputs,
      coolDownTime: 17,
      description: "web",
      managedArguments: [...managed, "coolDownTime", "description"].sort(),
    });
  });
});

describe("an update of a group that failed after its tags were written", () => {
  it("remembers the tags but not the fields, and takes them back when the program is set back", async () => {
    const { world, stack, program, managed } = await afterTags();
    expect(stack.recorded()?.outputs["managedArguments"]).toEqual([...managed, "tags"].sort());
    expect(await stack.up(program)).toMatchObject({ operation: "update", failure: undefined, warnings: [] });
    expect(world.calls().writes).toEqual(["POST scaling_group_tag/*/tags/action"]);
    expect(world.group().tags).toEqual({});
    expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
  });
});

describe("an update of a group that failed before anything was written", () => {
  it("leaves the state alone", async () => {
    const { world, stack, program, before } = await failedEdit("modify AS group", { coolDownTime: 17 });
    expect(stack.recorded()).toEqual(before);
    expect(await stack.up(program)).toMatchObject({ operation: "same", warnings: [] });
    expect(world.calls().writes).toEqual([]);
  });
});
