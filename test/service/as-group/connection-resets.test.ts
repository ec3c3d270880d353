/** At each call of a command the connection is reset; if that was too much, the same command again makes all good. */
import { describe, expect, it } from "vitest";
import type { Args } from "../../e2e/support/group-args";
import { openStack, type Ended, type Stack } from "../../support/engine";
import { simulated, type World } from "../../support/simulated";

interface Scenario {
  readonly title: string;
  /** Arguments that are applied already. */
  readonly before?: Args;
  readonly run: (stack: Stack, world: World) => Promise<Ended>;
  readonly expectEnd: (stack: Stack, world: World) => Promise<void> | void;
}

// Every look of a wait is the same call again, so that one wait, that of destroy, is enough.
const wanted: Args = { desireInstanceNumber: 2, tags: { env: "prod" }, waitFor: "none" };
const edited: Args = {
  ...wanted,
  desireInstanceNumber: 3,
  coolDownTime: 17,
  tags: { env: "test", team: "blue" },
};

const expectAs =
  (more: Args, instances: number): Scenario["expectEnd"] =>
  async (stack, world) => {
    world.pass(600);
    const { id, document, instances: members } = world.group();
    expect(stack.recorded()).toMatchObject({ id, initErrors: [] });
    expect(members).toHaveLength(instances);
    expect(document["scaling_group_status"]).toBe("INSERVICE");
    world.calls();
    expect((await stack.preview(world.args(more))).operation).toBe("same");
    expect(world.calls().writes).toEqual([]);
  };

const scenarios: readonly Scenario[] = [
  {
    title: "create",
    run: (stack, world) => stack.up(world.args(wanted)),
    expectEnd: expectAs(wanted, 2),
  },
  {
    title: "edit",
    before: wanted,
    run: (stack, world) => stack.up(world.args(edited)),
    expectEnd: expectAs(edited, 3),
  },
  {
    title: "resume",
    before: { ...wanted, enable: false },
    run: (stack, world) => stack.up(world.args(wanted)),
    expectEnd: expectAs(wanted, 2),
  },
  {
    title: "destroy",
    before: wanted,
    run: (stack) => stack.destroy(),
    expectEnd: (stack, world) => {
      const { groups, servers } = world.simulator.admin.snapshot();
      expect([groups, servers, stack.recorded()]).toEqual([[], [], undefined]);
    },
  },
];

/** Runs the scenario with the n-th call reset so many times; false when there is no such call. */
const isProvenAt = async (scenario: Scenario, nth: number, times: number): Promise<boolean> => {
  const world = await simulated();
  const stack = openStack(world);
  if (scenario.before !== undefined) await stack.up(world.args(scenario.before));
  world.simulator.admin.fault({ match: { service: "as", nth }, effect: { kind: "reset" }, times });
  const first = await scenario.run(stack, world);
  const wasHit = world.simulator.admin.faults().some(({ hits }) => hits > 0);
  world.simulator.admin.clearFaults();
  if (first.failure !== undefined) expect((await scenario.run(stack, world)).failure).toBeUndefined();
  await scenario.expectEnd(stack, world);
  return wasHit;
};

describe.each([
  ["once", 1],
  ["as often as the call is repeated", 5],
])("a connection that is reset %s", (_, times) => {
  it.each(scenarios)("at whichever call of $title", async (scenario) => {
    let calls = 0;
    while (await isProvenAt(scenario, calls + 1, times)) calls += 1;
    expect(calls).toBeGreaterThanOrEqual(4);
  });
});
