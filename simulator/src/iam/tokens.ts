/** IAM tokens: issued, looked up, expired on the simulated clock. */
import { randomBytes } from "node:crypto";
import type { SimulatedClock } from "../clock";

/** What a token is good for: AS accepts project tokens only. */
export type Scope = "project" | "domain" | "unscoped";

/** A token that was issued. */
export interface Token {
  readonly id: string;
  readonly methods: readonly string[];
  readonly scope: Scope;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

const HOUR_MS = 3_600_000;

/** The tokens of one simulator. */
export class Tokens {
  private readonly issued = new Map<string, Token>();

  constructor(
    private readonly clock: SimulatedClock,
    private readonly lifetimeHours: number,
  ) {}

  /** A token got with another token ends when that one does, as in Keystone. */
  issue(methods: readonly string[], scope: Scope, parent?: Token): Token {
    const issuedAt = this.clock.now();
    const token: Token = {
      id: randomBytes(96).toString("base64url"),
      methods,
      scope,
      issuedAt,
      expiresAt: parent?.expiresAt ?? new Date(issuedAt.getTime() + this.lifetimeHours * HOUR_MS),
    };
    this.issued.set(token.id, token);
    return token;
  }

  /** Undefined for an unknown, a revoked and an expired token alike: no answer tells them apart. */
  find(id: string): Token | undefined {
    const token = this.issued.get(id);
    return token !== undefined && token.expiresAt > this.clock.now() ? token : undefined;
  }

  /** Ends all tokens. Returns how many were still good. */
  expireAll(): number {
    const alive = [...this.issued.keys()].filter((id) => this.find(id) !== undefined).length;
    this.issued.clear();
    return alive;
  }
}
