/** Under every reading of the documents, instances come, are protected and go; or it is said why not. */
import { describe, expect, it } from "vitest";
import { variantNames, type Variants } from "../../../simulator/src/as/variants";
import { protectedIn, scene } from "./scene";

const readings = (Object.keys(variantNames) as (keyof Variants)[]).flatMap((name) =>
  variantNames[name].slice(1).map((reading) => ({ name, reading })),
);

describe("instances of a group", () => {
  it.each(readings)("come, are protected and go under $name: $reading", async ({ name, reading }) => {
    const story = await scene({ maxInstanceNumber: 30 }, { variants: { [name]: reading } });
    const { world, servers, claim, attachments, protections } = story;
    const [a = "", b = "", c = ""] = servers(3);
    const [attached, spared] = [attachments(), protections()];
    // AS is at work when the first ones come.
    world.outside("setCapacity", { desire_instance_number: 3 });
    world.pass(6);
    const ended = [
      await attached.up(claim([a, b])),
      await spared.up(claim([a, b])),
      await attached.up(claim([b, c])),
      await spared.up(claim([b, c])),
      await attached.refresh(),
      await spared.refresh(),
    ];
    expect(ended.map(({ failure }) => failure)).toEqual(ended.map(() => undefined));
    expect(world.members()).toEqual(expect.arrayContaining([b, c]));
    expect(world.members()).not.toContain(a);
    expect(protectedIn(story)).toEqual(expect.arrayContaining([b, c]));
    expect(await attached.preview(claim([b, c]))).toMatchObject({ operation: "same", warnings: [] });
    expect(await spared.preview(claim([b, c]))).toMatchObject({ operation: "same", warnings: [] });
    expect((await spared.destroy()).failure).toBeUndefined();
    expect((await attached.destroy()).failure).toBeUndefined();
    expect(world.members()).toHaveLength(3);
    expect(world.simulator.admin.snapshot().deletedServers).toEqual([]);
  });
});
