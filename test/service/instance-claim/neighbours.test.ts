/** What the group, its hooks and an instance refresh do to attached and protected instances. */
import { describe, expect, it } from "vitest";
import { OTHER_SUBNET } from "../../e2e/support/group-args";
import { openStack } from "../../support/engine";
import { protectedIn, scene } from "./scene";

const TOPIC = "urn:smn:eu-de:0123456789abcdef0123456789abcdef:hooks";

describe("attached instances", () => {
  it("come back from a drain of the group, so that nothing is left to do", async () => {
    const { world, owner, program, servers, claim, attachments } = await scene();
    const [a = "", b = ""] = servers(2);
    const stack = attachments();
    await stack.up(claim([a, b]));
    const drained = program({
      networks: [{ id: OTHER_SUBNET }],
      lockedChange: "drain",
      drain: { attachedInstances: "reattach" },
    });
    expect((await owner.up(drained)).failure).toBeUndefined();
    expect(world.members()).toEqual(expect.arrayContaining([a, b]));
    expect(await stack.preview(claim([a, b]))).toMatchObject({ operation: "same", warnings: [] });
  });

  it("are left alone by an instance refresh", async () => {
    const { world, groupId, servers, claim, attachments } = await scene();
    const [a = ""] = servers(1);
    const stack = attachments();
    await stack.up(claim([a]));
    const refresh = openStack(world, "refresh", "instanceRefresh");
    expect((await refresh.up({ scalingGroupId: groupId, skipMatching: false })).failure).toBeUndefined();
    expect(await stack.preview(claim([a]))).toMatchObject({ operation: "same", warnings: [] });
  });

  it("wait for a launching hook, and are told when it turns them away", async () => {
    const { world, groupId, servers, claim, attachments } = await scene();
    const [a = ""] = servers(1);
    const hook = openStack(world, "hook", "lifecycleHook");
    const hooked = {
      scalingGroupId: groupId,
      lifecycleHookType: "INSTANCE_LAUNCHING",
      defaultResult: "ABANDON",
      defaultTimeout: 120,
      notificationTopicUrn: TOPIC,
    };
    expect((await hook.up(hooked)).failure).toBeUndefined();
    const stack = attachments();
    const { failure = "", progress } = await stack.up(claim([a]));
    expect(progress.join("\n")).toMatch(/waiting for 1 instance in service: .*lifecycle hook web-\w+ holds/);
    expect(failure).toContain(`${a} left the group again`);
    expect(stack.recorded()).toBeUndefined();
    await hook.up({ ...hooked, defaultResult: "CONTINUE" });
    expect((await stack.up(claim([a]))).failure).toBeUndefined();
    expect(world.members()).toContain(a);
  });
});

describe("protected instances", () => {
  it("stop an instance refresh that has no consent, and are told to be gone after one that has", async () => {
    const story = await scene();
    const { world, groupId, claim, protections } = story;
    const [a = ""] = world.members();
    const stack = protections();
    await stack.up(claim([a]));
    const refresh = openStack(world, "refresh", "instanceRefresh");
    const args = { scalingGroupId: groupId, skipMatching: false };
    expect((await refresh.up(args)).failure).toContain(a);
    expect(protectedIn(story)).toEqual([a]);
    expect((await refresh.up({ ...args, protectedInstances: "release" })).failure).toBeUndefined();
    expect(await stack.preview(claim([a]))).toMatchObject({
      operation: "same",
      warnings: [
        `instance ${a} is not in the group any more, so there is nothing to protect: take it out of instanceIds`,
      ],
    });
  });

  it("do not stop the deletion of the group once their protection is destroyed", async () => {
    const { world, owner, claim, protections } = await scene();
    const stack = protections();
    await stack.up(claim(world.members()));
    expect((await owner.destroy()).failure).toContain("protected");
    await stack.destroy();
    expect((await owner.destroy()).failure).toBeUndefined();
    expect(world.groups()).toEqual([]);
  });
});
