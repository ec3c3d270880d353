/** A group whose instances have become old, and a stack with an instance refresh of it. */
import type { SimulatorOptions } from "otc-as-simulator";
import type { Args } from "../e2e/support/group-args";
import { openStack, type Ended, type Stack } from "./engine";
import { simulated, type World } from "./simulated";

/** What there is before a refresh. */
interface Before {
  /** Minimum, desired and maximum number of instances, all of which become old. */
  readonly instances?: number;
  /** More arguments of the group. */
  readonly group?: Args;
}

/** What tests look at. */
export interface Scene extends World {
  /** The stack that manages the group. */
  readonly groupStack: Stack;
  /** The stack with the refresh. */
  readonly stack: Stack;
  /** Arguments of a refresh of the group. */
  readonly refreshArgs: (more?: Args) => Args;
  /** Arguments of the group as it is now. */
  readonly groupProgram: (more?: Args) => Args;
  /** Creates another AS configuration. */
  readonly newConfiguration: () => string;
  /** The configurations that the instances come from; null for attached ones. */
  readonly madeFrom: () => readonly (string | null)[];
  /** The group's minimum, desired and maximum number. */
  readonly numbers: () => readonly [number, number, number];
}

const succeeded = ({ failure }: Ended): void => {
  if (failure !== undefined) throw new Error(failure);
};

/** Creates a group in this world, then gives it another AS configuration. */
export const withOldInstances = async (
  world: World,
  { instances = 3, group = {} }: Before = {},
): Promise<Scene> => {
  const newConfiguration = (): string =>
    (world.simulator.admin.outside("seedConfiguration") as { readonly scaling_configuration_id: string })
      .scaling_configuration_id;
  const groupStack = openStack(world);
  const numbers = {
    minInstanceNumber: instances,
    desireInstanceNumber: instances,
    maxInstanceNumber: instances,
  };
  succeeded(await groupStack.up(world.args({ ...numbers, ...group })));
  const present = newConfiguration();
  const groupProgram = (more: Args = {}): Args =>
    world.args({ ...numbers, ...group, scalingConfigurationId: present, ...more });
  succeeded(await groupStack.up(groupProgram()));
  world.calls();
  return {
    ...world,
    groupStack,
    stack: openStack(world, "dev", "instanceRefresh"),
    groupProgram,
    newConfiguration,
    refreshArgs: (more) => ({
      scalingGroupId: world.group().id,
      triggers: { configuration: present },
      ...more,
    }),
    madeFrom: () =>
      world
        .group()
        .instances.map(({ document, madeByAs }) =>
          madeByAs ? (document as { scaling_configuration_id: string }).scaling_configuration_id : null,
        ),
    numbers: () => {
      const { document } = world.group();
      const number = (which: string): number => Number(document[`${which}_instance_number`]);
      return [number("min"), number("desire"), number("max")];
    },
  };
};

/** The same in a world that ends with the test. */
export const scene = async (
  before: Before = {},
  variants: SimulatorOptions["variants"] = {},
): Promise<Scene> => withOldInstances(await simulated({ variants }), before);
