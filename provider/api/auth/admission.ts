/** What a sign-in finds out, before it is known where Auto Scaling is. */
import type { CatalogService } from "../codec/iam-account";
import type { Session } from "./session";

/** Who may send requests, for which project, and where its services are. */
export interface Admission extends Pick<Session, "authorize" | "shows" | "expiresAt"> {
  readonly project: { readonly id: string; readonly name?: string };
  /** Empty when the settings name the endpoint, so that nobody was asked. */
  readonly catalog: readonly CatalogService[];
}
