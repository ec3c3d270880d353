/** The batch call on AS policies: delete, resume, pause. */
import { carryOut, fail, type Judged } from "../judged";
import { refuse, type AsRefusal } from "../refusal";
import { bodyObject, oneOf, yesOrNo, type JsonObject } from "../value";
import type { World } from "../world";
import { pauseRefusal, resumeRefusal, setPaused } from "./action";
import type { Policy } from "./model";

const HIGHEST_BATCH = 20;
const readAction = oneOf("AS.3022", "action", ["delete", "resume", "pause"]);
const readForce = yesOrNo("AS.3048", "force_delete");
const readDeleteAlarm = yesOrNo("AS.3056", "delete_alarm");

/** AS.3049; AS.0022 for too many, which have no code of their own. */
function readIds({ scaling_policy_id: ids }: JsonObject): readonly string[] {
  if (!Array.isArray(ids) || ids.length === 0) throw refuse("AS.3049", "scaling_policy_id must hold ids");
  if (ids.length > HIGHEST_BATCH) throw refuse("AS.0022", `at most ${HIGHEST_BATCH} policies in one call`);
  return [...new Set(ids.map(String))];
}

/** What is to be done to each policy; it can be refused before anything is done. */
interface Work {
  readonly failureCode: string;
  readonly refusal: (policy: Policy) => AsRefusal | undefined;
  readonly carryOut: (policy: Policy) => void;
}

function deletion(world: World, body: JsonObject): Work {
  const forced = readForce(body["force_delete"]);
  const deletesAlarm = readDeleteAlarm(body["delete_alarm"]);
  return {
    failureCode: "AS.3045",
    refusal: ({ executing }) =>
      executing && !forced ? refuse("AS.3038", "the AS policy is executing") : undefined,
    carryOut: (policy) => {
      world.deletePolicy(policy);
      const { alarm_id: alarm } = policy.settings;
      if (deletesAlarm && alarm !== "") world.forget("alarm", alarm);
    },
  };
}

function workFor(world: World, body: JsonObject): Work {
  const action = readAction(body["action"]);
  if (action === "delete") return deletion(world, body);
  const paused = action === "pause";
  return {
    failureCode: paused ? "AS.3047" : "AS.3046",
    refusal: (policy) => (paused ? pauseRefusal(world, policy) : resumeRefusal(world, policy)),
    carryOut: (policy) => {
      setPaused(world, policy, paused);
    },
  };
}

function judge(world: World, id: string, { refusal }: Work): Judged<Policy> {
  const policy = world.policies.get(id);
  if (policy === undefined) return fail(id, "AS.3020", "the AS policy does not exist");
  const refused = refusal(policy);
  return refused === undefined ? { item: policy } : fail(id, refused.code, refused.message);
}

/** Carries out a batch call. AS.3022, AS.3045, AS.3046 and AS.3047 with nested codes. */
export function batchPolicies(world: World, requestBody: unknown): void {
  const body = bodyObject(requestBody);
  const ids = readIds(body);
  const work = workFor(world, body);
  const judged = ids.map((id) => judge(world, id, work));
  carryOut(judged, work.failureCode, world.variants, (policies) => {
    for (const policy of policies) work.carryOut(policy);
  });
}
