/** What is needed to reach the service. */
import type { Secret } from "../secret";

/** A domain (an OTC account), by name or by id. */
export type Domain = { readonly name: string } | { readonly id: string };

/** Who signs in with a password. A name is unique in its domain only. */
export type User = { readonly name: string; readonly domain: Domain } | { readonly id: string };

/** A key pair that signs requests. */
export interface AccessKey {
  /** The access key (AK), which names the pair. */
  readonly accessKey: string;
  readonly secretKey: Secret;
  /** Of temporary keys only. */
  readonly securityToken?: Secret;
}

/** How to sign in. */
export type SignIn =
  | { readonly method: "token"; readonly token: Secret }
  | ({ readonly method: "accessKey" } & AccessKey)
  | { readonly method: "password"; readonly user: User; readonly password: Secret };

/** The project whose groups are managed. A token may stand for its own project, so all of it may be absent. */
export interface Project {
  readonly id?: string;
  readonly name?: string;
  readonly domain?: Domain;
}

/** The agency as which to act, in the project of another domain. */
export interface Agency {
  readonly name: string;
  /** The domain that created the agency. */
  readonly domain: Domain;
  /** The domain of who signs in; absent for a token, which tells its own. */
  readonly operator?: Domain;
}

/** Everything that is needed to reach the service. */
export interface Settings {
  /** IAM v3 address; absent only when neither the catalog nor IAM is needed. */
  readonly authUrl?: string;
  readonly signIn: SignIn;
  /** With an agency, the project that its domain has delegated. */
  readonly project: Project;
  readonly agency?: Agency;
  readonly region?: string;
  /** AS endpoint, when it is not to be taken from the catalog. */
  readonly endpoint?: string;
  /** True when certificates must not be verified, which somebody has explicitly asked for. */
  readonly insecure?: true;
}
