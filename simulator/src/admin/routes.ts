/** The administration over HTTP: a thin layer over {@link Admin}. No sign-in, because only loopback reaches it. */
import type { FastifyError, FastifyInstance } from "fastify";
import { AsRefusal } from "../as";
import { parseBody } from "../body";
import type { SimulatedClock } from "../clock";
import { refusalOfForeign } from "../page/guard";
import { AdminRefusal, type Admin } from "./admin";
import type { FaultSpec } from "./fault";
import { clockSchema, faultSchema, temporaryKeySchema } from "./schemas";

function status(error: Error & { statusCode?: number }): number {
  if (error instanceof AdminRefusal || error instanceof AsRefusal) return error.status;
  return error.statusCode ?? 500;
}

/** The administration routes; to be registered under `/_simulator`. */
export function adminRoutes(admin: Admin, clock: SimulatedClock): (app: FastifyInstance) => void {
  return (app) => {
    app.addHook("onRequest", (request, _reply, done) => {
      const refusal = refusalOfForeign(request);
      done(refusal === undefined ? undefined : new AdminRefusal(403, refusal));
    });
    app.addHook("preValidation", (request, _reply, done) => {
      parseBody(request, (message) => new AdminRefusal(400, message));
      done();
    });
    app.setErrorHandler((error: FastifyError, _request, reply) =>
      reply.code(status(error)).send({ error: error.message }),
    );
    app.setNotFoundHandler((request) => {
      throw new AdminRefusal(404, `the administration has no ${request.method} ${request.originalUrl}`);
    });

    app.post<{ Body: FaultSpec }>("/faults", { schema: { body: faultSchema } }, (request, reply) =>
      reply.code(201).send({ id: admin.fault(request.body) }),
    );
    app.get("/faults", () => ({ faults: admin.faults() }));
    app.delete("/faults", (_request, reply) => {
      admin.clearFaults();
      return reply.code(204).send();
    });
    app.delete<{ Params: { id: string } }>("/faults/:id", (request, reply) => {
      admin.clearFaults(request.params.id);
      return reply.code(204).send();
    });

    app.get("/requests", () => ({ requests: admin.requests() }));
    app.get("/counters", () => admin.counters());
    app.delete("/requests", (_request, reply) => {
      admin.clearRequests();
      return reply.code(204).send();
    });

    app.get("/snapshot", () => admin.snapshot());
    app.post("/reset", (_request, reply) => {
      admin.reset();
      return reply.code(204).send();
    });

    const clockDocument = (): object => ({ now: clock.now().toISOString(), speed: clock.speed });
    app.get("/clock", clockDocument);
    app.put<{ Body: { speed: number } }>("/clock", { schema: { body: clockSchema } }, (request) => {
      admin.speed(request.body.speed);
      return clockDocument();
    });

    app.get("/outside", () => ({ changes: admin.outsideChanges() }));
    app.post<{ Params: { name: string } }>("/outside/:name", (request) => ({
      result: admin.outside(request.params.name, request.body) ?? null,
    }));

    app.post("/iam/expire-tokens", () => ({ expired: admin.expireTokens() }));
    app.post<{ Body: { lifetimeSeconds?: number } | null | undefined }>(
      "/iam/temporary-keys",
      { schema: { body: temporaryKeySchema } },
      (request, reply) => reply.code(201).send(admin.temporaryKey(request.body?.lifetimeSeconds)),
    );
  };
}
