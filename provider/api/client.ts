/** The client: one session, requests as data, answers decoded, refusals classified. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { mismatches } from "../core/decode";
import { type AsError, type SignInFailed, signInFailed, undecodable } from "../core/error";
import type { Settings } from "../core/settings";
import { SIGNATURE_REFUSED } from "./auth/account";
import { keepSession } from "./auth/renewal";
import type { Session } from "./auth/session";
import { signInWith } from "./auth/sign-in";
import type { Http, HttpRequest, HttpResponse } from "./http";
import { refusalOf } from "./refusal";
import type { AsRequest } from "./request";

/** Carries out requests of one signed-in user. */
export interface AsClient {
  readonly request: <A>(request: AsRequest<A>) => TE.TaskEither<AsError, A>;
  /** The project, the region and the address that requests go to. Signs in if that has not happened yet. */
  readonly session: TE.TaskEither<AsError, Pick<Session, "projectId" | "region" | "endpoint">>;
}

const httpRequest = <A>(request: AsRequest<A>, session: Session): HttpRequest => ({
  operation: request.operation,
  method: request.method,
  url: `${session.endpoint}/${request.version}/${encodeURIComponent(session.projectId)}${request.path}`,
  ...(request.query === undefined ? {} : { query: request.query }),
  ...(request.body === undefined ? {} : { body: request.body }),
  idempotent: request.idempotent ?? request.method !== "POST",
  ...(request.onArrived === undefined ? {} : { onArrived: request.onArrived }),
});

const isSuccess = ({ status }: HttpResponse): boolean => status >= 200 && status < 300;

const read =
  <A>(request: AsRequest<A>) =>
  (response: HttpResponse): E.Either<AsError, A> =>
    isSuccess(response)
      ? pipe(
          request.decoder.decode(response.body),
          E.mapLeft((errors) => undecodable(request.operation, mismatches(errors))),
        )
      : E.left(refusalOf(request, response));

const isUnauthorized = ({ status }: HttpResponse): boolean => status === 401;

/** Why there is no further attempt after a 401. */
const refusedSession = (session: Session): SignInFailed => {
  const host = new URL(session.endpoint).host;
  if (session.shows === "signature")
    return signInFailed(`the service at ${host} refuses the signature: ${SIGNATURE_REFUSED}`);
  return signInFailed(
    session.expiresAt === undefined
      ? "the service refuses the token: it is invalid, has expired or is for another project; get a new one, or sign in with a password"
      : `the service at ${host} refuses a token that was issued just now: check that the endpoint and the authentication URL belong together`,
  );
};

/** A client for these settings. Signs in with its first request. */
export const createClient = (settings: Settings, http: Http, now: () => number): AsClient => {
  const sessions = keepSession(signInWith(settings, http, now), now);

  const sendAs =
    <A>(request: AsRequest<A>) =>
    (session: Session): TE.TaskEither<AsError, HttpResponse> =>
      http(session.authorize(httpRequest(request, session)));

  /** A 401 means that nothing was carried out, so that any request may be sent again with a new token. */
  const sendRenewed = <A>(request: AsRequest<A>, refused: Session): TE.TaskEither<AsError, HttpResponse> =>
    refused.expiresAt === undefined
      ? TE.left(refusedSession(refused))
      : pipe(
          sessions.after(refused),
          TE.chain(sendAs(request)),
          TE.filterOrElse(
            (response) => !isUnauthorized(response),
            (): AsError => refusedSession(refused),
          ),
        );

  return {
    request: (request) =>
      pipe(
        sessions.current,
        TE.chain((session) =>
          pipe(
            sendAs(request)(session),
            TE.chain((response) =>
              isUnauthorized(response) ? sendRenewed(request, session) : TE.right(response),
            ),
          ),
        ),
        TE.chainEitherK(read(request)),
      ),
    session: sessions.current,
  };
};
