/**
 * Whole programs, one after the other, and changes by others in between, under any reading of the documents. Whatever an
 * `up` does or refuses: there is one group and the state knows it, what somebody attached lives, and after a success
 * there is nothing left to do. (The walks of `test/crash` have accidents at single calls, too.)
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { variantNames, type Variants } from "../../../simulator/src/as/variants";
import {
  OTHER_POOL,
  OTHER_SECURITY_GROUP,
  OTHER_SUBNET,
  OTHER_VPC,
  POOL,
  SECURITY_GROUP,
  SUBNET,
  VPC,
  type Args,
} from "../../e2e/support/group-args";
import { openStack, type Stack } from "../../support/engine";
import { simulated, type World } from "../../support/simulated";

const optional = <A>(arbitrary: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

const capacity = fc
  .tuple(fc.nat(3), fc.nat(3), fc.nat(3))
  .map((numbers) => [...numbers].sort((a, b) => a - b) as [number, number, number])
  .map(([min, desired, max]) => ({
    minInstanceNumber: min,
    desireInstanceNumber: desired,
    maxInstanceNumber: max,
  }));

const ids = (...values: readonly string[]) =>
  fc.shuffledSubarray([...values], { minLength: 1 }).map((chosen) => chosen.map((id) => ({ id })));

const listeners = fc
  .shuffledSubarray([POOL, OTHER_POOL])
  .chain((pools) =>
    fc.tuple(
      ...pools.map((poolId) =>
        fc.record({ poolId: fc.constant(poolId), protocolPort: fc.constantFrom(80, 81), weight: fc.nat(2) }),
      ),
    ),
  );

const anyProgram: fc.Arbitrary<Args> = fc
  .record({
    numbers: capacity,
    vpcId: fc.oneof(
      { weight: 9, arbitrary: fc.constant(VPC) },
      { weight: 1, arbitrary: fc.constant(OTHER_VPC) },
    ),
    networks: ids(SUBNET, OTHER_SUBNET),
    securityGroups: optional(fc.constantFrom([], [{ id: SECURITY_GROUP }], [{ id: OTHER_SECURITY_GROUP }])),
    lbaasListeners: optional(listeners),
    availableZones: optional(fc.shuffledSubarray(["eu-de-01", "eu-de-02", "eu-de-03"], { minLength: 1 })),
    multiAzPriorityPolicy: optional(fc.constantFrom("EQUILIBRIUM_DISTRIBUTE", "PICK_FIRST")),
    coolDownTime: optional(fc.constantFrom(0, 300)),
    notifications: optional(fc.constantFrom([], ["EMAIL"])),
    deleteVolume: optional(fc.boolean()),
    tags: optional(fc.dictionary(fc.constantFrom("env", "team"), fc.constantFrom("a", "b"))),
    enable: fc.boolean(),
    desireInstanceNumberMode: fc.constantFrom("onEdit", "enforce", "initial"),
    lockedChange: fc.constantFrom("fail", "drain", "replace"),
    drain: fc.record({
      protectedInstances: fc.constantFrom("stop", "release"),
      attachedInstances: fc.constantFrom("stop", "reattach"),
    }),
  })
  .map(({ numbers, ...others }) => ({ ...numbers, ...others }));

/** What others do to the group. */
const outsideChanges = {
  grow: (world: World) => {
    const { document } = world.group();
    world.outside("setCapacity", { desire_instance_number: document["max_instance_number"] });
  },
  shrink: (world: World) => {
    const { document, instances } = world.group();
    // AS refuses a number below that of the protected instances.
    const kept = instances.filter(
      ({ document: member }) => "protect_from_scaling_down" in member && member.protect_from_scaling_down,
    );
    const number = Math.max(Number(document["min_instance_number"]), kept.length);
    world.outside("setCapacity", { desire_instance_number: number });
  },
  pause: (world: World) => world.outside("pauseGroup"),
  resume: (world: World) => world.outside("resumeGroup"),
  "change fields": (world: World) =>
    world.outside("modifyGroup", {
      cool_down_time: 17,
      available_zones: ["eu-de-02"],
      description: "theirs",
    }),
  "change locked fields": (world: World) =>
    world.outside("modifyGroup", { networks: [{ id: OTHER_SUBNET }], security_groups: [] }),
  tag: (world: World) => world.outside("setTags", { tags: { ...world.group().tags, theirs: "1" } }),
  attach: (world: World) => {
    const { document, instances, activity } = world.group();
    const hasRoom = instances.length < Number(document["max_instance_number"]);
    if (hasRoom && activity === null) world.outside("attachInstance");
  },
  protect: (world: World) => {
    for (const id of world.members().slice(0, 1))
      world.simulator.admin.outside("protectInstance", { instance_id: id });
  },
  "delete it": (world: World) => world.outside("deleteGroup"),
} satisfies Record<string, (world: World) => unknown>;

type Happening =
  | { readonly kind: "edit"; readonly program: Args }
  | { readonly kind: "others"; readonly what: keyof typeof outsideChanges; readonly seconds: number };

const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant("edit" as const), program: anyProgram }),
  fc.record({
    kind: fc.constant("others" as const),
    what: fc.constantFrom(...(Object.keys(outsideChanges) as (keyof typeof outsideChanges)[])),
    // Before, during and after the scaling action that may follow.
    seconds: fc.constantFrom(0, 5, 300),
  }),
);

const anyVariants: fc.Arbitrary<Partial<Variants>> = fc
  .subarray(Object.entries(variantNames), { maxLength: 4 })
  .map((chosen) => Object.fromEntries(chosen.map(([name, readings]) => [name, readings[1]])));

const deleted = (world: World): readonly string[] => world.simulator.admin.snapshot().deletedServers;

/** ECSs that AS did not create, wherever they are now. */
const attachedTo = (world: World): readonly string[] =>
  world
    .groups()
    .flatMap(({ instances }) =>
      instances.flatMap(({ madeByAs, server }) => (madeByAs || server === null ? [] : [server.id])),
    );

const expectNothingLeft = async (world: World, stack: Stack, program: Args): Promise<void> => {
  // What AS has decided to do by itself, nobody waits for.
  world.pass(600);
  const { id, document, instances } = world.group();
  expect(stack.recorded()?.id).toBe(id);
  expect(document["scaling_group_status"]).toBe(program["enable"] === false ? "PAUSED" : "INSERVICE");
  if (program["enable"] !== false) expect(instances).toHaveLength(Number(document["desire_instance_number"]));
  world.calls();
  expect((await stack.preview(program)).operation).toBe("same");
  expect(world.calls().writes).toEqual([]);
};

/** Every group is in the state, if only to be deleted. */
const expectNoOrphan = (world: World, stack: Stack): void => {
  const known = [stack.recorded(), ...stack.replaced()].map((resource) => resource?.id);
  for (const { id } of world.groups()) expect(known).toContain(id);
};

const walk = async (variants: Partial<Variants>, happenings: readonly Happening[]): Promise<void> => {
  const world = await simulated({ variants });
  const stack = openStack(world);
  let program = world.args();
  const attached = new Set<string>();
  expect((await stack.up(program)).failure).toBeUndefined();

  for (const happening of happenings) {
    if (happening.kind === "edit") program = world.args(happening.program);
    else if (world.groups().length === 1) {
      outsideChanges[happening.what](world);
      world.pass(happening.seconds);
    }
    attachedTo(world).forEach((id) => attached.add(id));
    const { failure } = await stack.up(program);
    expectNoOrphan(world, stack);
    expect(deleted(world).filter((id) => attached.has(id))).toEqual([]);
    if (failure === undefined) await expectNothingLeft(world, stack, program);
    else expect(failure).toContain("What you can do:");
  }

  // Somebody takes all protection off, and the program consents to everything: then it converges at once.
  for (const { instances } of world.groups())
    for (const { server } of instances)
      if (server !== null)
        world.simulator.admin.outside("protectInstance", { instance_id: server.id, protect: false });
  const final = world.args({
    desireInstanceNumber: 12,
    maxInstanceNumber: 12,
    // What was attached may be in any of them, and can come back only there.
    availableZones: ["eu-de-01", "eu-de-02", "eu-de-03"],
    lockedChange: "drain",
    drain: { protectedInstances: "release", attachedInstances: "reattach" },
  });
  expect((await stack.up(final)).failure).toBeUndefined();
  await expectNothingLeft(world, stack, final);
  expect((await stack.destroy()).failure).toBeUndefined();
  expect(world.groups()).toEqual([]);
  expect(deleted(world).filter((id) => attached.has(id))).toEqual([]);
  await world.simulator.close();
};

it("converges from anywhere, and loses nothing on the way", async () => {
  await fc.assert(
    fc.asyncProperty(anyVariants, fc.array(anyHappening, { minLength: 1, maxLength: 5 }), walk),
    { seed: 20261124, numRuns: 40 },
  );
}, 120_000);
