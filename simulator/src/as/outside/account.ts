/** Something happens to the account or to what groups refer to. */
import { defaultQuotas, type Quotas } from "../quota";
import { FAILURES, type FailureName } from "../scaling/failure";
import { REFERENCE_KINDS, type World } from "../world";
import { fieldsOf, groupOf, nonsense, oneOfTexts, textOf } from "./body";

const QUOTA_NAMES = Object.keys(defaultQuotas) as (keyof Quotas)[];
const FAILURE_NAMES = Object.keys(FAILURES) as FailureName[];

/** Other limits, for example `{"groups":3}`. */
export function setQuota(world: World, requestBody: unknown): void {
  const body = fieldsOf(requestBody, QUOTA_NAMES);
  const given = Object.entries(body);
  if (given.length === 0) throw nonsense(`give one of ${QUOTA_NAMES.join(", ")}`);
  for (const [name, value] of given) {
    if (!Number.isInteger(value) || Number(value) < 0)
      throw nonsense(`${name} must be a whole number of at least 0`);
  }
  world.quotas = { ...world.quotas, ...body };
}

/** An object that groups, configurations, hooks or policies may refer to is gone. */
export function forget(world: World, requestBody: unknown): void {
  const body = fieldsOf(requestBody, ["kind", "id"]);
  const kind = oneOfTexts(body, "kind", [...REFERENCE_KINDS, "configuration", "bandwidth"]);
  const id = textOf(body, "id");
  if (kind === "configuration") world.configurations.delete(id);
  else if (kind === "bandwidth") world.bandwidths.delete(id);
  else world.forget(kind, id);
}

/** The next scale-out fails, of one group or of any. */
export function failNextAction(world: World, requestBody: unknown): void {
  const body = fieldsOf(requestBody, ["reason", "scaling_group_id"]);
  const reason = oneOfTexts(body, "reason", FAILURE_NAMES);
  const groupId = body["scaling_group_id"] === undefined ? null : groupOf(world, body).id;
  world.plannedFailures.push({ groupId, failure: FAILURES[reason] });
}
