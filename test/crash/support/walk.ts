/** Walks: whatever programs, people, policies and accidents do, in whatever order. */
import fc from "fast-check";
import { expect } from "vitest";
import { destroy, newStack, preview, up, type Bag, type Intention, type Stack } from "./engine";
import { look, type SeenGroup } from "./look";
import { accidentKinds, runInProcess, type Accident } from "./process";
import { OTHER_SUBNET, OTHER_VPC, programOf, SUBNET, VPC } from "./scenario";
import type { World } from "./world";

/** A walk that is under way. */
interface Walk {
  readonly world: World;
  readonly stack: Stack;
  program: Bag;
  /** Instances that AS did not create. */
  readonly attached: Set<string>;
  /** Those of them that somebody has destroyed. */
  readonly killed: Set<string>;
}

/** One step of a walk. Plain data, so that a counterexample can be read. */
export type Move =
  | { readonly edit: Bag }
  | { readonly outside: Outside }
  | { readonly minutes: number }
  | {
      readonly command: "up" | "destroy";
      readonly accident: Accident | undefined;
      readonly meanwhile: readonly Later[];
    };

/** Something that happens while a command runs. */
interface Later {
  readonly afterSeconds: number;
  readonly outside: Outside;
}

/** Something that happens without Pulumi. */
type Outside =
  | { readonly policy: number }
  | { readonly instance: number; readonly happens: "killInstance" | "protectInstance" }
  | {
      readonly happens:
        "pauseGroup" | "resumeGroup" | "deleteGroup" | "attachInstance" | "soldOut" | "restocked";
    }
  | { readonly modify: Bag }
  | { readonly tags: Readonly<Record<string, string>> };

const MAX = 6;
const FLAVOUR = "s3.medium.1";

const zones = fc.subarray(["eu-de-01", "eu-de-02", "eu-de-03"], { minLength: 1 });
const tags = fc.dictionary(fc.constantFrom("env", "team"), fc.constantFrom("a", "b"), {
  noNullPrototype: true,
});

const edit: fc.Arbitrary<Bag> = fc.oneof(
  fc.record({ minInstanceNumber: fc.integer({ min: 0, max: 2 }) }),
  fc.record({ desireInstanceNumber: fc.integer({ min: 2, max: 4 }) }),
  fc.record({ coolDownTime: fc.constantFrom(0, 60, 300) }),
  fc.record({ availableZones: zones }),
  {
    weight: 5,
    arbitrary: fc.record({ networks: fc.constantFrom([{ id: SUBNET }], [{ id: OTHER_SUBNET }]) }),
  },
  fc.record({ tags }),
  fc.record({ enable: fc.boolean() }),
  fc.record({ vpcId: fc.constantFrom(VPC, OTHER_VPC) }),
);

const outside: fc.Arbitrary<Outside> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ policy: fc.nat(MAX) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      instance: fc.nat(4),
      happens: fc.constantFrom("killInstance" as const, "protectInstance" as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      happens: fc.constantFrom(
        "pauseGroup" as const,
        "resumeGroup" as const,
        "attachInstance" as const,
        "attachInstance" as const,
        "soldOut" as const,
        "restocked" as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ happens: fc.constant("deleteGroup" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      modify: fc.oneof(
        fc.record({ cool_down_time: fc.constantFrom(10, 20) }),
        fc.record({ available_zones: zones }),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ tags }) },
);

const accident: fc.Arbitrary<Accident> = fc.record({
  // Most commands make some ten calls, a drain three times as many.
  at: fc.oneof(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 5, max: 45 })),
  kind: fc.constantFrom(...accidentKinds),
});

const command = fc.record(
  {
    command: fc.oneof(
      { weight: 8, arbitrary: fc.constant("up" as const) },
      { weight: 1, arbitrary: fc.constant("destroy" as const) },
    ),
    accident: fc.option(accident, { nil: undefined, freq: 3 }),
    meanwhile: fc.array(fc.record({ afterSeconds: fc.integer({ min: 1, max: 240 }), outside }), {
      maxLength: 2,
    }),
  },
  { noNullPrototype: true },
);

const turn: fc.Arbitrary<readonly Move[]> = fc
  .tuple(
    fc.array(edit, { maxLength: 2 }),
    fc.array(outside, { maxLength: 2 }),
    fc.integer({ min: 0, max: 5 }),
    command,
  )
  .map(([edits, happenings, minutes, last]) => [
    ...edits.map((changes) => ({ edit: changes })),
    ...happenings.map((happening) => ({ outside: happening })),
    { minutes },
    last,
  ]);

/** Any walk: programs are edited, something happens, time passes, a command runs; and again. */
export const anyWalk: fc.Arbitrary<readonly Move[]> = fc
  .array(turn, { minLength: 1, maxLength: 4, size: "max" })
  .map((turns) => turns.flat());

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** Happens if it can happen at all: a policy acts on a group in service, and nothing happens to a group that is gone. */
const happen = (walk: Walk, what: Outside): void => {
  const { world } = walk;
  if ("happens" in what && what.happens === "soldOut") {
    world.outside("sellOutFlavour", { flavour: FLAVOUR });
    return;
  }
  if ("happens" in what && what.happens === "restocked") {
    world.outside("restoreFlavour", { flavour: FLAVOUR });
    return;
  }
  const live = world.simulator.admin.snapshot().groups[0];
  const seen = look(world).groups[0];
  if (live === undefined || seen === undefined || seen.status === ("DELETING" as string)) return;
  const place = { scaling_group_id: live.id };
  if ("policy" in what) {
    const desire_instance_number = clamp(what.policy, seen.capacity[0], seen.capacity[2]);
    if (seen.status === "INSERVICE") world.outside("setCapacity", { ...place, desire_instance_number });
  } else if ("instance" in what) {
    const server = live.instances[what.instance]?.server;
    if (server === null || server === undefined) return;
    if (what.happens === "killInstance") walk.killed.add(server.id);
    world.outside(what.happens, { instance_id: server.id });
  } else if ("modify" in what) {
    world.outside("modifyGroup", { ...place, ...what.modify });
  } else if ("tags" in what) {
    const kept = Object.entries(live.tags).filter(([key]) => key.startsWith("pulumi-"));
    world.outside("setTags", { ...place, tags: { ...Object.fromEntries(kept), ...what.tags } });
  } else if (what.happens === "attachInstance") {
    if (seen.status !== "INSERVICE" || seen.attached.length >= 2) return;
    if (Math.max(seen.members, seen.capacity[1]) >= seen.capacity[2]) return;
    walk.attached.add((world.outside("attachInstance", place) as { instance_id: string }).instance_id);
  } else {
    world.outside(what.happens, place);
  }
};

/**
 * After a killed create there is a group that only the next create of the same name can find: the engine has recorded
 * nothing that it could delete or compare. Until then, nobody destroys or moves to another VPC.
 */
const isRecorded = ({ world, stack }: Walk): boolean => {
  const known = [stack.resource, ...stack.condemned].map((recorded) => recorded?.id);
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
    world.pass(move.minutes);
  } else if (move.command === "up" || isRecorded(walk)) {
    const cancel = move.meanwhile.map(({ afterSeconds, outside: what }) =>
      world.simulator.clock.after(afterSeconds * 1000, () => {
        happen(walk, what);
      }),
    );
    await runInProcess(
      world,
      () => (move.command === "up" ? up(stack, walk.program) : destroy(stack)),
      move.accident,
    );
    for (const each of cancel) each();
  }
};

const endingOf = async (walk: Walk, action: () => Promise<void>): Promise<string> => {
  const { ending } = await runInProcess(walk.world, action);
  return ending.kind === "failed" ? ending.message : ending.kind;
};

/** What the program decides. Who decides the desired number is not certain after such a walk. */
const shapeOf = (program: Bag, { id: _id, capacity: [min, , max], ...seen }: SeenGroup) => ({
  status: seen.status,
  numbers: [min, max],
  network: seen.network,
  vpc: seen.vpc,
  zones: "availableZones" in program ? [...seen.zones].sort() : undefined,
  tags: "tags" in program ? seen.tags : undefined,
  journal: Object.keys(seen.tags).filter((key) => key.startsWith("pulumi-")),
  busy: seen.busy,
});

const wantedShape = (program: Bag) => ({
  status: program["enable"] === false ? "PAUSED" : "INSERVICE",
  numbers: [program["minInstanceNumber"], MAX],
  network: (program["networks"] as readonly { readonly id: string }[])[0]?.id,
  vpc: program["vpcId"],
  zones: program["availableZones"],
  tags: program["tags"],
  journal: [],
  busy: false,
});

/** Walks, then lets the world come to rest: at most two runs bring everything in order. */
export const walkAndConverge = async (world: World, moves: readonly Move[]): Promise<void> => {
  world.reset();
  const stack = newStack();
  const walk: Walk = {
    world,
    stack,
    program: programOf(world, {
      maxInstanceNumber: MAX,
      lockedChange: "drain",
      drain: { protectedInstances: "release", attachedInstances: "reattach" },
    }),
    attached: new Set(),
    killed: new Set(),
  };
  await runInProcess(world, () => up(stack, walk.program));
  for (const move of moves) await take(walk, move);

  happen(walk, { happens: "restocked" });
  world.pass(20);
  const endings: string[] = [];
  let intention: Intention | undefined;
  for (let run = 1; run <= 2 && (endings.at(-1) !== "done" || intention !== "same"); run += 1) {
    endings.push(await endingOf(walk, () => up(stack, walk.program)));
    intention = undefined;
    await endingOf(walk, async () => {
      intention = await preview(stack, walk.program);
    });
  }
  expect({ endings, intention }).toEqual({
    endings: [...endings.slice(0, -1), "done"],
    intention: "same",
  });

  const { groups, deleted } = look(world);
  const [group] = groups;
  expect(groups.map(({ id }) => id)).toEqual([stack.resource?.id]);
  expect(stack.condemned).toEqual([]);
  if (group === undefined) throw new Error("there is no group");
  expect(shapeOf(walk.program, group)).toEqual(wantedShape(walk.program));
  if (group.status === "INSERVICE") expect(group.members).toBe(Math.max(group.capacity[1], group.protected));
  expect(deleted.filter((id) => walk.attached.has(id) && !walk.killed.has(id))).toEqual([]);
};
