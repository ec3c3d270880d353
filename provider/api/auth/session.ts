/** What a sign-in yields: where to send requests, and how to show that they may be sent. */
import type { TaskEither } from "fp-ts/TaskEither";
import type { AsError } from "../../core/error";
import type { HttpRequest } from "../http";

/** Adds to a request what the service accepts it by: a token header, or a signature over the whole request. */
export type Authorize = (request: HttpRequest) => HttpRequest;

/** A sign-in that is in force. */
export interface Session {
  readonly projectId: string;
  /** Such as `eu-de`; absent when neither the settings nor the project tell it. */
  readonly region?: string;
  /** Base address of Auto Scaling, such as `https://as.eu-de.otc.t-systems.com/autoscaling-api`. */
  readonly endpoint: string;
  readonly authorize: Authorize;
  /** When it ends, in milliseconds of the clock. Absent for credentials that cannot be renewed. */
  readonly expiresAt?: number;
}

/** Signs in anew. */
export type SignIn = TaskEither<AsError, Session>;
