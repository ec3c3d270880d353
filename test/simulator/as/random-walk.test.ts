/** Whatever clients and the world do, in whatever order, the service stays in order. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Snapshot } from "../../../simulator/src/as";
import { createHook } from "./support/hooks";
import { ALARM, createPolicy } from "./support/policies";
import {
  createRunningGroup,
  idsOf,
  instancesOf,
  ONE_ACTION,
  startService,
  type Answer,
  type Json,
  type TestService,
} from "./support/service";

interface Walk {
  readonly service: TestService;
  readonly group: string;
  /** ECSs that AS did not make. */
  readonly byHand: Set<string>;
  readonly killed: Set<string>;
}

type Step = (walk: Walk) => Promise<Answer | undefined>;

const put =
  (body: Json): Step =>
  ({ service, group }) =>
    service.call("PUT", `scaling_group/${group}`, body);

const act =
  (action: string): Step =>
  ({ service, group }) =>
    service.call("POST", `scaling_group/${group}/action`, { action });

async function presentIds({ service, group }: Walk): Promise<string[]> {
  const instances = await instancesOf(service, group);
  return idsOf(instances.filter((it) => it["instance_id"] !== null));
}

const batch =
  (index: number, action: string, instance_delete: string): Step =>
  async (walk) => {
    const id = (await presentIds(walk))[index];
    if (id === undefined) return undefined;
    const body = { action, instances_id: [id], instance_delete };
    return walk.service.call("POST", `scaling_group_instance/${walk.group}/action`, body);
  };

const happen =
  (index: number, name: string): Step =>
  async (walk) => {
    const instance_id = (await presentIds(walk))[index];
    if (instance_id === undefined) return undefined;
    walk.service.outside(name, { instance_id });
    if (name === "killInstance") walk.killed.add(instance_id);
    return undefined;
  };

const addServer: Step = ({ service, group, byHand }) => {
  const instance_id = service.outside("createServer", { scaling_group_id: group })["instance_id"] as string;
  byHand.add(instance_id);
  const body = { action: "ADD", instances_id: [instance_id] };
  return service.call("POST", `scaling_group_instance/${group}/action`, body);
};

const wait =
  (ms: number): Step =>
  ({ service }) => {
    service.advance(ms);
    return Promise.resolve(undefined);
  };

const HOOKS = ["INSTANCE_LAUNCHING", "INSTANCE_TERMINATING"] as const;

const addHook =
  (lifecycle_hook_type: (typeof HOOKS)[number]): Step =>
  ({ service, group }) =>
    createHook(service, group, {
      lifecycle_hook_name: lifecycle_hook_type,
      lifecycle_hook_type,
      default_result: "CONTINUE",
      default_timeout: 60,
    });

const removeHook =
  (type: (typeof HOOKS)[number]): Step =>
  ({ service, group }) =>
    service.call("DELETE", `scaling_lifecycle_hook/${group}/${type}`);

const happenOutside =
  (name: string, body: Json): Step =>
  ({ service, group }) => {
    service.outside(name, { scaling_group_id: group, ...body });
    return Promise.resolve(undefined);
  };

const alarm: Step = ({ service }) => {
  service.outside("raiseAlarm", { alarm_id: ALARM });
  return Promise.resolve(undefined);
};

const number = fc.nat(6);
const index = fc.nat(5);
const zones = fc.subarray(["eu-de-01", "eu-de-02", "eu-de-03"], { minLength: 1 });
const steps: fc.Arbitrary<readonly [string, Step]> = fc.oneof(
  number.map((n): [string, Step] => [`desire ${String(n)}`, put({ desire_instance_number: n })]),
  number.map((n): [string, Step] => [`minimum ${String(n)}`, put({ min_instance_number: n })]),
  zones.map((z): [string, Step] => [`zones ${z.join()}`, put({ available_zones: z })]),
  fc.constantFrom("resume", "pause").map((a): [string, Step] => [a, act(a)]),
  fc
    .tuple(index, fc.constantFrom("REMOVE", "PROTECT", "UNPROTECT"), fc.constantFrom("yes", "no"))
    .map(([i, a, d]): [string, Step] => [`${a} ${String(i)} ${d}`, batch(i, a, d)]),
  fc
    .tuple(index, fc.constantFrom("killInstance", "stopInstance"))
    .map(([i, what]): [string, Step] => [`${what} ${String(i)}`, happen(i, what)]),
  fc.constant<[string, Step]>(["add", addServer]),
  fc.constantFrom(...HOOKS).map((t): [string, Step] => [`add hook ${t}`, addHook(t)]),
  fc.constantFrom(...HOOKS).map((t): [string, Step] => [`remove hook ${t}`, removeHook(t)]),
  fc
    .constantFrom("CONTINUE", "ABANDON", "EXTEND")
    .map((lifecycle_action_result): [string, Step] => [
      lifecycle_action_result,
      happenOutside("answerHooks", { lifecycle_action_result }),
    ]),
  number.map((n): [string, Step] => [
    `act ${String(n)}`,
    happenOutside("act", { desire_instance_number: n }),
  ]),
  fc.constant<[string, Step]>(["alarm", alarm]),
  fc.integer({ min: 1, max: 300 }).map((s): [string, Step] => [`wait ${String(s)} s`, wait(s * 1000)]),
);

function checkOrder({ service, byHand, killed }: Walk): void {
  const { groups, deletedServers }: Snapshot = service.snapshot();
  const { logs, instances, suspensions, activity, document } = groups[0]!;
  const running = (logs as Json[]).filter((log) => log["status"] === "DOING");
  expect(running).toHaveLength(activity === null ? 0 : 1);
  const moving = instances.filter((it) => (it.document as Json)["life_cycle_state"] !== "INSERVICE");
  if (activity === null) expect({ moving, suspensions }).toEqual({ moving: [], suspensions: [] });
  const { min_instance_number: min, desire_instance_number: desired, max_instance_number: max } = document;
  expect(Number(desired)).toBeGreaterThanOrEqual(Number(min));
  expect(Number(desired)).toBeLessThanOrEqual(Number(max));
  expect(deletedServers.filter((id) => byHand.has(id) && !killed.has(id))).toEqual([]);
  expect(new Set(deletedServers).size).toBe(deletedServers.length);
}

test("one action at a time, valid numbers, and an enabled group ends at its desired number", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { maxLength: 40, size: "max" }), async (chosen) => {
      const service = startService();
      const numbers = { min_instance_number: 0, max_instance_number: 6 };
      const group = await createRunningGroup(service, 1, { ...numbers, health_periodic_audit_time: 1 });
      await createPolicy(service, group, { cool_down_time: 60 });
      const walk: Walk = { service, group, byHand: new Set(), killed: new Set() };
      for (const [, step] of chosen) {
        const answer = await step(walk);
        if (answer !== undefined) expect(answer.status).toBeLessThan(500);
        checkOrder(walk);
      }
      service.outside("resumeGroup", { scaling_group_id: group });
      for (const instance_id of await presentIds(walk)) {
        service.outside("protectInstance", { instance_id, protect: false });
      }
      for (let minutes = 0; minutes < 60; minutes += 3) {
        await happenOutside("answerHooks", { lifecycle_action_result: "CONTINUE" })(walk);
        service.advance(ONE_ACTION);
      }
      const [settled] = service.snapshot().groups;
      expect(settled!.instances).toHaveLength(Number(settled!.document["desire_instance_number"]));
      expect(settled).toMatchObject({ activity: null, document: { scaling_group_status: "INSERVICE" } });
    }),
    { seed: 20261124, numRuns: 100 },
  );
});
