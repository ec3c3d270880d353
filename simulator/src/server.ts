/** One HTTP server for both services, the administration and the page. */
import fastify, { type FastifyInstance } from "fastify";
import { AsRefusal, errorBody, type AsService } from "./as";
import { adminRoutes } from "./admin/routes";
import { ADMIN_PREFIX, watchTraffic } from "./admin/traffic";
import type { Admin } from "./admin/admin";
import type { Faults } from "./admin/fault";
import type { RequestLog } from "./admin/request-log";
import { keepBodiesRaw } from "./body";
import type { SimulatedClock } from "./clock";
import { guardAsRoutes } from "./iam/as-guard";
import type { Authentication } from "./iam/authentication";
import { iamRoutes } from "./iam/routes";
import type { Feed } from "./page/feed";
import { isPageRequest, refusalOfForeign } from "./page/guard";
import { assetSender, pageRoutes } from "./page/routes";
import { asVersions, identityVersion } from "./versions";

/** What the server puts together. */
export interface ServerParts {
  readonly as: AsService;
  readonly clock: SimulatedClock;
  readonly authentication: Authentication;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly admin: Admin;
  readonly feed: Feed;
  /** Own address; asked for only while a request is answered. */
  readonly url: () => string;
}

const AS_PREFIX = "/autoscaling-api";

function handleAsErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    if (error instanceof AsRefusal) {
      return reply.code(error.status).send(errorBody(error.code, error.message));
    }
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error(error);
    const code = status >= 500 ? "AS.0001" : "AS.0022";
    return reply.code(status).send(errorBody(code, error.message));
  });
  app.setNotFoundHandler((request) => {
    const known = /^\/(autoscaling-api\/)?v[12](\/|$)/.test(request.originalUrl);
    throw new AsRefusal(
      404,
      known ? "AS.0007" : "AS.0033",
      known ? "the URL names no resource of the service" : "the version in the URL is unknown",
    );
  });
}

/** The server, ready to listen. Closing it ends open connections at once. */
export function createServer(parts: ServerParts): FastifyInstance {
  const app = fastify({
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    routerOptions: { ignoreTrailingSlash: true },
    // Schemas judge what was sent, they do not mend it; `discriminator` keeps their messages short.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, discriminator: true } },
    // Standard output belongs to the line with the credentials.
    logger: { level: "error", stream: process.stderr },
  });
  keepBodiesRaw(app);
  watchTraffic(app, parts.log, parts.faults);

  const sendAsset = assetSender();
  handleAsErrors(app);
  app.get("/", (request, reply) => {
    void reply.header("vary", "accept");
    if (!isPageRequest(request))
      return { versions: [...asVersions(parts.url()), identityVersion(parts.url())] };
    const refusal = refusalOfForeign(request);
    if (refusal !== undefined) return reply.code(403).send({ error: refusal });
    return sendAsset("index.html", reply);
  });
  app.get("/v3", () => ({ version: identityVersion(parts.url()) }));
  app.get<{ Params: { version: string } }>("/:version", (request) => {
    const version = asVersions(parts.url()).find(({ id }) => id === request.params.version);
    if (version === undefined) throw new AsRefusal(404, "AS.0033", "the version in the URL is unknown");
    return { version };
  });

  app.register(
    (as, _options, done) => {
      guardAsRoutes(as, parts.authentication);
      handleAsErrors(as);
      parts.as.routes(as);
      done();
    },
    { prefix: AS_PREFIX },
  );
  app.register(
    (iam, _options, done) => {
      iamRoutes({ authentication: parts.authentication, url: parts.url })(iam);
      done();
    },
    { prefix: "/v3" },
  );
  app.register(
    (admin, _options, done) => {
      adminRoutes(parts.admin, parts.clock)(admin);
      pageRoutes(admin, parts.feed, sendAsset);
      done();
    },
    { prefix: ADMIN_PREFIX },
  );
  return app;
}
