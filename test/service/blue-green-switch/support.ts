/** Two groups without numbers, and a stack for the switch between them. */
import type { Args } from "../../e2e/support/group-args";
import { openStack, type Stack } from "../../support/engine";
import type { World } from "../../support/simulated";

export interface PairScene {
  readonly world: World;
  readonly stack: Stack;
  readonly program: (serving?: Args, more?: Args) => Args;
  /** Instances of blue and of green. */
  readonly numbers: () => readonly [number, number];
  readonly groupIds: readonly [string, string];
}

const created = async (world: World, name: string, more: Args): Promise<string> => {
  const {
    minInstanceNumber: _,
    desireInstanceNumber: __,
    maxInstanceNumber: ___,
    ...args
  } = world.args(more);
  const stack = openStack(world, name);
  const { failure } = await stack.up(args);
  const id = stack.recorded()?.id;
  if (failure !== undefined || id === undefined) throw new Error(failure);
  return id;
};

/** @param green what differs of the green group */
export const pairIn = async (world: World, green: Args = {}): Promise<PairScene> => {
  const groupIds = [await created(world, "blue", {}), await created(world, "green", green)] as const;
  world.calls();
  const instancesOf = (id: string): number =>
    world.groups().find((group) => group.id === id)?.instances.length ?? -1;
  return {
    world,
    stack: openStack(world, "dev", "blueGreenSwitch"),
    groupIds,
    numbers: () => [instancesOf(groupIds[0]), instancesOf(groupIds[1])],
    program: (serving = {}, more = {}) => ({
      blueGroupId: groupIds[0],
      greenGroupId: groupIds[1],
      serving: {
        live: "blue",
        minInstanceNumber: 1,
        desireInstanceNumber: 2,
        maxInstanceNumber: 6,
        ...serving,
      },
      ...more,
    }),
  };
};
