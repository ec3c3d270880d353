import { describe, expect, it } from "vitest";
import { protectedIn, scene } from "./scene";

describe("an instance protection", () => {
  it("protects the instances, and finds nothing to do afterwards", async () => {
    const story = await scene();
    const { world, claim, protections } = story;
    const [a = ""] = world.members();
    const stack = protections();
    expect(await stack.up(claim([a]))).toMatchObject({ operation: "create", failure: undefined });
    expect(world.calls()).toMatchObject({
      bodies: [{ action: "PROTECT", instances_id: [a] }],
    });
    expect(protectedIn(story)).toEqual([a]);
    expect(await stack.preview(claim([a]))).toMatchObject({ operation: "same", warnings: [] });
    world.calls();
    expect(await stack.up(claim([a]))).toMatchObject({ operation: "same" });
    expect(world.calls()).toMatchObject({ writes: [], reads: { "scaling_group_instance/*/list": 1 } });
  });

  it("shows a protection that somebody lifted, and gives it back", async () => {
    const story = await scene();
    const { world, claim, protections } = story;
    const [a = ""] = world.members();
    const stack = protections();
    await stack.up(claim([a]));
    world.simulator.admin.outside("protectInstance", { instance_id: a, protect: false });
    expect(await stack.preview(claim([a]))).toMatchObject({
      operation: "update",
      warnings: [`changed outside of Pulumi: instance ${a} is not protected any more; up protects it again`],
    });
    await stack.up(claim([a]));
    expect(protectedIn(story)).toEqual([a]);
  });

  it("explains that an instance has left, and goes on without it", async () => {
    const { world, servers, claim, attachments, protections } = await scene();
    const [a = ""] = servers(1);
    const [own = ""] = world.members();
    const attached = attachments();
    await attached.up(claim([a]));
    const stack = protections();
    await stack.up(claim([a, own]));
    await attached.destroy();
    const told = [
      `instance ${a} is not in the group any more, so there is nothing to protect: take it out of instanceIds`,
    ];
    expect(await stack.preview(claim([a, own]))).toMatchObject({ operation: "same", warnings: told });
    await stack.refresh();
    expect(await stack.up(claim([a, own]))).toMatchObject({ failure: undefined, warnings: told });
    expect(await stack.up(claim([own]))).toMatchObject({ operation: "update", failure: undefined });
    expect(await stack.destroy()).toMatchObject({ failure: undefined });
  });

  it("lifts what the program drops, and at the end what it protects, but nothing else", async () => {
    const story = await scene({ desireInstanceNumber: 3 });
    const { world, claim, protections } = story;
    const [a = "", b = "", c = ""] = world.members();
    const stack = protections();
    await stack.up(claim([a, b]));
    await protections("other").up(claim([c]));
    await stack.up(claim([b]));
    expect(protectedIn(story)).toEqual(expect.arrayContaining([b, c]));
    expect(protectedIn(story)).toHaveLength(2);
    await stack.destroy();
    expect(protectedIn(story)).toEqual([c]);
  });

  it("refuses instances that are not in the group, at preview with a warning", async () => {
    const { world, servers, claim, protections } = await scene();
    const [a = ""] = servers(1);
    const stack = protections();
    expect((await stack.preview(claim([a]))).warnings).toEqual([
      `instance ${a} is not in the group now: only members can be protected (AS.4006)`,
    ]);
    const { failure } = await stack.up(claim([a]));
    expect(failure).toContain(
      `instance ${a} is not in the group, and only members can be protected (AS.4006)`,
    );
    expect(stack.recorded()).toBeUndefined();
    expect(world.calls().writes).toEqual([]);
  });

  it("works while the group is paused", async () => {
    const story = await scene();
    const { world, claim, protections } = story;
    world.outside("pauseGroup");
    const [a = ""] = world.members();
    expect(await protections().up(claim([a]))).toMatchObject({ failure: undefined });
    expect(protectedIn(story)).toEqual([a]);
  });
});
