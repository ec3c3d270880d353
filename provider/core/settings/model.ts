/** What is needed to reach the service. */
import type { Secret } from "../secret";

/** A domain (an OTC account), by name or by id. */
export type Domain = { readonly name: string } | { readonly id: string };

/** Who signs in with a password. A name is unique in its domain only. */
export type User = { readonly name: string; readonly domain: Domain } | { readonly id: string };

/** How to sign in. */
export type SignIn =
  | { readonly method: "token"; readonly token: Secret }
  | { readonly method: "password"; readonly user: User; readonly password: Secret };

/** The project whose groups are managed. A token may stand for its own project, so all of it may be absent. */
export interface Project {
  readonly id?: string;
  readonly name?: string;
  readonly domain?: Domain;
}

/** Everything that is needed to reach the service. */
export interface Settings {
  /** IAM v3 address; absent only when a token, the project's id and the AS endpoint are given. */
  readonly authUrl?: string;
  readonly signIn: SignIn;
  readonly project: Project;
  readonly region?: string;
  /** AS endpoint, when it is not to be taken from the catalog. */
  readonly endpoint?: string;
}
