import { describe, expect, it } from "vitest";
import type { Args } from "../../e2e/support/group-args";
import { openStack } from "../../support/engine";
import { simulated } from "../../support/simulated";
import type { Wire } from "../../support/provider-process";
import { doneBut, type Fate, fated, neverSent, refused, unanswered } from "../../support/wires";

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
  return { world, stack, program, edit, before };
};

const afterFields = () =>
  failedEdit("resume AS group", { coolDownTime: 17, description: "web", enable: true });
const afterTags = () => failedEdit("modify AS group", { coolDownTime: 17, tags: { env: "prod" } });

const takesBack = (what: string): string =>
  `an update that failed has set what the program does not say; up takes it back: ${what}`;

describe("an update of a group that failed after its fields were written", () => {
  it("takes them back when the program is set back, and says so before", async () => {
    const { world, stack, program } = await afterFields();
    const warnings = [takesBack("coolDownTime: 17 → 300, description: text of 3 characters → none")];
    expect(await stack.preview(program)).toMatchObject({ operation: "update", warnings });
    world.calls();
    expect(await stack.up(program)).toMatchObject({ operation: "update", failure: undefined, warnings });
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
    expect(await stack.up(next)).toMatchObject({
      operation: "update",
      failure: undefined,
      warnings: [takesBack("description: text of 3 characters → none")],
    });
    expect(world.calls().bodies).toEqual([{ cool_down_time: 18, description: "" }]);
    expect(await stack.preview(next)).toMatchObject({ operation: "same", warnings: [] });
  });

  it("remembers those that it has set for the first time, and nothing else", async () => {
    const { stack, before } = await afterFields();
    expect(stack.recorded()).toMatchObject({ id: before?.id, inputs: before?.inputs });
    expect(stack.recorded()?.outputs).toEqual({
      ...before?.outputs,
      coolDownTime: 17,
      description: "web",
      gainedArguments: ["coolDownTime", "description"],
    });
  });

  it("leaves alone what somebody has changed since", async () => {
    const { world, stack, program } = await afterFields();
    world.outside("modifyGroup", { cool_down_time: 900 });
    const warnings = [takesBack("description: text of 3 characters → none")];
    expect(await stack.up(program)).toMatchObject({ operation: "update", failure: undefined, warnings });
    expect(world.calls().bodies).toEqual([{ description: "" }]);
  });

  it("shows what it has set in a refresh, from which an up takes it back", async () => {
    const { world, stack, program } = await afterFields();
    await stack.refresh();
    expect(stack.recorded()?.inputs).toMatchObject({ coolDownTime: 17, description: "web" });
    expect(stack.recorded()?.outputs).not.toHaveProperty("gainedArguments");
    world.calls();
    expect(await stack.up(program)).toMatchObject({ operation: "update", failure: undefined, warnings: [] });
    expect(world.calls().bodies).toEqual([{ cool_down_time: 300, description: "" }]);
  });

  it("remembers it through further failures, until it is taken back", async () => {
    const { world, stack, program } = await afterFields();
    stack.onCalls(fated("modify AS group", refused(403, "AS.0011")));
    expect((await stack.up({ ...program, coolDownTime: 18 })).failure).toContain("AS.0011");
    expect((await stack.up({ ...program, coolDownTime: 19, tags: { env: "prod" } })).failure).toBe(undefined);
    expect(world.group().document).toMatchObject({ cool_down_time: 19, description: null });
  });
});

describe("an update of a group that failed after its tags were written", () => {
  it("remembers the tags but not the fields, and takes them back when the program is set back", async () => {
    const { world, stack, program } = await afterTags();
    expect(stack.recorded()?.outputs["gainedArguments"]).toEqual(["tags"]);
    const warnings = [takesBack("1 tag")];
    expect(await stack.preview(program)).toMatchObject({ operation: "update", warnings });
    world.calls();
    expect(await stack.up(program)).toMatchObject({ operation: "update", failure: undefined, warnings });
    expect(world.calls().writes).toEqual(["POST scaling_group_tag/*/tags/action"]);
    expect(world.group().tags).toEqual({});
    expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
  });

  it("takes back no other tags, after a refresh neither", async () => {
    const { world, stack, program } = await afterTags();
    world.outside("setTags", { tags: { env: "prod", owner: "somebody" } });
    await stack.refresh();
    expect(await stack.up(program)).toMatchObject({ operation: "update", failure: undefined });
    expect(world.group().tags).toEqual({ owner: "somebody" });
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

/** A group whose coolDownTime somebody else has set, and an edit of the program that fails. */
const unmanaged = async (wire: Wire) => {
  const world = await simulated();
  const stack = openStack(world);
  const program = world.args();
  await stack.up(program);
  world.outside("modifyGroup", { cool_down_time: 900 });
  const before = stack.recorded();
  stack.onCalls(wire);
  const { failure } = await stack.up({ ...program, coolDownTime: 600, tags: { env: "prod" } });
  stack.onCalls(undefined);
  world.calls();
  return { world, stack, program, before, failure };
};

/** The service is out of reach as soon as this is called. */
const lostAt = (operation: string, fate: Fate): Wire => {
  let isLost = false;
  return (request, send) => {
    if (isLost) return neverSent(send);
    isLost = request.operation === operation;
    return isLost ? fate(send) : send();
  };
};

describe("an update of a group that failed when the service came out of reach", () => {
  it("leaves the state and what others have set alone when nothing was sent", async () => {
    const { world, stack, program, before, failure } = await unmanaged(
      lostAt("create tags of AS group", neverSent),
    );
    expect(failure).toContain("never sent");
    expect(stack.recorded()).toEqual(before);
    expect(await stack.up(program)).toMatchObject({ operation: "same", warnings: [] });
    expect(world.calls().writes).toEqual([]);
  });

  it("leaves alone what others have set where it is live, although nobody could tell", async () => {
    const { world, stack, program } = await unmanaged(lostAt("modify AS group", neverSent));
    expect(stack.recorded()?.outputs["gainedArguments"]).toEqual(["coolDownTime", "tags"]);
    const warnings = [takesBack("1 tag")];
    expect(await stack.up(program)).toMatchObject({ operation: "update", failure: undefined, warnings });
    expect(world.group()).toMatchObject({ tags: {}, document: { cool_down_time: 900 } });
  });

  it("takes back what it has set, although nobody could tell", async () => {
    const { world, stack, program } = await unmanaged(lostAt("modify AS group", doneBut(unanswered)));
    const warnings = [takesBack("coolDownTime: 600 → 300, 1 tag")];
    expect(await stack.up(program)).toMatchObject({ operation: "update", failure: undefined, warnings });
    expect(world.group()).toMatchObject({ tags: {}, document: { cool_down_time: 300 } });
  });
});

describe("an update of a group that failed when secrets had left the program", () => {
  it("marks as secret what is not as in the program, and nothing else", async () => {
    const world = await simulated();
    const stack = openStack(world);
    await stack.up(world.args({ description: "secret", coolDownTime: 30 }));
    stack.onCalls(fated("modify AS group", refused(403, "AS.0011")));
    await stack.up(world.args({ coolDownTime: 30, tags: { env: "prod" } }));
    expect(stack.recorded()).toMatchObject({
      outputs: { description: "secret", coolDownTime: 30, tags: { env: "prod" } },
      encrypted: expect.arrayContaining(["description"]) as string[],
    });
    expect(stack.recorded()?.encrypted).not.toContain("coolDownTime");
    expect(stack.recorded()?.encrypted).not.toContain("tags");
  });
});
