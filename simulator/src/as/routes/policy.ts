/** Routes of AS policies. */
import type { FastifyInstance } from "fastify";
import { groupPolicy, parentGroup, parentPolicy, policy } from "../lookup";
import type { Query } from "../paging";
import { actOnPolicy } from "../policy/action";
import { batchPolicies } from "../policy/batch";
import { createPolicy, deletePolicy, modifyPolicy } from "../policy/change";
import { listAllPolicies, listPoliciesOf } from "../policy/list";
import { listExecutionLogs } from "../policy/log";
import { policyDocument } from "../policy/representation";
import { refuse } from "../refusal";
import type { World } from "../world";

interface OneId {
  Params: { id: string };
  Querystring: Query;
}

/** Delete and action have no version of their own, but clients send a deletion to either. */
function deletionRoute(app: FastifyInstance, world: World): void {
  app.delete<OneId>("/scaling_policy/:id", (request, reply) => {
    deletePolicy(world, policy(world, request.params.id));
    return reply.code(204).send();
  });
}

/** Create, modify, list, get; action, delete, batch and execution logs also for bandwidth. */
export function policyRoutes(app: FastifyInstance, world: World): void {
  app.post("/scaling_policy", (request) => createPolicy(world, request.body, "v1"));
  app.put<OneId>("/scaling_policy/:id", (request) =>
    modifyPolicy(world, groupPolicy(world, request.params.id), request.body, "v1"),
  );
  app.get<OneId>("/scaling_policy/:id/list", (request) => {
    const { id } = parentGroup(world, request.params.id);
    return listPoliciesOf(world, id, request.query, "v1");
  });
  app.get<OneId>("/scaling_policy/:id", (request) => ({
    scaling_policy: policyDocument(world, groupPolicy(world, request.params.id), "v1"),
  }));
  app.post<OneId>("/scaling_policy/:id/action", (request, reply) => {
    actOnPolicy(world, policy(world, request.params.id), request.body);
    return reply.code(204).send();
  });
  app.post("/scaling_policies/action", (request, reply) => {
    batchPolicies(world, request.body);
    return reply.code(204).send();
  });
  app.get<OneId>("/scaling_policy_execute_log/:id", (request) =>
    listExecutionLogs(world, parentPolicy(world, request.params.id), request.query),
  );
  deletionRoute(app, world);
}

/** Create, modify, list and get of version 2. */
export function policyRoutesV2(app: FastifyInstance, world: World): void {
  app.post("/scaling_policy", (request) => createPolicy(world, request.body, "v2"));
  app.put<OneId>("/scaling_policy/:id", (request) =>
    modifyPolicy(world, policy(world, request.params.id), request.body, "v2"),
  );
  app.get<{ Querystring: Query }>("/scaling_policy", (request) => listAllPolicies(world, request.query));
  app.get<OneId>("/scaling_policy/:id/list", (request) => {
    const { id } = request.params;
    const hasPolicies = world.policiesOf(id).length > 0;
    if (!world.groups.has(id) && !world.bandwidths.has(id) && !hasPolicies) {
      throw refuse("AS.3042", `resource ${id} does not exist`);
    }
    return listPoliciesOf(world, id, request.query, "v2");
  });
  app.get<OneId>("/scaling_policy/:id", (request) => ({
    scaling_policy: policyDocument(world, policy(world, request.params.id), "v2"),
  }));
  deletionRoute(app, world);
}
