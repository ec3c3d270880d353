/** Access keys: the permanent one of the account, and temporary ones that need a security token. */
import { randomBytes } from "node:crypto";
import type { SimulatedClock } from "../clock";
import { randomAccessKey, randomSecretKey, type Account } from "./account";

/** A key that requests can be signed with. */
export interface AccessKey {
  readonly accessKey: string;
  readonly secretKey: string;
  /** Present on temporary keys; requests must then carry it as `X-Security-Token`. */
  readonly securityToken?: string;
}

/** A key that ends by itself. */
export interface TemporaryKey extends AccessKey {
  readonly securityToken: string;
  /** ISO 8601, on the simulated clock. */
  readonly expiresAt: string;
}

/** The access keys of one simulator. */
export class AccessKeys {
  private readonly temporary = new Map<string, TemporaryKey>();

  constructor(
    private readonly account: Account,
    private readonly clock: SimulatedClock,
  ) {}

  /** Undefined when the key is unknown or has ended. */
  find(accessKey: string): AccessKey | undefined {
    if (accessKey === this.account.accessKey) {
      return { accessKey, secretKey: this.account.secretKey };
    }
    const key = this.temporary.get(accessKey);
    return key !== undefined && new Date(key.expiresAt) > this.clock.now() ? key : undefined;
  }

  issueTemporary(lifetimeSeconds: number): TemporaryKey {
    const key: TemporaryKey = {
      accessKey: randomAccessKey(),
      secretKey: randomSecretKey(),
      securityToken: randomBytes(96).toString("base64url"),
      expiresAt: new Date(this.clock.now().getTime() + lifetimeSeconds * 1000).toISOString(),
    };
    this.temporary.set(key.accessKey, key);
    return key;
  }
}
