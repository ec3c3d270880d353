/** Asking IAM v3, and what its refusals mean. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import type { Decoder } from "../../core/codec/decoder";
import { mismatches } from "../../core/decode";
import { type AsError, refused, signInFailed, undecodable } from "../../core/error";
import type { Domain } from "../../core/settings";
import type { Http, HttpRequest, HttpResponse } from "../http";
import { serviceError } from "../refusal";
import { isTransientStatus } from "../retry";
import type { Authorize } from "./authorize";

/** Where IAM is, and how to reach it. */
export interface Iam {
  readonly http: Http;
  /** With or without `/v3` at its end. */
  readonly authUrl: string;
}

/** A question to IAM. */
export interface Question<A> extends Pick<
  HttpRequest,
  "operation" | "method" | "query" | "headers" | "body"
> {
  /** Below `/v3`. */
  readonly path: string;
  readonly authorize?: Authorize;
  readonly decoder: Decoder<A>;
  /** Who asks, for messages; the host is named anyway. */
  readonly who?: string;
  /** What a refusal with HTTP status 401, 403 or 404 means; the last two have a meaning of their own. */
  readonly meanings: { readonly 401: string; readonly 403?: string; readonly 404?: string };
}

/** An answer of IAM. */
export interface IamAnswer<A> {
  readonly content: A;
  readonly headers: HttpResponse["headers"];
}

const unchanged: Authorize = (request) => request;

const urlOf = (authUrl: string, path: string): string => `${authUrl.replace(/\/+(v3\/*)?$/, "")}/v3${path}`;

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : "the sign-in service");

/** A domain in words. */
export const domainName = (domain: Domain): string => ("name" in domain ? domain.name : domain.id);

const failure = <A>(authUrl: string, question: Question<A>, response: HttpResponse): AsError => {
  const { operation, who, meanings } = question;
  const { status } = response;
  const { text } = serviceError(response.body);
  const host = hostOf(authUrl);
  const where = `(${who === undefined ? host : `${who}, ${host}`})`;
  const said = text === undefined ? "" : `: ${text}`;
  if (isTransientStatus(status))
    return refused({ operation, status, ...(text === undefined ? {} : { text }) });
  switch (status) {
    case 401:
      return signInFailed(`${meanings[401]} ${where}`);
    case 403:
      return signInFailed(`${meanings[403] ?? "sign-in is not permitted"} ${where}${said}`);
    case 404:
      return signInFailed(
        meanings[404] === undefined
          ? `${host} does not offer IAM v3 sign-in: check the authentication URL`
          : `${meanings[404]} ${where}${said}`,
      );
    default:
      return signInFailed(`sign-in was refused with HTTP status ${status} ${where}${said}`);
  }
};

/** Asks IAM. No question changes anything but for one more token, so that each may be repeated. */
export const askIam = <A>(
  { http, authUrl }: Iam,
  question: Question<A>,
): TE.TaskEither<AsError, IamAnswer<A>> => {
  const { operation, method, query, headers, body, authorize = unchanged, decoder } = question;
  const request: HttpRequest = {
    operation,
    method,
    url: urlOf(authUrl, question.path),
    ...(query === undefined ? {} : { query }),
    ...(headers === undefined ? {} : { headers }),
    ...(body === undefined ? {} : { body }),
    idempotent: true,
  };
  const read = (response: HttpResponse): E.Either<AsError, IamAnswer<A>> =>
    response.status === 200 || response.status === 201
      ? pipe(
          decoder.decode(response.body),
          E.bimap(
            (errors) => undecodable(operation, mismatches(errors)),
            (content) => ({ content, headers: response.headers }),
          ),
        )
      : E.left(failure(authUrl, question, response));
  return pipe(http(authorize(request)), TE.chainEitherK(read));
};
