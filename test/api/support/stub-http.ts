/** An `Http` that answers from a script and keeps what it was asked. */
import * as E from "fp-ts/Either";
import type { AsError } from "../../../provider/core/error";
import type { Http, HttpRequest, HttpResponse } from "../../../provider/api/http";

/** What the script does with a request. */
export type Answer = (request: HttpRequest) => HttpResponse | AsError;

/** An answer with a status. */
export const answer = (
  status: number,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse => ({ status, body, headers });

/** The service's error body. */
export const asRefusal = (status: number, code: string, message = "no"): HttpResponse =>
  answer(status, { error: { code, message } });

/** The stub and its record. */
export interface StubHttp {
  readonly http: Http;
  readonly requests: readonly HttpRequest[];
}

/** Answers every request with `respond`, in a later turn of the event loop as a network does. */
export const stubHttp = (respond: Answer): StubHttp => {
  const requests: HttpRequest[] = [];
  const http: Http = (request) => async () => {
    requests.push(request);
    await new Promise(setImmediate);
    const outcome = respond(request);
    return "status" in outcome && !("_tag" in outcome) ? E.right(outcome) : E.left(outcome);
  };
  return { http, requests };
};
