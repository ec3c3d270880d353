/** Routes of tags. */
import type { FastifyInstance } from "fastify";
import { parentGroup } from "../lookup";
import { changeTags } from "../tag/change";
import { queryByTags } from "../tag/query";
import { groupTags, projectTags } from "../tag/representation";
import type { World } from "../world";

interface OneGroup {
  Params: { id: string };
}

/** Tags of the project and of one group, change, query. */
export function tagRoutes(app: FastifyInstance, world: World): void {
  app.get("/scaling_group_tag/tags", () => projectTags(world));
  app.get<OneGroup>("/scaling_group_tag/:id/tags", (request) =>
    groupTags(world, parentGroup(world, request.params.id)),
  );
  app.post<OneGroup>("/scaling_group_tag/:id/tags/action", (request, reply) => {
    changeTags(world, parentGroup(world, request.params.id), request.body);
    return reply.code(204).send();
  });
  app.post("/scaling_group_tag/resource_instances/action", (request) => queryByTags(world, request.body));
}
