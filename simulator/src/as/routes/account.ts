/** Routes of quotas and scaling action logs. */
import type { FastifyInstance } from "fastify";
import { listLogs, listLogsV2 } from "../log/list";
import { parentGroup } from "../lookup";
import { countBandwidthPolicies } from "../policy/change";
import type { Query } from "../paging";
import { quotaResource } from "../quota";
import type { World } from "../world";

interface OneGroup {
  Params: { id: string };
  Querystring: Query;
}

/** Counted per group, so the project as a whole uses none. */
const PER_GROUP = -1;

function projectQuotas(world: World): object {
  const { quotas, groups, configurations } = world;
  const resources = [
    quotaResource(quotas, "groups", groups.size),
    quotaResource(quotas, "configurations", configurations.size),
    quotaResource(quotas, "policies", PER_GROUP),
    quotaResource(quotas, "instances", PER_GROUP),
    quotaResource(quotas, "loadBalancers", PER_GROUP),
    quotaResource(quotas, "bandwidthPolicies", countBandwidthPolicies(world)),
  ];
  return { quotas: { resources } };
}

/** Quotas of the project and of one group. */
export function quotaRoutes(app: FastifyInstance, world: World): void {
  app.get("/quotas", () => projectQuotas(world));
  app.get<OneGroup>("/quotas/:id", (request) => {
    const { id, instances } = parentGroup(world, request.params.id);
    const resources = [
      quotaResource(world.quotas, "policies", world.policiesOf(id).length),
      quotaResource(world.quotas, "instances", instances.length),
    ];
    return { quotas: { resources } };
  });
}

/** Scaling action logs of a group, version 2. */
export function logRoutesV2(app: FastifyInstance, world: World): void {
  app.get<OneGroup>("/scaling_activity_log/:id", (request) =>
    listLogsV2(world, parentGroup(world, request.params.id), request.query),
  );
}

/** Scaling action logs of a group. */
export function logRoutes(app: FastifyInstance, world: World): void {
  app.get<OneGroup>("/scaling_activity_log/:id", (request) =>
    listLogs(world, parentGroup(world, request.params.id), request.query),
  );
}
