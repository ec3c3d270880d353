/** Routes of lifecycle hooks and of the instances that they hold. */
import type { FastifyInstance } from "fastify";
import { callBack } from "../hook/callback";
import { createHook, deleteHook, modifyHook } from "../hook/change";
import { hookDocument, listHooks, listSuspensions } from "../hook/representation";
import { hook, parentGroup } from "../lookup";
import type { Query } from "../paging";
import type { World } from "../world";

interface OneGroup {
  Params: { id: string };
  Querystring: Query;
}

interface OneHook {
  Params: { id: string; name: string };
}

/** Create, list, get, modify, delete; suspended instances and the callback. */
export function hookRoutes(app: FastifyInstance, world: World): void {
  app.post<OneGroup>("/scaling_lifecycle_hook/:id", (request) =>
    createHook(world, parentGroup(world, request.params.id), request.body),
  );
  app.get<OneGroup>("/scaling_lifecycle_hook/:id/list", (request) =>
    listHooks(world, parentGroup(world, request.params.id)),
  );
  app.get<OneHook>("/scaling_lifecycle_hook/:id/:name", (request) => {
    const group = parentGroup(world, request.params.id);
    return hookDocument(world, hook(group, request.params.name));
  });
  app.put<OneHook>("/scaling_lifecycle_hook/:id/:name", (request) => {
    const group = parentGroup(world, request.params.id);
    return modifyHook(world, group, hook(group, request.params.name), request.body);
  });
  app.delete<OneHook>("/scaling_lifecycle_hook/:id/:name", (request, reply) => {
    const group = parentGroup(world, request.params.id);
    deleteHook(world, group, hook(group, request.params.name));
    return reply.code(204).send();
  });
  app.get<OneGroup>("/scaling_instance_hook/:id/list", (request) =>
    listSuspensions(world, parentGroup(world, request.params.id), request.query),
  );
  app.put<OneGroup>("/scaling_instance_hook/:id/callback", (request, reply) => {
    callBack(world, parentGroup(world, request.params.id), request.body);
    return reply.code(204).send();
  });
}
