/**
 * The documents contradict each other in many places, and nobody knows which reading the service takes. Under each of
 * them everything works, or is refused with an explanation that names the reason, and then nothing has changed.
 */
import { describe, expect, it } from "vitest";
import { variantNames, type Variants } from "../../../simulator/src/as/variants";
import { OTHER_SUBNET, POOL, type Args } from "../../e2e/support/group-args";
import { openStack, type Ended, type Stack } from "../../support/engine";
import { simulated, type World } from "../../support/simulated";

const listener = { poolId: POOL, protocolPort: 80, weight: 1 };

const before: Args = {
  desireInstanceNumber: 2,
  maxInstanceNumber: 4,
  availableZones: ["eu-de-01", "eu-de-02"],
  lbaasListeners: [listener],
  healthPeriodicAuditMethod: "NOVA_AUDIT",
  tags: { env: "prod" },
};

/** Every free field that has another value; zero, false and emptiness among them. */
const freeEdit: Args = {
  scalingGroupName: "renamed",
  minInstanceNumber: 1,
  desireInstanceNumber: 3,
  maxInstanceNumber: 5,
  coolDownTime: 0,
  healthPeriodicAuditMethod: "ELB_AUDIT",
  healthPeriodicAuditTime: 0,
  healthPeriodicAuditGracePeriod: 0,
  instanceTerminatePolicy: "NEW_INSTANCE",
  notifications: ["EMAIL"],
  deletePublicip: true,
  deleteVolume: true,
  enterpriseProjectId: "4c1f0a2b-9d3e-4b5c-8f7a-6e5d4c3b2a10",
  multiAzPriorityPolicy: "PICK_FIRST",
  description: "new",
  tags: { env: "test", team: "blue" },
};

/** What a step has come to: `done`, or the reason in the explanation. */
type Outcomes = Readonly<Record<string, string>>;

const done: Outcomes = {
  create: "done",
  "edit of all free fields": "done",
  "back to the defaults": "done",
  "edit of zones": "done",
  "edit of a weight": "done",
  "drain for another subnet": "done",
  pause: "done",
  resume: "done",
  refresh: "done",
  "destroy, drain": "done",
  "destroy of a paused group, drain": "done",
  "destroy, force": "done",
  "destroy of a group with instances, refuse": "the group is not empty",
  "destroy of an empty group, refuse": "done",
};

const reasons = [
  "the group is not empty",
  "availableZones cannot change on the group as it is now",
  "lbaasListeners cannot change on the group as it is now",
  "AS.0022",
  "AS.2021",
];

const LOCKED = /needs zero instances/;

const outcomeOf = ({ failure }: Ended): string => {
  if (failure === undefined) return "done";
  const reason = reasons.find((text) => failure.includes(text));
  if (reason === undefined || !failure.includes("What you can do:")) throw new Error(failure);
  if (reason.includes("cannot change")) expect(failure).toMatch(LOCKED);
  return reason;
};

interface Story {
  readonly world: World;
  readonly stack: Stack;
  program: Args;
}

const edit = async (story: Story, more: Args): Promise<string> => {
  const { world, stack } = story;
  const { document } = world.group();
  const program = { ...story.program, ...more };
  const outcome = outcomeOf(await stack.up(program));
  if (outcome === "done") story.program = program;
  else expect(world.group().document).toEqual(document);
  world.calls();
  expect((await stack.preview(story.program)).operation).toBe("same");
  expect(world.calls().writes).toEqual([]);
  return outcome;
};

/** Nothing is left but ECSs that AS did not create. */
const destroy = async ({ world, stack }: Story, attached: readonly string[] = []): Promise<string> => {
  const { document } = world.group();
  const outcome = outcomeOf(await stack.destroy());
  const { groups, servers } = world.simulator.admin.snapshot();
  if (outcome === "done") {
    expect(groups).toEqual([]);
    expect(servers.map(({ id }) => id)).toEqual(expect.arrayContaining([...attached]));
  } else expect(world.group().document).toEqual(document);
  return outcome;
};

const attach = ({ world }: Story): string =>
  (world.outside("attachInstance") as { readonly instance_id: string }).instance_id;

const create = async (variants: Partial<Variants>, more: Args): Promise<Story> => {
  const world = await simulated({ variants });
  const stack = openStack(world);
  const program = world.args(more);
  expect((await stack.up(program)).failure).toBeUndefined();
  expect((await stack.preview(program)).operation).toBe("same");
  return { world, stack, program };
};

const tell = async (variants: Partial<Variants>): Promise<Outcomes> => {
  const story = await create(variants, before);
  expect(story.world.group().instances).toHaveLength(2);
  const life = {
    create: "done",
    "edit of all free fields": await edit(story, freeEdit),
    "back to the defaults": await edit(story, { description: undefined, notifications: undefined }),
    "edit of zones": await edit(story, { availableZones: ["eu-de-03", "eu-de-01"] }),
    "edit of a weight": await edit(story, { lbaasListeners: [{ ...listener, weight: 0 }] }),
    "drain for another subnet": await edit(story, {
      networks: [{ id: OTHER_SUBNET }],
      lockedChange: "drain",
    }),
    pause: await edit(story, { enable: false }),
    resume: await edit(story, { enable: true }),
    refresh: outcomeOf(await story.stack.refresh()),
  };
  expect(story.world.group().instances).toHaveLength(3);
  expect((await story.stack.preview(story.program)).operation).toBe("same");
  const attached = attach(story);
  const drained = await destroy(story, [attached]);

  const paused = await create(variants, { ...before, enable: true });
  await edit(paused, { enable: false });
  const kept = attach(paused);
  const drainedPaused = await destroy(paused, [kept]);

  const forced = await create(variants, { ...before, deleteMode: "force" });
  const other = await create(variants, { ...before, deleteMode: "refuse" });
  const refusing = await destroy(other);
  await edit(other, { desireInstanceNumber: 0 });
  return {
    ...life,
    "destroy, drain": drained,
    "destroy of a paused group, drain": drainedPaused,
    "destroy, force": await destroy(forced),
    "destroy of a group with instances, refuse": refusing,
    "destroy of an empty group, refuse": await destroy(other),
  };
};

/** Where a reading does not let everything happen. */
const exceptions: Readonly<Record<string, Outcomes>> = {
  "zones=dormant": { "edit of zones": "availableZones cannot change on the group as it is now" },
  "emptyDescription=refuse": { "back to the defaults": "AS.0022" },
  "forceDelete=refuse": { "destroy, force": "AS.2021" },
  "listenerDetails=dormant": { "edit of a weight": "lbaasListeners cannot change on the group as it is now" },
};

const readings = Object.entries(variantNames).flatMap(([name, [, ...others]]) =>
  others.map((reading): [string, Partial<Variants>] => [`${name}=${reading}`, { [name]: reading }]),
);

describe("the default readings", () => {
  it("let everything happen", async () => {
    expect(await tell({})).toEqual(done);
  });
});

describe.each(readings)("%s", (title, variants) => {
  it("lets everything happen, or has it refused with an explanation", async () => {
    expect(await tell(variants)).toEqual({ ...done, ...exceptions[title] });
  });
});

describe("all second readings together", () => {
  it("let everything happen that each of them does", async () => {
    const seconds = Object.entries(variantNames).map(([name, [, second]]) => [name, second]);
    // Where load balancers may change at any time, the details of their listeners may, too.
    const { "listenerDetails=dormant": _, ...others } = exceptions;
    expect(await tell(Object.fromEntries(seconds) as Partial<Variants>)).toEqual({
      ...done,
      ...Object.assign({}, ...Object.values(others)),
    });
  });
});
