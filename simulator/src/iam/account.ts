/** The one account of the simulator: a domain, a user, a project and a permanent access key. */
import { randomBytes, randomInt } from "node:crypto";

/** An identity object as Keystone names it. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** Who may sign in, and to what. */
export interface Account {
  readonly region: string;
  readonly domain: Named;
  readonly user: Named;
  readonly password: string;
  readonly project: Named;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** What of the account may be chosen; everything else is made up. */
export interface AccountOptions {
  readonly region: string;
  readonly projectId?: string | undefined;
  readonly projectName?: string | undefined;
  readonly domainName?: string | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly accessKey?: string | undefined;
  readonly secretKey?: string | undefined;
}

const ACCESS_KEY_LENGTH = 20;
const SECRET_KEY_LENGTH = 40;
const UPPER_CASE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const MIXED_CASE = `${UPPER_CASE}abcdefghijklmnopqrstuvwxyz`;

const randomText = (alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join("");

/** An id in the form of the real service: 32 hexadecimal digits. */
const randomId = (): string => randomBytes(16).toString("hex");
export const randomAccessKey = (): string => randomText(UPPER_CASE, ACCESS_KEY_LENGTH);
export const randomSecretKey = (): string => randomText(MIXED_CASE, SECRET_KEY_LENGTH);

/** Secrets that are not given are drawn anew, so that no two simulators share one. */
export function createAccount(options: AccountOptions): Account {
  return {
    region: options.region,
    domain: { id: randomId(), name: options.domainName ?? "OTC00000000001000000001" },
    user: { id: randomId(), name: options.username ?? "simulator" },
    password: options.password ?? randomText(MIXED_CASE, 24),
    // Clients take the region from the project name up to the first underscore.
    project: {
      id: options.projectId ?? randomId(),
      name: options.projectName ?? `${options.region}_simulator`,
    },
    accessKey: options.accessKey ?? randomAccessKey(),
    secretKey: options.secretKey ?? randomSecretKey(),
  };
}
