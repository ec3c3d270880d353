import type { Seen } from "../../../tools/demo/expectation";
import type { Group, World } from "../../../tools/demo/world";

export const EMPTY: World = { groups: [], servers: [], deletedServers: [] };

export const instance = (zone: string, state = "INSERVICE"): Group["instances"][number] => ({
  zone,
  document: { life_cycle_state: state },
});

export const group = (changes: Partial<Group> = {}): Group => ({
  id: "group-1",
  name: "web-0123abc",
  tags: {},
  instances: [],
  document: { cool_down_time: 300 },
  ...changes,
});

export const seen = (changes: Partial<Seen> = {}): Seen => ({
  exitCode: 0,
  output: "",
  traffic: { calls: 0, writes: 0 },
  world: EMPTY,
  ...changes,
});
