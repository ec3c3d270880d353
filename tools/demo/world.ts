import * as t from "io-ts";

/** What the demo reads of an instance. */
const Instance = t.type({
  zone: t.string,
  document: t.type({ life_cycle_state: t.string }),
});

/** What the demo reads of an AS group. */
const Group = t.type({
  id: t.string,
  name: t.string,
  tags: t.record(t.string, t.string),
  instances: t.array(Instance),
  document: t.type({ cool_down_time: t.number }),
});

/** What the demo reads of the simulator's snapshot. */
export const World = t.type({
  groups: t.array(Group),
  /** ECSs that are in no group. */
  servers: t.array(t.unknown),
  deletedServers: t.array(t.string),
});
export type World = t.TypeOf<typeof World>;
export type Group = t.TypeOf<typeof Group>;

/** The group, if there is exactly one. */
export function onlyGroup({ groups }: World): Group | undefined {
  return groups.length === 1 ? groups[0] : undefined;
}

const instancesOf = ({ groups }: World): Group["instances"] => groups.flatMap(({ instances }) => instances);

/** How many instances serve. */
export function instancesInService(world: World): number {
  return instancesOf(world).filter(({ document }) => document.life_cycle_state === "INSERVICE").length;
}

/** The zones that hold instances, in alphabetical order. */
export function zonesInUse(world: World): readonly string[] {
  return [...new Set(instancesOf(world).map(({ zone }) => zone))].sort();
}

/** What there is, for people. */
export function describeWorld(world: World): string {
  const { groups, servers, deletedServers } = world;
  const instances = instancesOf(world).length;
  return (
    `AS groups: ${groups.length}, instances: ${instances}, other ECSs: ${servers.length}, ` +
    `ECSs deleted so far: ${deletedServers.length}\n`
  );
}
