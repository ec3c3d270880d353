/** The rules of the page, applied to requests. */
import type { FastifyRequest } from "fastify";
import { wantsPage } from "./accept";
import { whyForeign } from "./address";

/** Whether a request is for the page at the root, and not for the list of API versions. */
export function isPageRequest({ method, originalUrl, headers }: FastifyRequest): boolean {
  return method === "GET" && /^\/(\?|$)/.test(originalUrl) && wantsPage(headers.accept);
}

/** Why a request is refused as one that may come from a foreign web page; undefined when it is served. */
export function refusalOfForeign({ method, raw }: FastifyRequest): string | undefined {
  const { host, origin, "sec-fetch-site": fetchSite } = raw.headers;
  return whyForeign({ method, host, origin, fetchSite });
}
