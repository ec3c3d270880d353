/** Hooks that see every call to the two services: they log it and let faults happen to it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { errorBody } from "../as";
import { iamErrorBody } from "../iam/refusal";
import { isPageRequest } from "../page/guard";
import type { FaultEffect, Faults, Service } from "./fault";
import { logBody, type ArrivedCall, type OpenEntry, type RequestLog } from "./request-log";

/** Where the administration lives. Calls to it and to the page are neither logged nor met by faults. */
export const ADMIN_PREFIX = "/_simulator";

interface Traffic {
  readonly entry: OpenEntry;
  readonly effect: FaultEffect | undefined;
}

declare module "fastify" {
  interface FastifyRequest {
    traffic: Traffic | null;
  }
}

const NOT_JSON = "<html><body>Service temporarily unavailable</body></html>";

function describe(request: FastifyRequest): ArrivedCall {
  const [path = "", query = ""] = request.originalUrl.split(/\?(.*)/s);
  const service: Service = /^\/v3(\/|$)/.test(path) ? "iam" : "as";
  return {
    service,
    method: request.method,
    path,
    query: Object.fromEntries(new URLSearchParams(query)),
    route: request.routeOptions.url ?? path,
  };
}

/** The code of an AS refusal; undefined for anything else. */
function refusalCode(payload: unknown): string | undefined {
  if (typeof payload !== "string") return undefined;
  const { error } = JSON.parse(payload) as { error?: { code?: unknown } };
  return typeof error?.code === "string" ? error.code : undefined;
}

function sendStatus(reply: FastifyReply, service: Service, effect: FaultEffect & { kind: "status" }): void {
  const message = effect.message ?? "a fault was set for this call";
  void reply
    .code(effect.status)
    .headers(effect.headers ?? {})
    .send(
      service === "iam" ? iamErrorBody(effect.status, message) : errorBody(effect.code ?? "AS.0001", message),
    );
}

/** A 204 has no body that could be spoilt, so it becomes a 200 that has one. */
const statusWithBody = (reply: FastifyReply): number => (reply.statusCode === 204 ? 200 : reply.statusCode);

/** Announces the whole body, sends half of it, and ends the connection once that half is on its way. */
function truncate(request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
  const whole = Buffer.from(typeof payload === "string" && payload !== "" ? payload : "{}");
  reply.hijack();
  reply.raw.writeHead(statusWithBody(reply), {
    "content-type": "application/json; charset=utf-8",
    "content-length": whole.length,
  });
  reply.raw.write(whole.subarray(0, whole.length / 2), () => request.raw.socket.destroy());
}

/** To be called before the services are registered, so that their routes inherit the hooks. */
export function watchTraffic(app: FastifyInstance, log: RequestLog, faults: Faults): void {
  const delays = new Set<NodeJS.Timeout>();
  app.addHook("onClose", (_app, done) => {
    delays.forEach(clearTimeout);
    done();
  });

  app.decorateRequest("traffic", null);

  app.addHook("onRequest", (request, reply, done) => {
    if (request.originalUrl.startsWith(`${ADMIN_PREFIX}/`) || isPageRequest(request)) {
      done();
      return;
    }
    const call = describe(request);
    const effect = faults.meet(call);
    const entry = log.arrived(call);
    request.traffic = { entry, effect };
    switch (effect?.kind) {
      case "status":
        sendStatus(reply, call.service, effect);
        return;
      case "reset":
        entry.outcome = "reset";
        reply.hijack();
        request.raw.socket.resetAndDestroy();
        return;
      case "delay": {
        const timer = setTimeout(() => {
          delays.delete(timer);
          done();
        }, effect.ms);
        delays.add(timer);
        return;
      }
      case "lost":
      case "malformed":
      case "truncated":
      case undefined:
        done();
    }
  });

  app.addHook("preHandler", (request, _reply, done) => {
    if (request.traffic !== null) logBody(request.traffic.entry, request.body);
    done();
  });

  app.addHook("onSend", (request, reply, payload, done) => {
    if (request.traffic === null) {
      done();
      return;
    }
    const { entry, effect } = request.traffic;
    entry.outcome = effect?.kind ?? "answered";
    if (effect?.kind === "lost") {
      reply.hijack();
      request.raw.socket.destroy();
      return;
    }
    entry.status = reply.statusCode;
    const code = reply.statusCode >= 400 ? refusalCode(payload) : undefined;
    if (code !== undefined) entry.code = code;
    if (effect?.kind === "truncated") {
      truncate(request, reply, payload);
    } else if (effect?.kind === "malformed") {
      reply.code(statusWithBody(reply)).type("application/json");
      done(null, NOT_JSON);
    } else {
      done(null, payload);
    }
  });
}
