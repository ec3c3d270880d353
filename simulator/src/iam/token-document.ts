/** How the identity service shows tokens and their surroundings. */
import { catalog } from "./catalog";
import type { Account } from "./account";
import type { Token } from "./tokens";

/** Keystone writes microseconds. */
const timestamp = (time: Date): string => time.toISOString().replace("Z", "000Z");

/** The body that signing in and verifying a token answer with. */
export function tokenDocument(token: Token, account: Account, url: string, withCatalog: boolean): object {
  const domain = { id: account.domain.id, name: account.domain.name };
  return {
    token: {
      methods: token.methods,
      issued_at: timestamp(token.issuedAt),
      expires_at: timestamp(token.expiresAt),
      user: { ...account.user, domain, password_expires_at: "" },
      ...(token.scope === "project" && { project: { ...account.project, domain } }),
      ...(token.scope === "domain" && { domain }),
      roles: token.scope === "unscoped" ? [] : [{ id: "0", name: "te_admin" }],
      ...(withCatalog && { catalog: catalog(url, account, token.scope === "project") }),
    },
  };
}

/** The project as the project lists show it. */
export function projectDocument(account: Account, url: string): object {
  return {
    ...account.project,
    description: "",
    domain_id: account.domain.id,
    parent_id: account.domain.id,
    is_domain: false,
    enabled: true,
    links: { self: `${url}/v3/projects/${account.project.id}` },
  };
}

/** The domain as the domain list shows it. */
export function domainDocument(account: Account, url: string): object {
  return {
    ...account.domain,
    description: "",
    enabled: true,
    links: { self: `${url}/v3/domains/${account.domain.id}` },
  };
}
