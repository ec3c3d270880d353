/** Signs requests in the scoped form; written apart from the simulator, so that both must be right to agree. */
import { createHash, createHmac } from "node:crypto";

export interface SigningKey {
  readonly accessKey: string;
  readonly secretKey: string;
}

export interface ToSign {
  readonly url: string;
  readonly method: string;
  readonly body?: string;
  readonly date?: Date;
  readonly headers?: Readonly<Record<string, string>>;
}

const hash = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** Headers of the signed request. Paths and queries in the tests hold no signs that need escaping. */
export function sign({ accessKey, secretKey }: SigningKey, request: ToSign): Record<string, string> {
  const { host, pathname, searchParams } = new URL(request.url);
  const stamp = (request.date ?? new Date()).toISOString().replace(/[-:]|\.\d+/g, "");
  searchParams.sort();
  const signed = new Map(Object.entries({ ...request.headers, host, "x-sdk-date": stamp }).sort());
  const names = [...signed.keys()].join(";");
  const canonical =
    `${request.method}\n${pathname}/\n${searchParams.toString()}\n` +
    `${[...signed].map(([name, value]) => `${name}:${value}\n`).join("")}\n${names}\n${hash(request.body ?? "")}`;
  const scope = `${stamp.slice(0, 8)}///sdk_request`;
  let key: string | Buffer = `SDK${secretKey}`;
  for (const part of [stamp.slice(0, 8), "", "", "sdk_request"]) {
    key = createHmac("sha256", key).update(part).digest();
  }
  const signature = createHmac("sha256", key)
    .update(`SDK-HMAC-SHA256\n${stamp}\n${scope}\n${hash(canonical)}`)
    .digest("hex");
  return {
    ...request.headers,
    "x-sdk-date": stamp,
    authorization: `SDK-HMAC-SHA256 Credential=${accessKey}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
  };
}
