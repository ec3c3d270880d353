/** What a sign-in yields: where to send requests, and how to show that they may be sent. */
import type { TaskEither } from "fp-ts/TaskEither";
import type { AsError } from "../../core/error";
import type { Authorize } from "./authorize";

/** A sign-in that is in force. */
export interface Session {
  readonly projectId: string;
  /** Such as `eu-de`; absent when neither the settings nor the project tell it. */
  readonly region?: string;
  /** Base address of Auto Scaling, such as `https://as.eu-de.otc.t-systems.com/autoscaling-api`. */
  readonly endpoint: string;
  readonly authorize: Authorize;
  /** What a request shows. It tells what a refusal means. */
  readonly shows: "token" | "signature";
  /** When it ends, in milliseconds of the clock. Absent for what cannot be renewed, or never ends. */
  readonly expiresAt?: number;
}

/** Signs in anew. */
export type SignIn = TaskEither<AsError, Session>;
