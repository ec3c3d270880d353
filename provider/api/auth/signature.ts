/**
 * The signature of a request: SDK-HMAC-SHA256. Pure: the time is a parameter.
 *
 * Region and service stay empty in the scope, as in the official Go client. Only headers that nobody on the way
 * changes are covered.
 *
 * @see https://docs.otc.t-systems.com/identity-access-management/api-ref/calling_apis/authentication.html
 * @see https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-algorithm-002.html
 */
import { createHash, createHmac } from "node:crypto";
import type { AccessKey } from "../../core/settings";
import type { HttpRequest } from "../http";
import { JSON_TYPE, jsonText } from "../json-body";

const ALGORITHM = "SDK-HMAC-SHA256";
const TERMINATOR = "sdk_request";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

/** Everything but letters, digits, `-`, `.`, `_` and `~`. */
const escape = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** The path, which ends in a slash for the signature, whether or not it is sent so. */
const canonicalPath = ({ pathname }: URL): string => {
  const path = decodeURIComponent(pathname).split("/").map(escape).join("/");
  return path.endsWith("/") ? path : `${path}/`;
};

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const canonicalQuery = (query: HttpRequest["query"]): string =>
  Object.entries(query ?? {})
    .flatMap(([name, value]) => (value === undefined ? [] : [`${escape(name)}=${escape(String(value))}`]))
    .sort(byText)
    .join("&");

/** `20260304T050607Z` */
const timestamp = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, "");

/** The headers that sign a request with a key at a time, in milliseconds of the clock. */
export const signatureHeaders = (
  { accessKey, secretKey }: AccessKey,
  request: HttpRequest,
  at: number,
): Readonly<Record<string, string>> => {
  const url = new URL(request.url);
  const body = jsonText(request.body);
  const date = timestamp(at);
  // In the order of their names.
  const covered: readonly (readonly [string, string])[] = [
    ...(body === undefined ? [] : [["content-type", JSON_TYPE] as const]),
    ["host", url.host],
    ["x-sdk-date", date],
  ];
  const signedHeaders = covered.map(([name]) => name).join(";");
  const canonicalRequest = [
    request.method,
    canonicalPath(url),
    canonicalQuery(request.query),
    covered.map(([name, value]) => `${name}:${value}\n`).join(""),
    signedHeaders,
    sha256(body ?? ""),
  ].join("\n");

  const scope = [date.slice(0, 8), "", "", TERMINATOR];
  const key = scope.reduce<string | Buffer>(hmac, `SDK${secretKey.reveal()}`);
  const signature = hmac(key, [ALGORITHM, date, scope.join("/"), sha256(canonicalRequest)].join("\n"));
  return {
    "X-Sdk-Date": date,
    Authorization: `${ALGORITHM} Credential=${accessKey}/${scope.join("/")}, SignedHeaders=${signedHeaders}, Signature=${signature.toString("hex")}`,
    ...(body === undefined ? {} : { "Content-Type": JSON_TYPE }),
  };
};
