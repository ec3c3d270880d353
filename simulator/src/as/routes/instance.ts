/** Routes of the instances of a group. */
import type { FastifyInstance } from "fastify";
import { batchInstances } from "../instance/batch";
import { listInstances } from "../instance/list";
import { removeInstance } from "../instance/remove";
import { member, parentGroup } from "../lookup";
import type { Query } from "../paging";
import type { World } from "../world";

interface OneId {
  Params: { id: string };
  Querystring: Query;
}

/** List, remove one, batch. */
export function instanceRoutes(app: FastifyInstance, world: World): void {
  app.get<OneId>("/scaling_group_instance/:id/list", (request) =>
    listInstances(world, parentGroup(world, request.params.id, "instance"), request.query),
  );
  app.delete<OneId>("/scaling_group_instance/:id", (request, reply) => {
    removeInstance(world, member(world, request.params.id), request.query["instance_delete"]);
    return reply.code(204).send();
  });
  app.post<OneId>("/scaling_group_instance/:id/action", (request, reply) => {
    batchInstances(world, parentGroup(world, request.params.id, "instance"), request.body);
    return reply.code(204).send();
  });
}
