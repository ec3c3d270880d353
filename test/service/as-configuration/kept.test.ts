import { describe, expect, it } from "vitest";
import { IMAGE, OTHER_IMAGE } from "../../support/configuration-args";
import { openStack } from "../../support/engine";
import { configurations, idOf } from "../support/configurations";
import { keeping, keptStory, THIRD_IMAGE } from "../support/kept-configurations";

describe("AS configurations that are kept", () => {
  it("stay when they are replaced, the last ones only, and go with the resource", async () => {
    const { stack, up, kept, ids } = await keptStory();
    const first = await up(keeping(1, IMAGE));
    const second = await up(keeping(1, OTHER_IMAGE));
    expect(kept()).toEqual([first]);
    expect(ids()).toEqual([first, second].sort());
    const third = await up(keeping(1, THIRD_IMAGE));
    expect(kept()).toEqual([second]);
    expect(ids()).toEqual([second, third].sort());
    expect(await stack.destroy()).toMatchObject({ failure: undefined });
    expect(ids()).toEqual([]);
  });

  it("are taken again when the program goes back, without a call that makes another", async () => {
    const { world, up, kept, ids } = await keptStory();
    const first = await up(keeping(1, IMAGE));
    const second = await up(keeping(1, OTHER_IMAGE));
    world.calls();
    expect(await up(keeping(1, IMAGE))).toBe(first);
    expect(world.calls().writes).toEqual([]);
    expect(kept()).toEqual([second]);
    expect(ids()).toEqual([first, second].sort());
  });

  it("are never taken again for another password, which the service does not tell", async () => {
    const { up, kept, ids } = await keptStory();
    const password = (adminPass: string) => ({ metadata: { adminPass }, keyName: undefined });
    const first = await up(keeping(3, IMAGE, password("Lighthouse-7")));
    const second = await up(keeping(3, IMAGE, password("Lighthouse-8")));
    const third = await up(keeping(3, OTHER_IMAGE));
    const fourth = await up(keeping(3, IMAGE, password("Lighthouse-7")));
    expect(kept()).toEqual([third, second, first]);
    expect(ids()).toEqual([first, second, third, fourth].sort());
  });

  it("go when fewer are to stay, and stay what they are through a refresh", async () => {
    const { stack, up, kept, ids } = await keptStory();
    const first = await up(keeping(2, IMAGE));
    const second = await up(keeping(2, OTHER_IMAGE));
    const third = await up(keeping(2, THIRD_IMAGE));
    expect(ids()).toHaveLength(3);
    expect(await stack.refresh()).toMatchObject({ failure: undefined });
    const going = (id: string, most: number) =>
      `plan: delete AS configuration ${id}, kept until now: keepConfigurations is ${most}`;
    expect((await stack.preview(keeping(1, THIRD_IMAGE))).warnings).toEqual([going(first, 1)]);
    await up(keeping(1, THIRD_IMAGE), [going(first, 1)]);
    expect(kept()).toEqual([second]);
    expect(ids()).toEqual([second, third].sort());
    await up(keeping(0, THIRD_IMAGE), [going(second, 0)]);
    expect(kept()).toBe(undefined);
    expect(ids()).toEqual([third]);
  });

  it("are named by the error when they are to go, but a group uses them", async () => {
    const { world, stack, up, ids } = await keptStory();
    const first = await up(keeping(1, IMAGE));
    await openStack(world, "group").up({
      ...world.args({ desireInstanceNumber: 0 }),
      scalingConfigurationId: first,
    });
    const second = await up(keeping(1, OTHER_IMAGE));
    const { failure } = await stack.up({ ...keeping(0, OTHER_IMAGE), timeouts: { update: 0 } });
    expect(failure).toContain(`AS configuration ${first} is still used by `);
    expect(ids()).toEqual([first, second].sort());
  });

  it("have derived names only: others could take what is kept under a chosen one", async () => {
    const { world, stack, up } = await keptStory();
    const chosen = { ...keeping(1, IMAGE), scalingConfigurationName: "shop" };
    expect((await stack.up(chosen)).failure).toContain("scalingConfigurationName are both given");
    expect(configurations(world)).toEqual([]);
    const before = await up({ ...keeping(0, IMAGE), scalingConfigurationName: "shop" });
    expect(await up(keeping(1, IMAGE))).toBe(before);
    await up(keeping(1, OTHER_IMAGE));
    expect(configurations(world).map((each) => each.scaling_configuration_name)).toEqual([
      "shop",
      expect.stringMatching(/^web-[0-9a-f]{7}$/),
    ]);
  });

  it("go with a replacement on request, which keeps the object itself, because nothing remembers them then", async () => {
    const { stack, up, kept, ids } = await keptStory();
    const first = await up(keeping(1, IMAGE));
    const second = await up(keeping(1, OTHER_IMAGE));
    const { failure, warnings } = await stack.up(keeping(1, OTHER_IMAGE), { replace: true });
    expect(failure).toBe(undefined);
    expect(warnings.at(-1)).toContain(`nothing was deleted but what was kept for a way back (${first})`);
    expect(idOf(stack)).toBe(second);
    expect(kept()).toBe(undefined);
    expect(ids()).toEqual([second]);
  });

  it("that are too many after a replacement, because their number falls with it, are told and go", async () => {
    const { stack, up, kept, ids } = await keptStory();
    const first = await up(keeping(2, IMAGE));
    const second = await up(keeping(2, OTHER_IMAGE));
    const program = keeping(0, THIRD_IMAGE);
    const plan = `plan: delete AS configuration ${first}, kept until now: keepConfigurations is 0`;
    expect((await stack.preview(program)).warnings).toEqual([plan]);
    const third = await up(program, [plan]);
    expect(kept()).toBe(undefined);
    expect(ids()).toEqual([third]);
    expect(ids()).not.toContain(second);
  });

  it("have names of their contents: other contents have another name, and the way back has the old one", async () => {
    const { world, up } = await keptStory();
    const names = () => configurations(world).map((each) => each.scaling_configuration_name);
    await up(keeping(0, IMAGE));
    const [first] = names();
    await up(keeping(0, OTHER_IMAGE));
    expect(names()).not.toContain(first);
    await up(keeping(0, IMAGE));
    expect(names()).toEqual([first]);
  });
});
