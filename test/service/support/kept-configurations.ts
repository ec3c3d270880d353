/** AS configurations that are kept, in a simulator. */
import { expect } from "vitest";
import type { Args } from "../../e2e/support/group-args";
import { configurationArgs } from "../../support/configuration-args";
import { openStack } from "../../support/engine";
import { configurations, idOf, opened } from "./configurations";

export const THIRD_IMAGE = "11112222-1111-4222-8333-444455550009";

export const keeping = (keepConfigurations: number, imageRef: string, more: Args = {}): Args =>
  configurationArgs({ imageRef, ...more }, { keepConfigurations });

export const keptStory = async () => {
  const { world, stack } = await opened({ variants: { login: "any" } });
  const kept = (): unknown => stack.recorded()?.outputs["keptConfigurationIds"];
  const ids = (): readonly string[] =>
    configurations(world)
      .map((each) => each.scaling_configuration_id)
      .sort();
  /** Nothing is left over and nothing is recorded that does not exist. */
  const expectTruth = (): void => {
    expect(ids()).toEqual([idOf(stack), ...((kept() ?? []) as readonly string[])].sort());
    expect(stack.replaced()).toEqual([]);
  };
  return {
    world,
    stack,
    kept,
    ids,
    expectTruth,
    up: async (program: Args, warnings: readonly string[] = []): Promise<string> => {
      expect(await stack.up(program)).toMatchObject({ failure: undefined, warnings });
      expect(stack.replaced()).toEqual([]);
      expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
      return idOf(stack);
    },
    /** By somebody else. */
    deleteOutside: async (id: string): Promise<void> => {
      const elsewhere = openStack(world, "elsewhere", "asConfiguration");
      expect(await elsewhere.up({ adoptId: id })).toMatchObject({ failure: undefined });
      expect(await elsewhere.destroy()).toMatchObject({ failure: undefined });
    },
    useInGroup: async (id: string): Promise<void> => {
      const group = openStack(world, "group");
      const args = world.args({ desireInstanceNumber: 0 });
      expect(await group.up({ ...args, scalingConfigurationId: id })).toMatchObject({ failure: undefined });
    },
  };
};
