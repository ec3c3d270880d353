/**
 * Request signatures (SDK-HMAC-SHA256): parses the `Authorization` header and computes the signature that a
 * request should carry. Pure: no clock, no key store.
 *
 * Two header forms are in use. The scoped one is the form of the OTC documents and of gophertelekomcloud:
 * `Credential={key}/{yyyymmdd}/{region}/{service}/sdk_request`, signed with a key derived from the scope. The
 * plain one is what the newer signer of the sister cloud sends: `Access={key}`, signed with the secret key.
 *
 * @see https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-algorithm-002.html
 */
import { createHash, createHmac } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

export const ALGORITHM = "SDK-HMAC-SHA256";

/** A parsed `Authorization` header. */
export interface SignatureHeader {
  readonly accessKey: string;
  /** `{yyyymmdd}/{region}/{service}/sdk_request`; absent in the plain form. */
  readonly scope?: string;
  /** Lower case, in the order of the header. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** The parts of a request that a signature covers. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query as they came over the wire. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const PARAMETER = /^\s*(Credential|Access|SignedHeaders|Signature)=(\S+?)\s*$/;

/** Undefined when the header is not a well-formed signature header. */
export function parseSignatureHeader(header: string): SignatureHeader | undefined {
  if (!header.startsWith(`${ALGORITHM} `)) return undefined;
  const parameters = new Map<string, string>();
  for (const part of header.slice(ALGORITHM.length).split(",")) {
    const [, name, value] = PARAMETER.exec(part) ?? [];
    if (name === undefined || value === undefined) return undefined;
    parameters.set(name, value);
  }
  const signedHeaders = parameters.get("SignedHeaders")?.toLowerCase().split(";");
  const signature = parameters.get("Signature");
  const [scopedKey, ...scope] = parameters.get("Credential")?.split("/") ?? [];
  const accessKey = scopedKey ?? parameters.get("Access");
  if (accessKey === undefined || signedHeaders === undefined || signature === undefined) return undefined;
  return { accessKey, signedHeaders, signature, ...(scopedKey !== undefined && { scope: scope.join("/") }) };
}

const sha256 = (data: string | Buffer): string => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string): Buffer => createHmac("sha256", key).update(data).digest();

/** Everything but letters, digits, `-`, `.`, `_` and `~` is escaped, in upper case. */
const escape = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The canonical path is escaped anew, segment by segment, and always ends in a slash. */
function canonicalPath(path: string): string {
  const escaped = decodeURIComponent(path).split("/").map(escape).join("/");
  return escaped.endsWith("/") ? escaped : `${escaped}/`;
}

function canonicalQuery(query: string): string {
  return [...new URLSearchParams(query)]
    .map(([name, value]): [string, string] => [escape(name), escape(value)])
    .sort(([a, v], [b, w]) => byCodeUnit(a, b) || byCodeUnit(v, w))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

/** What the signer and the verifier must agree on, letter by letter. */
export function canonicalRequest(request: SignedRequest, signedHeaders: readonly string[]): string {
  const [path = "", query = ""] = request.target.split(/\?(.*)/s);
  const headerLines = signedHeaders.map((name) => {
    const value = request.headers[name] ?? "";
    return `${name}:${String(value).trim().replace(/\s+/g, " ")}\n`;
  });
  return [
    request.method,
    canonicalPath(path),
    canonicalQuery(query),
    headerLines.join(""),
    signedHeaders.join(";"),
    sha256(request.body),
  ].join("\n");
}

/** The signature that a request with these signed headers should carry, in lower-case hexadecimal digits. */
export function expectedSignature(
  request: SignedRequest,
  header: Pick<SignatureHeader, "scope" | "signedHeaders">,
  date: string,
  secretKey: string,
): string {
  const hash = sha256(canonicalRequest(request, header.signedHeaders));
  if (header.scope === undefined) {
    return hmac(secretKey, [ALGORITHM, date, hash].join("\n")).toString("hex");
  }
  const key = header.scope.split("/").reduce<string | Buffer>(hmac, `SDK${secretKey}`);
  return hmac(key, [ALGORITHM, date, header.scope, hash].join("\n")).toString("hex");
}
