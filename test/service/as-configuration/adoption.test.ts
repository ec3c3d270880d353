import { describe, expect, it } from "vitest";
import { configurationArgs, everything, IMAGE, OTHER_IMAGE } from "../../support/configuration-args";
import { openStack } from "../../support/engine";
import { all, configurations, idOf, opened } from "../support/configurations";

const NAME = /^web-[0-9a-f]{7}$/;

describe("adopting an AS configuration", () => {
  it("needs nothing but the id, records no contents, and changes nothing", async () => {
    const { world, stack } = await opened();
    const other = openStack(world, "other", "asConfiguration");
    await other.up({ instanceConfig: everything });
    world.calls();
    const program = { adoptId: idOf(other) };
    expect((await stack.preview(program)).told).toEqual([
      `adopts AS configuration ${idOf(other)}: nothing differs`,
    ]);
    expect(await stack.up(program)).toMatchObject({ operation: "create", failure: undefined });
    expect(idOf(stack)).toBe(idOf(other));
    const recorded = JSON.stringify(stack.recorded());
    for (const content of ["grüß dich", "echo", "AAEC/w==", Buffer.from("grüß dich").toString("base64")])
      expect(recorded).not.toContain(content);
    expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
    expect(world.calls().writes).toEqual([]);
  });

  it("takes over one that is as the program says, and refuses one that is not", async () => {
    const { world, stack } = await opened();
    const other = openStack(world, "other", "asConfiguration");
    await other.up({ instanceConfig: everything });
    const program = { adoptId: idOf(other), instanceConfig: everything };
    expect(await stack.up(program)).toMatchObject({ operation: "create", failure: undefined });
    expect(await stack.preview(program)).toMatchObject({ operation: "same" });
    const third = openStack(world, "third", "asConfiguration");
    const { failure } = await third.preview({
      adoptId: idOf(other),
      instanceConfig: { ...everything, imageRef: OTHER_IMAGE },
    });
    expect(failure).toContain("cannot be adopted");
    expect(failure).toContain("instanceConfig");
  });

  it("is followed by a replacement under a name of its own once the program says something else", async () => {
    const { world, stack } = await opened();
    const adoptId = String(all(world)[0]?.scaling_configuration_id);
    await stack.up({ adoptId });
    const program = { adoptId, ...configurationArgs() };
    expect(await stack.up(program)).toMatchObject({ operation: "replace", failure: undefined });
    expect(configurations(world).map((each) => each.scaling_configuration_name)).toEqual([
      expect.stringMatching(NAME),
    ]);
  });

  it("of an id that does not exist fails clearly", async () => {
    const { stack } = await opened();
    expect((await stack.preview({ adoptId: IMAGE })).failure).toContain(
      `there is no AS configuration with the id ${IMAGE} that could be adopted`,
    );
  });
});
