/** Request bodies stay raw until the sender is known, because a signature covers the very bytes. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { SignedRequest } from "./iam/signature";

const NOTHING = Buffer.alloc(0);

/** Whatever the content type says: the services judge the content. */
export function keepBodiesRaw(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => {
    done(null, body);
  });
}

/** The request as a signature sees it; to be called before {@link parseBody}. */
export function signedRequest(request: FastifyRequest): SignedRequest {
  return {
    method: request.method,
    target: request.originalUrl,
    headers: request.headers,
    body: Buffer.isBuffer(request.body) ? request.body : NOTHING,
  };
}

/** Replaces the raw body by what it says; an empty one becomes undefined. */
export function parseBody(request: FastifyRequest, refusal: (message: string) => Error): void {
  if (!Buffer.isBuffer(request.body)) return;
  const text = request.body.toString("utf8");
  if (text === "") {
    request.body = undefined;
    return;
  }
  try {
    request.body = JSON.parse(text) as unknown;
  } catch {
    throw refusal("the request body is not valid JSON");
  }
}
