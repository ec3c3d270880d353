/** A client whose answers come from a script, signed in without a call. */
import { type AsClient, createClient } from "../../../provider/api/client";
import type { HttpRequest } from "../../../provider/api/http";
import { secret } from "../../../provider/core/secret";
import { type Answer, stubHttp } from "./stub-http";

/** Base address of the calls of a stub client, with version and project. */
const STUB_BASE = "https://as.example/autoscaling-api/v1/p1";

/** What an operation sent, as far as the operation decides it. */
type Sent = Pick<HttpRequest, "method" | "idempotent"> &
  Partial<Pick<HttpRequest, "query" | "body">> & { readonly path: string };

/** The client, and what its operations sent. */
export interface StubClient {
  readonly client: AsClient;
  readonly sent: () => readonly Sent[];
}

/** A client that answers every request with `respond`. */
export const stubClient = (respond: Answer): StubClient => {
  const { http, requests } = stubHttp(respond);
  const settings = {
    signIn: { method: "token", token: secret("t") },
    project: { id: "p1" },
    endpoint: "https://as.example",
  } as const;
  return {
    client: createClient(settings, http, () => 0),
    sent: () =>
      requests.map(({ method, url, query, body, idempotent }) => ({
        method,
        path: url.replace(STUB_BASE, ""),
        idempotent,
        ...(query === undefined ? {} : { query }),
        ...(body === undefined ? {} : { body }),
      })),
  };
};
