/** Walks: whatever programs, people, policies and accidents do, in whatever order. */
import { expect } from "vitest";
import type { Args } from "../../e2e/support/group-args";
import { openStack, type Stack } from "../../support/engine";
import type { SharedWorld } from "../../support/simulated";
import { observe } from "./accident";
import { look, type SeenGroup } from "./look";
import { MAX, type Move, type Outside } from "./moves";

/** A walk that is under way. */
interface Walk {
  readonly world: SharedWorld;
  readonly stack: Stack;
  program: Args;
  /** Instances that AS did not create. */
  readonly attached: Set<string>;
  /** Instances that somebody has destroyed. */
  readonly killed: Set<string>;
}

const FLAVOUR = "s3.medium.1";
const TO_COME_TO_REST_SECONDS = 20 * 60;

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** Happens if it can happen at all: a policy acts on a group in service, and nothing happens to a group that is gone. */
const happen = (walk: Walk, what: Outside): void => {
  const { world } = walk;
  const { admin } = world.simulator;
  if ("happens" in what && (what.happens === "sellOutFlavour" || what.happens === "restoreFlavour")) {
    admin.outside(what.happens, { flavour: FLAVOUR });
    return;
  }
  const [live] = world.groups();
  const seen = look(world).groups[0];
  if (live === undefined || seen === undefined || seen.status === ("DELETING" as string)) return;
  const place = { scaling_group_id: live.id };
  if ("policy" in what) {
    const desire_instance_number = clamp(what.policy, seen.capacity[0], seen.capacity[2]);
    if (seen.status === "INSERVICE") admin.outside("setCapacity", { ...place, desire_instance_number });
  } else if ("instance" in what) {
    const server = live.instances[what.instance]?.server;
    if (server === null || server === undefined) return;
    if (what.happens === "killInstance") walk.killed.add(server.id);
    admin.outside(what.happens, { instance_id: server.id });
  } else if ("modify" in what) {
    admin.outside("modifyGroup", { ...place, ...what.modify });
  } else if ("tags" in what) {
    const kept = Object.entries(live.tags).filter(([key]) => key.startsWith("pulumi-"));
    admin.outside("setTags", { ...place, tags: { ...Object.fromEntries(kept), ...what.tags } });
  } else if (what.happens === "attachInstance") {
    if (seen.status !== "INSERVICE" || seen.attached.length >= 2) return;
    if (Math.max(seen.members, seen.capacity[1]) >= seen.capacity[2]) return;
    walk.attached.add((admin.outside("attachInstance", place) as { instance_id: string }).instance_id);
  } else {
    admin.outside(what.happens, place);
  }
};

/**
 * After a killed create there is a group that only the next create of the same name can find: the engine has recorded
 * nothing that it could delete or compare. Until then, nobody destroys or moves to another VPC.
 */
const isRecorded = ({ world, stack }: Walk): boolean => {
  const known = [stack.recorded(), ...stack.replaced()].map((recorded) => recorded?.id);
  return look(world).groups.every(({ id }) => known.includes(id));
};

const take = async (walk: Walk, move: Move): Promise<void> => {
  const { world, stack } = walk;
  if ("edit" in move) {
    if ("vpcId" in move.edit && !isRecorded(walk)) return;
    walk.program = { ...walk.program, ...move.edit };
  } else if ("outside" in move) {
    happen(walk, move.outside);
  } else if ("minutes" in move) {
    world.pass(move.minutes * 60);
  } else if (move.command === "up" || isRecorded(walk)) {
    const cancels = move.meanwhile.map(({ afterSeconds, outside }) =>
      world.simulator.clock.after(afterSeconds * 1000, () => {
        happen(walk, outside);
      }),
    );
    const command = () => (move.command === "up" ? stack.up(walk.program) : stack.destroy());
    await observe(world, stack, command, move.accident);
    for (const cancel of cancels) cancel();
  }
};

/** What the program decides. Who decides the desired number is not certain after such a walk. */
const shapeOf = (program: Args, { id: _id, capacity: [min, , max], ...seen }: SeenGroup) => ({
  status: seen.status,
  numbers: [min, max],
  network: seen.network,
  vpc: seen.vpc,
  zones: "availableZones" in program ? [...seen.zones].sort() : undefined,
  tags: "tags" in program ? seen.tags : undefined,
  journal: Object.keys(seen.tags).filter((key) => key.startsWith("pulumi-")),
  busy: seen.busy,
});

const wantedShape = (program: Args) => ({
  status: program["enable"] === false ? "PAUSED" : "INSERVICE",
  numbers: [program["minInstanceNumber"], MAX],
  network: (program["networks"] as readonly { readonly id: string }[])[0]?.id,
  vpc: program["vpcId"],
  zones: program["availableZones"],
  tags: program["tags"],
  journal: [],
  busy: false,
});

/** At most two runs bring everything in order; how the first one ends does not matter. */
const converge = async ({ stack, program }: Walk): Promise<void> => {
  const run = async () => {
    const { failure } = await stack.up(program);
    return { failure, next: (await stack.preview(program)).operation };
  };
  const first = await run();
  const inOrder = { failure: undefined, next: "same" };
  expect(first.failure === undefined && first.next === "same" ? first : await run()).toEqual(inOrder);
};

/**
 * Instances that have to be members in the end: they are attached, or were before an interrupted drain, and nothing
 * stands against it. A group that is replaced takes none of them with it.
 */
const toStay = ({ world, program, killed }: Walk): string[] => {
  const zones = program["availableZones"] as readonly string[] | undefined;
  const [group, ...others] = world.groups();
  if (group === undefined || others.length > 0 || group.document["vpc_id"] !== program["vpcId"]) return [];
  const members = group.instances.filter(({ madeByAs }) => !madeByAs).map(({ server }) => server);
  const journaled = Object.entries(group.tags)
    .filter(([key]) => key.startsWith("pulumi-attached-"))
    .map(([, id]) => world.simulator.admin.snapshot().servers.find((server) => server.id === id));
  return [...members, ...journaled]
    .filter((server) => server !== null && server !== undefined)
    .filter(({ id, zone }) => !killed.has(id) && (zones?.includes(zone) ?? true))
    .map(({ id }) => id);
};

/** Walks, then lets the world come to rest and converge. */
export const walkAndConverge = async (world: SharedWorld, moves: readonly Move[]): Promise<void> => {
  world.reset();
  const stack = openStack(world);
  const walk: Walk = {
    world,
    stack,
    program: world.args({
      minInstanceNumber: 1,
      desireInstanceNumber: 2,
      maxInstanceNumber: MAX,
      lockedChange: "drain",
      drain: { protectedInstances: "release", attachedInstances: "reattach" },
    }),
    attached: new Set(),
    killed: new Set(),
  };
  await stack.up(walk.program);
  for (const move of moves) await take(walk, move);

  happen(walk, { happens: "restoreFlavour" });
  world.pass(TO_COME_TO_REST_SECONDS);
  const staying = toStay(walk);
  await converge(walk);

  const { groups, deleted } = look(world);
  const [group] = groups;
  expect(groups.map(({ id }) => id)).toEqual([stack.recorded()?.id]);
  expect(stack.replaced()).toEqual([]);
  if (group === undefined) throw new Error("there is no group");
  expect(shapeOf(walk.program, group)).toEqual(wantedShape(walk.program));
  if (group.status === "INSERVICE") expect(group.members).toBe(Math.max(group.capacity[1], group.protected));
  // AS itself detaches what it did not create when it has to scale in and everything else is gone or protected.
  if (staying.length + group.protected <= group.capacity[1])
    expect(group.attached).toEqual(expect.arrayContaining(staying));
  expect(deleted.filter((id) => walk.attached.has(id) && !walk.killed.has(id))).toEqual([]);
};
