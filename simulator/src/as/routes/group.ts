/** Routes of AS groups. */
import type { FastifyInstance } from "fastify";
import { actOnGroup } from "../group/action";
import { createGroup } from "../group/create";
import { deleteGroup } from "../group/delete";
import { listGroups } from "../group/list";
import { modifyGroup } from "../group/modify";
import { groupDocument } from "../group/representation";
import { group } from "../lookup";
import type { Query } from "../paging";
import type { World } from "../world";

interface OneGroup {
  Params: { id: string };
  Querystring: Query;
}

/** Create, list, get, modify, delete, resume and pause. */
export function groupRoutes(app: FastifyInstance, world: World): void {
  app.post("/scaling_group", (request) => createGroup(world, request.body));
  app.get<{ Querystring: Query }>("/scaling_group", (request) => listGroups(world, request.query));
  app.get<OneGroup>("/scaling_group/:id", (request) => ({
    scaling_group: groupDocument(world, group(world, request.params.id)),
  }));
  app.put<OneGroup>("/scaling_group/:id", (request) =>
    modifyGroup(world, group(world, request.params.id), request.body),
  );
  app.delete<OneGroup>("/scaling_group/:id", (request, reply) => {
    deleteGroup(world, group(world, request.params.id), request.query["force_delete"]);
    return reply.code(204).send();
  });
  app.post<OneGroup>("/scaling_group/:id/action", (request, reply) => {
    actOnGroup(world, group(world, request.params.id), request.body);
    return reply.code(204).send();
  });
}
