import { describe, expect, it } from "vitest";
import { IMAGE, OTHER_IMAGE } from "../../support/configuration-args";
import { fated, followedBy, refused } from "../../support/wires";
import { idOf } from "../support/configurations";
import { keeping, keptStory, THIRD_IMAGE } from "../support/kept-configurations";

const GONE = "the AS configuration is gone: it was deleted outside of Pulumi; up creates it anew";

const two = async (most = 1) => {
  const story = await keptStory();
  const first = await story.up(keeping(most, IMAGE));
  const second = await story.up(keeping(most, OTHER_IMAGE));
  return { ...story, first, second };
};

describe("AS configurations that are kept, when the present one is deleted outside", () => {
  it("stay, and are recorded", async () => {
    const { deleteOutside, stack, up, kept, expectTruth, first, second } = await two();
    await deleteOutside(second);
    await up(keeping(1, OTHER_IMAGE), [GONE]);
    expect(kept()).toEqual([first]);
    expectTruth();
    expect(idOf(stack)).not.toBe(second);
  });

  it("stay while a group uses one, and the new one is made at once", async () => {
    const { deleteOutside, useInGroup, up, kept, expectTruth, first, second } = await two();
    await useInGroup(first);
    await deleteOutside(second);
    await up(keeping(1, THIRD_IMAGE), [GONE]);
    expect(kept()).toEqual([first]);
    expectTruth();
  });

  it("are taken again when the program goes back to one, and the preview says so", async () => {
    const { deleteOutside, stack, up, kept, expectTruth, world, first, second } = await two();
    await deleteOutside(second);
    const told = `the AS configuration is gone: it was deleted outside of Pulumi; up goes back to AS configuration ${first}, which was kept`;
    expect((await stack.preview(keeping(1, IMAGE))).warnings).toEqual([told]);
    world.calls();
    expect(await up(keeping(1, IMAGE), [told])).toBe(first);
    expect(world.calls().writes).not.toContain("POST scaling_configuration");
    expect(kept()).toBe(undefined);
    expectTruth();
  });

  it("go when the same edit wants fewer", async () => {
    const { deleteOutside, up, expectTruth, kept, first, second } = await two();
    await deleteOutside(second);
    await up(keeping(0, OTHER_IMAGE), [
      GONE,
      `plan: delete AS configuration ${first}, kept until now: keepConfigurations is 0`,
    ]);
    expect(kept()).toBe(undefined);
    expectTruth();
  });

  it("that are too many but used stay recorded: the next up deletes them as soon as that is possible", async () => {
    const { deleteOutside, useInGroup, stack, kept, up, expectTruth, first, second } = await two();
    await useInGroup(first);
    await deleteOutside(second);
    const program = keeping(0, OTHER_IMAGE);
    const ended = await stack.up(program);
    expect(ended.failure).toBe(undefined);
    expect(ended.warnings.at(-1)).toContain(`AS configuration ${first} is still used by `);
    expect(kept()).toEqual([first]);
    expectTruth();
    await useInGroup(idOf(stack));
    const plan = `plan: delete AS configuration ${first}, kept until now: keepConfigurations is 0`;
    expect(await stack.preview(program)).toMatchObject({ operation: "update", warnings: [plan] });
    await up(program, [plan]);
    expectTruth();
  });

  it("go with the resource, also after a create that failed", async () => {
    const { deleteOutside, stack, ids, first, second } = await two();
    await deleteOutside(second);
    stack.onCalls(fated("create AS configuration", refused(400, "AS.1024")));
    const { failure, warnings } = await stack.up(keeping(1, THIRD_IMAGE));
    expect(failure).toContain("AS.1024");
    expect(warnings.at(-1)).toBe(
      `AS configuration ${first} stays for the replacement: run \`pulumi up\` again before you destroy the stack`,
    );
    stack.onCalls(undefined);
    expect(await stack.destroy()).toMatchObject({ failure: undefined });
    expect(ids()).toEqual([]);
  });

  it("are not recorded any more when they are deleted outside themselves", async () => {
    const { deleteOutside, up, kept, expectTruth, first } = await two(2);
    await deleteOutside(first);
    const third = await up(keeping(2, THIRD_IMAGE));
    expect(third).not.toBe(first);
    expect(kept()).toHaveLength(1);
    expectTruth();
  });
});

describe("AS configurations that are kept, where the replaced one is deleted first", () => {
  const FIRST = { deleteBeforeReplace: true };

  it("stay; the one that was replaced is none of them", async () => {
    const { stack, kept, expectTruth, first } = await two(2);
    expect(await stack.up(keeping(2, THIRD_IMAGE), FIRST)).toMatchObject({
      failure: undefined,
      warnings: [],
    });
    expect(kept()).toEqual([first]);
    expectTruth();
  });

  it("are taken again when the program goes back", async () => {
    const { stack, kept, expectTruth, first } = await two();
    expect(await stack.up(keeping(1, IMAGE), FIRST)).toMatchObject({ failure: undefined });
    expect(idOf(stack)).toBe(first);
    expect(kept()).toBe(undefined);
    expectTruth();
  });

  it("go by the create when the same edit wants fewer", async () => {
    const { stack, kept, expectTruth } = await two();
    expect(await stack.up(keeping(0, THIRD_IMAGE), FIRST)).toMatchObject({ failure: undefined });
    expect(kept()).toBe(undefined);
    expectTruth();
  });

  it.each([
    ["before the create", "delete AS configuration"],
    ["after the create", "create AS configuration"],
  ])("stay when the process is killed %s, and the next up has them", async (_, operation) => {
    const { stack, up, kept, expectTruth, first } = await two();
    stack.onCalls(
      fated(
        operation,
        followedBy(() => void stack.kill()),
      ),
    );
    expect((await stack.up(keeping(1, THIRD_IMAGE), FIRST)).operation).toBe(undefined);
    stack.onCalls(undefined);
    expect(await stack.up(keeping(1, THIRD_IMAGE), FIRST)).toMatchObject({ failure: undefined });
    await up(keeping(1, THIRD_IMAGE));
    expect(kept()).toEqual([first]);
    expectTruth();
  });
});
