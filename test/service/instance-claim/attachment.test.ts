import * as E from "fp-ts/Either";
import { describe, expect, it } from "vitest";
import { refused } from "../../../provider/core/error";
import { OTHER_VPC } from "../../e2e/support/group-args";
import { openStack } from "../../support/engine";
import { neverSent } from "../../support/wires";
import { scene } from "./scene";

describe("an instance attachment", () => {
  it("adds the instances, waits until they are in service, and finds nothing to do afterwards", async () => {
    const { world, servers, claim, attachments } = await scene();
    const [a = "", b = ""] = servers(2);
    const stack = attachments();
    expect(await stack.up(claim([a, b]))).toMatchObject({ operation: "create", failure: undefined });
    expect(world.calls()).toMatchObject({
      writes: ["POST scaling_group_instance/*/action"],
      bodies: [{ action: "ADD", instances_id: [a, b] }],
    });
    expect(world.group().instances.map(({ document }) => document)).toMatchObject(
      Array.from({ length: 4 }, () => ({ life_cycle_state: "INSERVICE" })),
    );
    expect(await stack.preview(claim([b, a]))).toMatchObject({ warnings: [] });
    world.calls();
    expect(await stack.preview(claim([a, b]))).toMatchObject({ operation: "same", warnings: [] });
    expect(world.calls()).toMatchObject({ writes: [], reads: { "scaling_group_instance/*/list": 1 } });
  });

  it("owns what an update has added before it failed, so that a revert removes it again", async () => {
    const { world, servers, claim, attachments } = await scene({ maxInstanceNumber: 30 });
    const ids = servers(13);
    const [first = ""] = ids;
    const stack = attachments();
    await stack.up(claim([first]));
    let additions = 0;
    stack.onCalls((request, send) => {
      if (request.method !== "POST" || !request.url.includes("/scaling_group_instance/")) return send();
      additions += 1;
      if (additions === 1) return send();
      const { operation } = request;
      return Promise.resolve(E.left(refused({ operation, status: 400, code: "AS.4002" })));
    });
    expect((await stack.up(claim(ids))).failure).not.toBe(undefined);
    stack.onCalls(undefined);
    expect(stack.recorded()?.outputs["instanceIds"]).toEqual(expect.arrayContaining(ids.slice(0, 11)));
    expect(await stack.up(claim([first]))).toMatchObject({ operation: "update", failure: undefined });
    expect(world.members().filter((id) => ids.includes(id))).toEqual([first]);
  });

  it("owns nothing more when the service came out of reach before anything was sent", async () => {
    const { world, servers, claim, attachments } = await scene();
    const [a = "", theirs = ""] = servers(2);
    const stack = attachments();
    await stack.up(claim([a]));
    const before = stack.recorded();
    let isLost = false;
    stack.onCalls((request, send) => {
      isLost ||= request.method === "POST" && request.url.includes("/scaling_group_instance/");
      return isLost ? neverSent(send) : send();
    });
    expect((await stack.up(claim([a, theirs]))).failure).toContain("never sent");
    stack.onCalls(undefined);
    expect(stack.recorded()).toEqual(before);
    world.outside("attachInstance", { instance_id: theirs });
    expect(await stack.up(claim([a]))).toMatchObject({ operation: "same", failure: undefined });
    expect(world.members()).toContain(theirs);
  });

  it("sends ten instances a call", async () => {
    const { world, servers, claim, attachments } = await scene({ maxInstanceNumber: 30 });
    const ids = servers(12);
    await attachments().up(claim(ids));
    expect(world.calls().bodies).toEqual([
      { action: "ADD", instances_id: ids.slice(0, 10) },
      { action: "ADD", instances_id: ids.slice(10) },
    ]);
    expect(world.members()).toEqual(expect.arrayContaining([...ids]));
  });

  it("takes over what is in the group already", async () => {
    const { world, servers, claim, attachments } = await scene();
    const [a = ""] = servers(1);
    world.outside("attachInstance", { instance_id: a });
    const [own = ""] = world.members();
    expect(await attachments().up(claim([a, own]))).toMatchObject({ failure: undefined });
    expect(world.calls().writes).toEqual([]);
  });

  it("takes instances out when the program drops them, and never deletes them", async () => {
    const { world, servers, claim, attachments } = await scene();
    const [a = "", b = "", c = ""] = servers(3);
    const stack = attachments();
    await stack.up(claim([a, b]));
    world.calls();
    expect(await stack.up(claim([b, c]))).toMatchObject({ operation: "update", failure: undefined });
    expect(world.calls().bodies).toEqual([
      { action: "ADD", instances_id: [c] },
      { action: "REMOVE", instances_id: [a], instance_delete: "no" },
    ]);
    expect(await stack.destroy()).toMatchObject({ failure: undefined });
    expect(world.members()).toHaveLength(2);
    const { servers: live } = world.simulator.admin.snapshot();
    expect(live.map(({ id }) => id)).toEqual(expect.arrayContaining([a, b, c]));
  });

  it("lets instances leave first where the group has no room for the new ones", async () => {
    const { world, servers, claim, attachments } = await scene({ maxInstanceNumber: 3 });
    const [a = "", b = ""] = servers(2);
    const stack = attachments();
    await stack.up(claim([a]));
    world.calls();
    expect(await stack.up(claim([b]))).toMatchObject({ failure: undefined });
    expect(world.calls().bodies).toMatchObject([{ action: "REMOVE" }, { action: "ADD" }]);
  });

  it("shows an instance that left as drift, and attaches it again", async () => {
    const { world, servers, claim, attachments } = await scene();
    const [a = ""] = servers(1);
    const stack = attachments();
    await stack.up(claim([a]));
    world.simulator.admin.outside("detachInstance", { instance_id: a });
    expect(await stack.preview(claim([a]))).toMatchObject({
      operation: "update",
      warnings: [
        `changed outside of Pulumi: instance ${a} is not in the group any more; up attaches it again`,
      ],
    });
    expect(await stack.up(claim([a]))).toMatchObject({ operation: "update", failure: undefined });
    expect(world.members()).toContain(a);
  });

  it("records with a refresh what is left, so that the next preview shows the difference", async () => {
    const { world, servers, claim, attachments } = await scene();
    const [a = "", b = ""] = servers(2);
    const stack = attachments();
    await stack.up(claim([a, b]));
    world.simulator.admin.outside("detachInstance", { instance_id: a });
    await stack.refresh();
    expect(stack.recorded()?.inputs["instanceIds"]).toEqual([b]);
    expect(await stack.up(claim([a, b]))).toMatchObject({ operation: "update", failure: undefined });
    expect(world.members()).toEqual(expect.arrayContaining([a, b]));
    await stack.refresh();
    expect(await stack.preview(claim([a, b]))).toMatchObject({ operation: "same" });
  });

  it("is gone with its group, and says what to do", async () => {
    const { world, servers, claim, attachments } = await scene();
    const [a = ""] = servers(1);
    const stack = attachments();
    await stack.up(claim([a]));
    world.outside("deleteGroup");
    expect(await stack.preview(claim([a]))).toMatchObject({
      operation: "replace",
      warnings: ["the group is gone: it was deleted outside of Pulumi"],
    });
    expect(await stack.destroy()).toMatchObject({ failure: undefined });
  });

  it("moves to another group: out of the old one first", async () => {
    const { world, servers, claim, attachments, groupId } = await scene();
    const [a = ""] = servers(1);
    const stack = attachments();
    await stack.up(claim([a]));
    await openStack(world, "elsewhere").up(world.args({ desireInstanceNumber: 0 }));
    const other = world.groups().find(({ id }) => id !== groupId)?.id ?? "";
    world.calls();
    expect(await stack.up(claim([a], { scalingGroupId: other }))).toMatchObject({
      operation: "replace",
      failure: undefined,
    });
    expect(world.calls().bodies).toMatchObject([{ action: "REMOVE" }, { action: "ADD" }]);
  });
});

describe("an instance attachment that is refused", () => {
  it.each([
    ["lies in another VPC", { vpc_id: OTHER_VPC }, "it lies in another VPC (AS.4021)"],
    [
      "lies in a zone that the group does not use",
      { available_zone: "eu-de-03" },
      "it lies in an availability zone that the group does not use any more (AS.4020)",
    ],
  ])("names the instance that %s", async (_, server, reason) => {
    const { servers, claim, attachments } = await scene({ availableZones: ["eu-de-01"] });
    const [a = ""] = servers(1, server);
    const { failure, operation } = await attachments().up(claim([a]));
    expect(operation).toBeUndefined();
    expect(failure).toContain(`instance ${a} cannot be attached, because ${reason}`);
  });

  it("records what was attached before, and the next up goes on", async () => {
    const { world, servers, claim, attachments } = await scene({ maxInstanceNumber: 30 });
    const ids = servers(12);
    const stack = attachments();
    let adds = 0;
    stack.onCalls((request, send) => {
      if (JSON.stringify(request.body ?? "").includes('"ADD"')) adds += 1;
      return adds === 2 ? stack.kill() : send();
    });
    expect((await stack.up(claim(ids))).failure).toBe("the provider was killed");
    stack.onCalls(undefined);
    expect(await stack.up(claim(ids))).toMatchObject({ operation: "create", failure: undefined });
    expect(world.members()).toEqual(expect.arrayContaining([...ids]));
  });

  it("keeps in the state what came in before an instance of a later batch was refused", async () => {
    const { world, servers, claim, attachments } = await scene({ maxInstanceNumber: 30 });
    const ids = servers(10);
    const [foreign = ""] = servers(1, { vpc_id: OTHER_VPC });
    const stack = attachments();
    expect((await stack.up(claim([...ids, foreign]))).failure).toContain("AS.4021");
    expect(stack.recorded()?.outputs["instanceIds"]).toEqual(ids);
    expect(await stack.destroy()).toMatchObject({ failure: undefined });
    expect(world.members()).toHaveLength(2);
  });

  it("waits for a scaling action of the group, and for an instance that is still starting", async () => {
    const { world, servers, claim, attachments } = await scene();
    const [a = ""] = servers(1);
    world.outside("setCapacity", { desire_instance_number: 3 });
    expect(await attachments().up(claim([a]))).toMatchObject({ failure: undefined });
    expect(world.members()).toContain(a);
  });

  it("says at once that a paused group takes no instances", async () => {
    const { servers, claim, attachments } = await scene({ enable: false });
    const [a = ""] = servers(1);
    const stack = attachments();
    expect((await stack.preview(claim([a]))).warnings).toEqual([
      "the group is PAUSED: instances can only be attached to a group in service (AS.2033)",
    ]);
    expect((await stack.up(claim([a]))).failure).toContain(
      "the group is PAUSED, and AS lets instances come and go in a group in service only",
    );
  });

  it("warns at preview of bounds, and is refused by the service", async () => {
    const { servers, claim, attachments } = await scene({ maxInstanceNumber: 2 });
    const [a = ""] = servers(1);
    const stack = attachments();
    expect((await stack.preview(claim([a]))).warnings).toEqual([
      "the group has 2 instances, with these it would have 3, but maxInstanceNumber is 2 (AS.2035)",
    ]);
    expect((await stack.up(claim([a]))).failure).toContain("raise maxInstanceNumber");
  });

  it("does not take out what the minimum needs", async () => {
    const { world, servers, claim, attachments } = await scene();
    const [a = ""] = servers(1);
    const stack = attachments();
    await stack.up(claim([a]));
    world.outside("modifyGroup", { min_instance_number: 3 });
    expect((await stack.preview(claim([]))).warnings).toEqual([
      "the group has 3 instances, without those that leave 2, but minInstanceNumber is 3 (AS.2036)",
    ]);
    expect((await stack.destroy()).failure).toContain("lower minInstanceNumber");
    expect(world.members()).toContain(a);
  });

  it("finds mistakes in the arguments before anything is asked", async () => {
    const { world, claim, attachments } = await scene();
    const { failure } = await attachments().up(claim(["a", "b", "a"], { timeout: 3 }));
    expect(failure?.split("\n")).toEqual([
      "timeout is not an argument of the instance attachment: did you mean timeouts?",
      "instanceIds[2] repeats instanceIds[0]",
    ]);
    expect(world.calls().reads).toEqual({});
  });
});

describe("two attachments of one group", () => {
  it("look after their own instances only", async () => {
    const { world, servers, claim, attachments } = await scene();
    const [a = "", b = ""] = servers(2);
    const [one, other] = [attachments("one"), attachments("other")];
    await one.up(claim([a]));
    await other.up(claim([b]));
    expect(await one.preview(claim([a]))).toMatchObject({ operation: "same" });
    await one.destroy();
    expect(await other.preview(claim([b]))).toMatchObject({ operation: "same" });
    expect(world.members()).toContain(b);
    expect(world.members()).not.toContain(a);
  });
});
