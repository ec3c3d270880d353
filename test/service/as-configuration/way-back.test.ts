import { describe, expect, it } from "vitest";
import { physicalName } from "../../../provider/core/physical-name";
import type { Args } from "../../e2e/support/group-args";
import { configurationArgs, IMAGE, OTHER_IMAGE } from "../../support/configuration-args";
import { startProvider } from "../../support/provider-process";
import { all, configurations } from "../support/configurations";
import { keeping, keptStory } from "../support/kept-configurations";

const URN = "urn:pulumi:dev::e2e::pulumi-nodejs:dynamic/otc:AsConfiguration::web";
const PASSWORD = { metadata: { adminPass: "Lighthouse-7" } };

describe("going back to an AS configuration that was kept", () => {
  it("is planned, with its id, in the preview", async () => {
    const { stack, up } = await keptStory();
    const first = await up(keeping(1, IMAGE));
    await up(keeping(1, OTHER_IMAGE));
    expect((await stack.preview(keeping(1, IMAGE))).told).toEqual([
      `plan: up goes back to AS configuration ${first}, which was kept`,
    ]);
  });

  it.each([
    ["beside a key", keeping(1, IMAGE, PASSWORD), keeping(1, OTHER_IMAGE), keeping(1, IMAGE)],
    [
      "that the program has now, and had not",
      keeping(1, IMAGE),
      keeping(1, OTHER_IMAGE),
      keeping(1, IMAGE, PASSWORD),
    ],
  ])("is not possible with a password %s: another one is made", async (_, first, second, third) => {
    const { up, kept, expectTruth } = await keptStory();
    const before = await up(first);
    const between = await up(second);
    expect(await up(third)).not.toBe(before);
    expect(kept()).toEqual([between]);
    expectTruth();
  });

  it("is told from another source, of which the service says nothing", async () => {
    const { world, up, kept, expectTruth } = await keptStory();
    const source = String(all(world)[0]?.scaling_configuration_id);
    const from = (imageRef: string, more: Args = {}): Args => ({
      keepConfigurations: 2,
      sourceScalingConfigurationId: source,
      instanceConfig: { imageRef, ...more },
    });
    const withData = await up(from(IMAGE, { userData: "#!/bin/sh" }));
    const other = await up(from(OTHER_IMAGE));
    const without = await up(from(IMAGE));
    expect(without).not.toBe(withData);
    expect(kept()).toEqual([other, withData]);
    expect(await up(from(IMAGE, { userData: "#!/bin/sh" }))).toBe(withData);
    expectTruth();
  });

  it.each([
    ["user data", { userData: "a" }, { userData: "b" }],
    [
      "files",
      { personality: [{ path: "/a", content: "a" }] },
      { personality: [{ path: "/a", content: "b" }] },
    ],
    ["metadata", { metadata: { role: "a" } }, { metadata: { role: "b" } }],
  ])(
    "tells those that differ in %s by what the service says, though they have one name",
    async (_, one, other) => {
      const { world, up, expectTruth } = await keptStory();
      const first = await up(keeping(1, IMAGE, one));
      const second = await up(keeping(1, IMAGE, other));
      expect(second).not.toBe(first);
      expect(new Set(configurations(world).map((each) => each.scaling_configuration_name)).size).toBe(1);
      expect(await up(keeping(1, IMAGE, one))).toBe(first);
      expect(await up(keeping(1, IMAGE, other))).toBe(second);
      expectTruth();
    },
  );

  it("takes an adopted one again, by the name that it has", async () => {
    const { world, stack, up, kept } = await keptStory();
    const adoptId = String(all(world)[0]?.scaling_configuration_id);
    const adopted = { adoptId, keepConfigurations: 1 };
    await up(adopted);
    const second = await up({ ...configurationArgs({ imageRef: OTHER_IMAGE }), ...adopted });
    expect(second).not.toBe(adoptId);
    expect(await up(adopted)).toBe(adoptId);
    expect(stack.recorded()?.inputs["scalingConfigurationName"]).toBe("simulator-configuration");
    expect(stack.recorded()?.outputs["scalingConfigurationName"]).toBe("simulator-configuration");
    expect(kept()).toEqual([second]);
  });
});

describe("an AS configuration of a version whose names did not depend on the content", () => {
  const oldName = physicalName(URN, 0);
  const made = async (keepConfigurations: number) => {
    const story = await keptStory();
    const { handlers } = await startProvider(story.world, (_, send) => send(), "asConfiguration");
    const inputs = {
      ...keeping(keepConfigurations, IMAGE, { userData: "#!/bin/sh" }),
      selfUrn: URN,
      nameGeneration: 0,
      scalingConfigurationName: oldName,
    };
    const { id } = await handlers.create(inputs);
    return { ...story, id };
  };

  it("is gone on with when its create was interrupted, and stays as it is from then on", async () => {
    const { stack, up, id, expectTruth } = await made(0);
    const program = keeping(0, IMAGE, { userData: "#!/bin/sh" });
    expect(
      await up(program, [`continuing with AS configuration ${id}, which an interrupted run had created`]),
    ).toBe(id);
    expectTruth();
    expect(await stack.refresh()).toMatchObject({ failure: undefined });
    expect(stack.recorded()?.outputs["scalingConfigurationName"]).toBe(oldName);
    expect(await up(program)).toBe(id);
  });

  it("is taken again when it was kept, by the name that it has", async () => {
    const { stack, up, id, expectTruth } = await made(1);
    const program = keeping(1, IMAGE, { userData: "#!/bin/sh" });
    await stack.up(program);
    await stack.refresh();
    const second = await up(keeping(1, OTHER_IMAGE));
    expect(second).not.toBe(id);
    expect(await up(program)).toBe(id);
    expect(stack.recorded()?.outputs["scalingConfigurationName"]).toBe(oldName);
    expectTruth();
  });
});
