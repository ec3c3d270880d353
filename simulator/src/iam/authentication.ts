/** Who sends a request: a token or a signature is verified the same way for both services. */
import { timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { AccessKeys } from "./access-keys";
import type { Account } from "./account";
import { ALGORITHM, expectedSignature, parseSignatureHeader, type SignedRequest } from "./signature";
import { Tokens, type Scope, type Token } from "./tokens";
import type { SimulatedClock } from "../clock";

/** The sender of a request; `token` is absent when the request was signed. */
export interface Principal {
  readonly scope: Scope;
  readonly token?: Token;
}

/** Thrown when a request carries no credentials (`missing`), or none that are good (`invalid`). */
export class AuthenticationFailure extends Error {
  constructor(
    readonly reason: "missing" | "invalid",
    message: string,
  ) {
    super(message);
    this.name = "AuthenticationFailure";
  }
}

/** The real service refuses signatures that are further than this from its own time. */
const SIGNATURE_TOLERANCE_MS = 15 * 60_000;
const SDK_DATE = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;
const ALWAYS_SIGNED = ["host", "x-sdk-date"];

const invalid = (message: string): AuthenticationFailure => new AuthenticationFailure("invalid", message);

const single = (headers: IncomingHttpHeaders, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === "string" && value !== "" ? value : undefined;
};

const sameText = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Signers use the real time, so the simulated clock plays no part here. */
function checkDate(date: string): void {
  if (!SDK_DATE.test(date)) {
    throw invalid(`X-Sdk-Date must have the form YYYYMMDDThhmmssZ, received ${date}`);
  }
  const signedAt = Date.parse(date.replace(SDK_DATE, "$1-$2-$3T$4:$5:$6Z"));
  if (!(Math.abs(Date.now() - signedAt) <= SIGNATURE_TOLERANCE_MS)) {
    throw invalid(`X-Sdk-Date ${date} is more than 15 minutes from the time of the service`);
  }
}

/** Signs in nobody: it only tells who a request comes from. */
export class Authentication {
  readonly tokens: Tokens;
  readonly accessKeys: AccessKeys;

  constructor(
    readonly account: Account,
    clock: SimulatedClock,
    tokenLifetimeHours: number,
  ) {
    this.tokens = new Tokens(clock, tokenLifetimeHours);
    this.accessKeys = new AccessKeys(account, clock);
  }

  /**
   * A token wins over a signature when a request carries both.
   *
   * @throws AuthenticationFailure saying what is wrong
   */
  principal(request: SignedRequest): Principal {
    const tokenId = single(request.headers, "x-auth-token");
    if (tokenId !== undefined) {
      const token = this.tokens.find(tokenId);
      if (token === undefined) throw invalid("the token in X-Auth-Token is unknown or has expired");
      return { scope: token.scope, token };
    }
    const authorization = single(request.headers, "authorization");
    if (authorization === undefined) {
      throw new AuthenticationFailure("missing", "the request carries neither X-Auth-Token nor a signature");
    }
    this.verifySignature(request, authorization);
    return { scope: this.signedScope(request.headers) };
  }

  private verifySignature(request: SignedRequest, authorization: string): void {
    const header = parseSignatureHeader(authorization);
    if (header === undefined) {
      throw invalid(
        `Authorization must have the form "${ALGORITHM} Credential=…, SignedHeaders=…, Signature=…"`,
      );
    }
    const unsigned = ALWAYS_SIGNED.filter((name) => !header.signedHeaders.includes(name));
    if (unsigned.length > 0) throw invalid(`SignedHeaders must hold ${unsigned.join(" and ")}`);
    const date = single(request.headers, "x-sdk-date") ?? "";
    checkDate(date);
    if (header.scope !== undefined) checkScope(header.scope, date);

    const key = this.accessKeys.find(header.accessKey);
    if (key === undefined) throw invalid(`the access key ${header.accessKey} is unknown or has expired`);
    if (key.securityToken !== single(request.headers, "x-security-token")) {
      throw invalid(
        key.securityToken === undefined
          ? "X-Security-Token belongs to temporary access keys, this one is permanent"
          : "X-Security-Token is missing, or not the one of this temporary access key",
      );
    }
    if (!sameText(header.signature, expectedSignature(request, header, date, key.secretKey))) {
      throw invalid(
        "the signature does not match the request: wrong secret key, or method, path, query, body or a signed " +
          "header differ from what was signed (the canonical path ends in a slash)",
      );
    }
  }

  private signedScope(headers: IncomingHttpHeaders): Scope {
    const projectId = single(headers, "x-project-id");
    if (projectId !== undefined && projectId !== this.account.project.id) {
      throw invalid(`X-Project-Id ${projectId} is not a project of this access key`);
    }
    const domainId = single(headers, "x-domain-id");
    if (domainId !== undefined && domainId !== this.account.domain.id) {
      throw invalid(`X-Domain-Id ${domainId} is not the domain of this access key`);
    }
    return domainId !== undefined && projectId === undefined ? "domain" : "project";
  }
}

function checkScope(scope: string, date: string): void {
  const [day, , , terminator, ...rest] = scope.split("/");
  if (day !== date.slice(0, 8) || terminator !== "sdk_request" || rest.length > 0) {
    throw invalid(
      `Credential must end in ${date.slice(0, 8)}/{region}/{service}/sdk_request, received ${scope}`,
    );
  }
}
