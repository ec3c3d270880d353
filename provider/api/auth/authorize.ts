/** The two ways to show that a request may be sent. */
import type { AccessKey } from "../../core/settings";
import type { HttpRequest } from "../http";
import { signatureHeaders } from "./signature";

/** Adds to a request what the service accepts it by: a token header, or a signature over the whole request. */
export type Authorize = (request: HttpRequest) => HttpRequest;

/** What a signed request is about. IAM needs to be told a project or a domain; a token says it by itself. */
export type Scope = { readonly projectId: string } | { readonly domainId: string } | undefined;

const withHeaders = (request: HttpRequest, headers: Readonly<Record<string, string>>): HttpRequest => ({
  ...request,
  headers: { ...request.headers, ...headers },
});

export const withToken =
  (token: string): Authorize =>
  (request) =>
    withHeaders(request, { "X-Auth-Token": token });

const scopeHeaders = (scope: Scope): Readonly<Record<string, string>> => {
  if (scope === undefined) return {};
  return "projectId" in scope ? { "X-Project-Id": scope.projectId } : { "X-Domain-Id": scope.domainId };
};

/** Signs each request at the time when it is sent. The scope and the security token are not covered. */
export const withSignature =
  (key: AccessKey, scope: Scope, now: () => number): Authorize =>
  (request) =>
    withHeaders(request, {
      ...signatureHeaders(key, request, now()),
      ...scopeHeaders(scope),
      ...(key.securityToken === undefined ? {} : { "X-Security-Token": key.securityToken.reveal() }),
    });
