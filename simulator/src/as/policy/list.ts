/** Listing AS policies: of a group or a bandwidth, or all of them. */
import { projectFilter } from "../group/list";
import { inListOrder, page, type Query } from "../paging";
import { oneOf } from "../value";
import type { World } from "../world";
import type { ApiVersion } from "./action-fields";
import { readPolicyType, readResourceType } from "./fields";
import type { Policy } from "./model";
import { policyDocument } from "./representation";
import { nextLaunch } from "./schedule";

type Filter = (policy: Policy) => boolean;

/** Filters of every list. AS.3002. */
function commonFilters(query: Query): readonly Filter[] {
  const { scaling_policy_name: name, scaling_policy_id: id, scaling_policy_type: type } = query;
  const readableType = type === undefined ? undefined : readPolicyType(type);
  return [
    ({ settings }) => typeof name !== "string" || settings.scaling_policy_name.includes(name),
    (policy) => id === undefined || policy.id === id,
    ({ settings }) => readableType === undefined || settings.scaling_policy_type === readableType,
  ];
}

/** AS.3037, AS.7065. */
function resourceFilters(world: World, query: Query): readonly Filter[] {
  const { scaling_resource_id: id, scaling_resource_type: type, alarm_id: alarm } = query;
  const readableType = type === undefined ? undefined : readResourceType(type);
  const isInProject = projectFilter(query["enterprise_project_id"]);
  return [
    ({ settings }) => id === undefined || settings.scaling_resource_id === id,
    ({ settings }) => readableType === undefined || settings.scaling_resource_type === readableType,
    ({ settings }) => alarm === undefined || settings.alarm_id === alarm,
    ({ settings }) => isInProject(world.groups.get(settings.scaling_resource_id)?.settings),
  ];
}

function listed(world: World, policies: readonly Policy[], query: Query, version: ApiVersion): object {
  const codes = { start: "AS.1001", limit: "AS.1002" };
  const { rows, ...paging } = page(policies, query, codes, world.variants);
  return { ...paging, scaling_policies: rows.map((policy) => policyDocument(world, policy, version)) };
}

/** The page of policies of a resource that a query asks for. */
export function listPoliciesOf(world: World, resourceId: string, query: Query, version: ApiVersion): object {
  const filters = commonFilters(query);
  const policies = inListOrder(world.policiesOf(resourceId), world.variants).filter((policy) =>
    filters.every((accepts) => accepts(policy)),
  );
  return listed(world, policies, query, version);
}

const readSortBy = oneOf("AS.3057", "sort_by", ["POLICY_NAME", "TRIGGER_CONDITION", "CREATE_TIME"]);
const readOrder = oneOf("AS.3058", "order", ["ASC", "DESC"]);

const compare = <Key extends string | number>(left: Key, right: Key): number =>
  left < right ? -1 : Number(left > right);

/** Alarms come first, then the next time, then those whose time has passed. */
function triggerTime(world: World, { settings: { schedule } }: Policy): number {
  if (schedule === null) return -Infinity;
  return nextLaunch(schedule, world.clock.now())?.getTime() ?? Infinity;
}

/** AS.3057, AS.3058. Without `sort_by` the order is that of all lists; without `order` it is ascending. */
function sorted(world: World, policies: readonly Policy[], query: Query): readonly Policy[] {
  const order = query["order"] === undefined ? "ASC" : readOrder(query["order"]);
  if (query["sort_by"] === undefined) return policies;
  const orders = {
    POLICY_NAME: (left, right) =>
      compare(left.settings.scaling_policy_name, right.settings.scaling_policy_name),
    TRIGGER_CONDITION: (left, right) => compare(triggerTime(world, left), triggerTime(world, right)),
    CREATE_TIME: (left, right) => compare(left.createTime.getTime(), right.createTime.getTime()),
  } satisfies Record<string, (left: Policy, right: Policy) => number>;
  const ascending = [...policies].sort(orders[readSortBy(query["sort_by"])]);
  return order === "ASC" ? ascending : ascending.reverse();
}

/** The page of all policies that a query asks for. */
export function listAllPolicies(world: World, query: Query): object {
  const filters = [...commonFilters(query), ...resourceFilters(world, query)];
  const policies = inListOrder(world.policies.values(), world.variants).filter((policy) =>
    filters.every((accepts) => accepts(policy)),
  );
  return listed(world, sorted(world, policies, query), query, "v2");
}
