/** Routes of the notifications of a group. */
import type { FastifyInstance } from "fastify";
import { parentGroup } from "../lookup";
import { deleteTopic, listTopics, setTopic } from "../notification/topics";
import type { World } from "../world";

interface OneGroup {
  Params: { id: string };
}

interface OneTopic {
  Params: { id: string; urn: string };
}

/** Set, list, delete. */
export function notificationRoutes(app: FastifyInstance, world: World): void {
  app.put<OneGroup>("/scaling_notification/:id", (request) =>
    setTopic(world, parentGroup(world, request.params.id), request.body),
  );
  app.get<OneGroup>("/scaling_notification/:id", (request) =>
    listTopics(parentGroup(world, request.params.id)),
  );
  app.delete<OneTopic>("/scaling_notification/:id/:urn", (request, reply) => {
    deleteTopic(world, parentGroup(world, request.params.id), request.params.urn);
    return reply.code(204).send();
  });
}
