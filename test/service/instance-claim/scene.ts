/** A group with ECSs of its own, and ECSs beside it that can be attached. */
import type { Args } from "../../e2e/support/group-args";
import { openStack, type Stack } from "../../support/engine";
import { simulated, type World } from "../../support/simulated";

type WorldOptions = Parameters<typeof simulated>[0];

/** What a story about instances begins with. */
export interface Scene {
  readonly world: World;
  readonly groupId: string;
  /** The stack of the group, and its program with these changes. */
  readonly owner: Stack;
  readonly program: (more?: Args) => Args;
  /** Makes ECSs that fit the group and are in none. */
  readonly servers: (count: number, more?: object) => readonly string[];
  /** Arguments that claim these instances. */
  readonly claim: (instanceIds: readonly string[], more?: Args) => Args;
  readonly attachments: (name?: string) => Stack;
  readonly protections: (name?: string) => Stack;
}

/** A group with two instances of at most five, unless said otherwise. */
export const scene = async (group: Args = {}, options?: WorldOptions): Promise<Scene> => {
  const world = await simulated(options);
  const owner = openStack(world, "owner");
  const program = (more: Args = {}): Args => world.args({ desireInstanceNumber: 2, ...group, ...more });
  const { failure } = await owner.up(program());
  if (failure !== undefined) throw new Error(failure);
  const groupId = world.group().id;
  world.calls();
  return {
    world,
    groupId,
    owner,
    program,
    servers: (count, more = {}) =>
      Array.from({ length: count }, () => {
        const made = world.simulator.admin.outside("createServer", { scaling_group_id: groupId, ...more });
        return (made as { readonly instance_id: string }).instance_id;
      }),
    claim: (instanceIds, more) => ({ scalingGroupId: groupId, instanceIds, ...more }),
    attachments: (name = "dev") => openStack(world, name, "instanceAttachment"),
    protections: (name = "dev") => openStack(world, name, "instanceProtection"),
  };
};

/** Those of the group that are protected. */
export const protectedIn = ({ world }: Scene): readonly string[] =>
  world
    .group()
    .instances.flatMap(({ document, server }) =>
      server !== null && Reflect.get(document, "protect_from_scaling_down") === true ? [server.id] : [],
    );
