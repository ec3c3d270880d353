import { describe, expect, it } from "vitest";
import { configurationArgs, IMAGE, OTHER_IMAGE } from "../../support/configuration-args";
import { openStack } from "../../support/engine";
import { doneBut, fated, followedBy, refused, unanswered } from "../../support/wires";
import { configurations, idOf, opened } from "../support/configurations";

describe("an interrupted create of an AS configuration", () => {
  it.each([
    ["lost, though it was carried out", doneBut(unanswered), 1],
    ["lost, and it was not carried out", unanswered, 2],
  ])("whose answer is %s leaves one configuration", async (_, fate, posts) => {
    const { world, stack } = await opened();
    let sent = 0;
    const wire = fated("create AS configuration", fate);
    stack.onCalls((request, send) => {
      if (request.operation === "create AS configuration") sent += 1;
      return wire(request, send);
    });
    expect(await stack.up(configurationArgs())).toMatchObject({ operation: "create", failure: undefined });
    expect(sent).toBe(posts);
    expect(configurations(world)).toHaveLength(1);
  });

  it.each([{}, { scalingConfigurationName: "shop" }])(
    "by a kill is gone on with by the next run, named %j",
    async (name) => {
      const { world, stack } = await opened();
      stack.onCalls(
        fated(
          "create AS configuration",
          followedBy(() => void stack.kill()),
        ),
      );
      await stack.up(configurationArgs({ userData: "#!/bin/sh" }, name));
      stack.onCalls(undefined);
      const [left] = configurations(world);
      const ended = await stack.up(configurationArgs({ userData: "#!/bin/sh" }, name));
      expect(ended).toMatchObject({
        operation: "create",
        failure: undefined,
        warnings: [
          `continuing with AS configuration ${String(left?.scaling_configuration_id)}, which an interrupted run had created`,
        ],
      });
      expect(configurations(world)).toHaveLength(1);
    },
  );

  it("is not taken for ours when its content is another, whatever its name", async () => {
    const { world, stack } = await opened();
    const named = { scalingConfigurationName: "shop" };
    await openStack(world, "other", "asConfiguration").up(
      configurationArgs({ imageRef: OTHER_IMAGE }, named),
    );
    await stack.up(configurationArgs({}, named));
    expect(
      configurations(world)
        .map((each) => each.instance_config["imageRef"])
        .sort(),
    ).toEqual([IMAGE, OTHER_IMAGE]);
  });
});

describe("an AS configuration of another stack with the same chosen name and content", () => {
  const named = configurationArgs({}, { scalingConfigurationName: "shop" });
  const used = async () => {
    const { world, stack } = await opened();
    const other = openStack(world, "other", "asConfiguration");
    await other.up(named);
    await openStack(world, "group").up({
      ...world.args({ desireInstanceNumber: 0 }),
      scalingConfigurationId: idOf(other),
    });
    return { world, stack, other };
  };

  it("is left to it when a group uses it", async () => {
    const { world, stack, other } = await used();
    expect(await stack.up(named)).toMatchObject({ operation: "create", failure: undefined, warnings: [] });
    expect(idOf(stack)).not.toBe(idOf(other));
    expect(configurations(world)).toHaveLength(2);
    expect(await stack.destroy()).toMatchObject({ failure: undefined });
    expect(configurations(world).map((each) => each.scaling_configuration_id)).toEqual([idOf(other)]);
  });

  it("is not taken for the one that an interrupted create has left", async () => {
    const { world, stack, other } = await used();
    stack.onCalls(fated("create AS configuration", doneBut(unanswered)));
    expect(await stack.up(named)).toMatchObject({ operation: "create", failure: undefined });
    expect(idOf(stack)).not.toBe(idOf(other));
    expect(configurations(world)).toHaveLength(2);
  });

  it("that nobody uses cannot be told from what an interrupted run has left: it is shared, and a warning says so", async () => {
    const { world, stack } = await opened();
    const other = openStack(world, "other", "asConfiguration");
    await other.up(named);
    expect((await stack.up(named)).warnings).toEqual([
      `continuing with AS configuration ${idOf(other)}, which an interrupted run had created`,
    ]);
    expect(configurations(world)).toHaveLength(1);
  });
});

describe("a replacement on request of an AS configuration", () => {
  it.each([
    ["that a group uses makes another one of its chosen name", { scalingConfigurationName: "shop" }],
    ["that a group uses keeps the one of a derived name", {}],
  ])("%s, and the group loses nothing", async (_, name) => {
    const { world, stack } = await opened();
    const program = configurationArgs({}, { ...name, timeouts: { delete: 0 } });
    await stack.up(program);
    const group = openStack(world, "group");
    const before = idOf(stack);
    await group.up({ ...world.args({ desireInstanceNumber: 0 }), scalingConfigurationId: before });
    await stack.up(program, { replace: true });
    expect(world.group().document["scaling_configuration_id"]).toBe(before);
    expect(idOf(stack) === before).toBe(!("scalingConfigurationName" in name));
    await group.up({ ...world.args({ desireInstanceNumber: 0 }), scalingConfigurationId: idOf(stack) });
    expect(await stack.up(program)).toMatchObject({ failure: undefined });
    expect(configurations(world).map((each) => each.scaling_configuration_id)).toEqual([idOf(stack)]);
  });
});

describe("an AS configuration in use", () => {
  const inUse = async () => {
    const { world, stack } = await opened();
    await stack.up(configurationArgs({}, { timeouts: { delete: "30s" } }));
    const group = openStack(world, "group");
    await group.up({ ...world.args({ desireInstanceNumber: 0 }), scalingConfigurationId: idOf(stack) });
    return { world, stack, group };
  };

  it("is not deleted: after the time that is given, the error names the groups", async () => {
    const { world, stack } = await inUse();
    const { id, document } = world.group();
    const ended = await stack.destroy();
    expect(ended.failure).toContain(
      `AS configuration ${idOf(stack)} is still used by ${String(document["scaling_group_name"])} (id ${id}): AS.1006`,
    );
    expect(ended.failure).toContain("give it more time with timeouts.delete");
    expect(ended.progress).toEqual([`waiting until no AS group uses AS configuration ${idOf(stack)}`]);
    expect(configurations(world)).toHaveLength(1);
  });

  it("a moment longer than it should be is deleted when that is over", async () => {
    const { world, stack } = await opened();
    await stack.up(configurationArgs());
    world.calls();
    stack.onCalls(
      fated("delete AS configuration", refused(400, "AS.1006"), refused(400, "AS.1006"), (send) => send()),
    );
    expect(await stack.destroy()).toMatchObject({ operation: "delete", failure: undefined });
    expect(configurations(world)).toEqual([]);
  });

  it("is not waited for when there is to be no wait", async () => {
    const { world, stack } = await opened();
    await stack.up(configurationArgs({}, { timeouts: { delete: 0 } }));
    stack.onCalls(fated("delete AS configuration", refused(400, "AS.1006")));
    expect((await stack.destroy()).failure).toContain(
      `AS configuration ${idOf(stack)} is still used by an AS group: AS.1006`,
    );
    expect(configurations(world)).toHaveLength(1);
  });
});

describe("a create that the service refuses", () => {
  it("names the code, what it means and what to do, and no content", async () => {
    const { stack } = await opened();
    stack.onCalls(fated("create AS configuration", refused(400, "AS.1024")));
    const { failure } = await stack.up(configurationArgs({ userData: "#!/bin/sh\nsecret" }));
    expect(failure).toContain("AS.1024: the project has as many AS configurations as it may have");
    expect(failure).not.toContain("secret");
  });
});

describe("an AS configuration", () => {
  it("is created where listing is forbidden", async () => {
    const { stack } = await opened();
    stack.onCalls((request, send) =>
      request.operation === "list AS configurations" ? refused(403, "AS.0011")(send) : send(),
    );
    expect(await stack.up(configurationArgs())).toMatchObject({ operation: "create", failure: undefined });
  });

  it("that is given as text shows nothing of it", async () => {
    const { stack } = await opened();
    const { failure } = await stack.preview({ instanceConfig: '{"metadata":{"adminPass":"Geheim-123"}}' });
    expect(failure).toContain("instanceConfig is text of 39 characters: expected");
    expect(failure).not.toContain("Geheim");
  });
});
