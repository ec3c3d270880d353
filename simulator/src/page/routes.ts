/** The page, its files and its feed over HTTP. */
import type { FastifyInstance, FastifyReply } from "fastify";
import { readAssets, type Asset } from "./assets";
import type { Feed } from "./feed";

/** Nothing but the simulator's own files, no frame around it, and no text that becomes markup or script. */
const POLICY = [
  "default-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

const HEADERS = {
  "content-security-policy": POLICY,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  // The next simulator on this port may be another version.
  "cache-control": "no-cache",
};

/** Answers with a file of the page. */
export type AssetSender = (path: string, reply: FastifyReply) => FastifyReply;

/** The files are read when the first of them is asked for. */
export function assetSender(): AssetSender {
  let assets: ReadonlyMap<string, Asset> | undefined;
  return (path, reply) => {
    assets ??= readAssets();
    const asset = assets?.get(path);
    if (asset !== undefined) return reply.headers(HEADERS).type(asset.type).send(asset.content);
    return assets === undefined
      ? reply.code(503).send({ error: "the page has not been built: run npm run build" })
      : reply.code(404).send({ error: `the page has no file ${path}` });
  };
}

/** To be registered below the administration; the page itself is at the root. */
export function pageRoutes(app: FastifyInstance, feed: Feed, send: AssetSender): void {
  app.get<{ Params: { "*": string } }>("/page/*", (request, reply) => send(request.params["*"], reply));
  app.get<{ Querystring: { run?: string; cursor?: string } }>("/feed", (request, reply) => {
    const { run, cursor } = request.query;
    void reply.header("cache-control", "no-store");
    return feed.since(run === undefined ? undefined : { run, cursor: Number(cursor ?? 0) });
  });
}
