/** Routes of AS configurations. */
import type { FastifyInstance } from "fastify";
import { createConfiguration } from "../configuration/create";
import { deleteConfiguration, deleteConfigurations } from "../configuration/delete";
import { getConfiguration, listConfigurations } from "../configuration/representation";
import { configuration } from "../lookup";
import type { Query } from "../paging";
import type { World } from "../world";

interface OneConfiguration {
  Params: { id: string };
}

/** Create, list, get, delete, batch delete. */
export function configurationRoutes(app: FastifyInstance, world: World): void {
  app.post("/scaling_configuration", (request) => createConfiguration(world, request.body));
  app.get<{ Querystring: Query }>("/scaling_configuration", (request) =>
    listConfigurations(world, request.query),
  );
  app.get<OneConfiguration>("/scaling_configuration/:id", (request) =>
    getConfiguration(world, configuration(world, request.params.id)),
  );
  app.delete<OneConfiguration>("/scaling_configuration/:id", (request, reply) => {
    deleteConfiguration(world, configuration(world, request.params.id));
    return reply.code(204).send();
  });
  app.post("/scaling_configurations", (request, reply) => {
    deleteConfigurations(world, request.body);
    return reply.code(204).send();
  });
}
