/**
 * HTTP, and the only place that knows axios. Whatever goes wrong becomes a value without a query, a header or a
 * body, because those hold tokens and passwords.
 *
 * Proxies are taken from `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`. Certificates are verified unless the options say
 * otherwise; `NODE_EXTRA_CA_CERTS` adds an authority to the usual ones.
 */
import * as http from "node:http";
import * as https from "node:https";
import axios, { type AxiosError, type AxiosRequestConfig, type AxiosResponse, isAxiosError } from "axios";
import axiosRetry, { isNetworkError, retryAfter } from "axios-retry";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { type AsError, type Unreachable, unreachable } from "../core/error";
import { JSON_TYPE, jsonText } from "./json-body";
import { type Fault, isTransientStatus, mayHaveArrived, mayRepeat, pauseMs } from "./retry";

/** A request. */
export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Without a query. */
  readonly url: string;
  /** An undefined value is left out. */
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Whether carrying it out twice does the same as once, so that it may be repeated. */
  readonly idempotent: boolean;
  /** What is being done, such as `modify AS group`. */
  readonly operation: string;
  /** Called before a repetition, when an attempt that seemed to fail may have been carried out. */
  readonly onArrived?: () => void;
}

/** An answer, whatever its status. */
export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; the text itself if it is not JSON; undefined if there is none. */
  readonly body: unknown;
}

/** Sends a request. Any HTTP status is an answer; only the absence of one is an error. */
export type Http = (request: HttpRequest) => TE.TaskEither<AsError, HttpResponse>;

/** How to send. */
export interface HttpOptions {
  /** Pause before the first repetition in milliseconds; later ones are longer. @default 500 */
  readonly retryDelayMs?: number;
  /** Longest time for one attempt in milliseconds. @default 30000 */
  readonly timeoutMs?: number;
  /** How often a request is repeated at most. @default 4 */
  readonly maxRetries?: number;
  /** Certificate authorities to trust, as PEM text. @default - those of Node.js */
  readonly ca?: string;
  /** Accepts any certificate. @default false */
  readonly insecure?: boolean;
}

/** A complete answer that came with an error; absent when the answer broke off, whatever its status said. */
const completeResponse = (error: AxiosError): AxiosResponse<string> | undefined =>
  typeof error.response?.data === "string" ? (error.response as AxiosResponse<string>) : undefined;

const CODES_BEFORE_CONNECTION: ReadonlySet<string> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

/** Node reports several failed addresses of one host as an AggregateError, and a single one by its system call. */
const failedToConnect = (cause: unknown): boolean =>
  cause instanceof AggregateError ||
  (cause instanceof Error && "syscall" in cause && cause.syscall === "connect");

const faultOf = (error: AxiosError): Fault => {
  const response = completeResponse(error);
  if (response !== undefined) return { kind: "status", status: response.status };
  const code = error.code ?? "";
  return {
    kind: "network",
    neverSent: CODES_BEFORE_CONNECTION.has(code) || failedToConnect(error.cause),
    passing: isNetworkError({ code }),
  };
};

const unreachableBecause = (request: HttpRequest, error: unknown, arrivedBefore: boolean): Unreachable => {
  const fault = isAxiosError(error) ? faultOf(error) : undefined;
  const code =
    error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "failed";
  const host = URL.canParse(request.url) ? ` ${new URL(request.url).host}` : "";
  return unreachable({
    operation: request.operation,
    reason: `${code}${host}`,
    neverSent: !arrivedBefore && fault?.kind === "network" && fault.neverSent,
  });
};

const parsed = (body: string): unknown => {
  if (body === "") return undefined;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
};

const responseOf = (response: AxiosResponse<string>): HttpResponse => ({
  status: response.status,
  headers: Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  ),
  body: parsed(response.data),
});

interface Agents {
  readonly httpAgent: http.Agent;
  readonly httpsAgent: https.Agent;
}

const agentsOf = ({ ca, insecure = false }: HttpOptions, keepAlive: boolean): Agents => ({
  httpAgent: new http.Agent({ keepAlive }),
  httpsAgent: new https.Agent({
    keepAlive,
    rejectUnauthorized: !insecure,
    ...(ca === undefined ? {} : { ca }),
  }),
});

const configOf = (request: HttpRequest, agents: Agents, arrived: () => void): AxiosRequestConfig => ({
  method: request.method,
  url: request.url,
  params: request.query,
  headers: {
    Accept: JSON_TYPE,
    "User-Agent": "pulumi-otc-autoscaling",
    ...(request.body === undefined ? {} : { "Content-Type": JSON_TYPE }),
    ...request.headers,
  },
  ...(request.body === undefined ? {} : { data: jsonText(request.body) }),
  ...agents,
  "axios-retry": {
    retryCondition: (error) => {
      const fault = faultOf(error);
      const repeats = mayRepeat(fault, request.idempotent);
      if (repeats && mayHaveArrived(fault)) arrived();
      return repeats;
    },
  },
});

/** HTTP with bounded, careful repetition. */
export const createHttp = (options: HttpOptions = {}): Http => {
  const { retryDelayMs = 500, timeoutMs = 30_000, maxRetries = 4 } = options;
  const kept = agentsOf(options, true);
  // A server may close a kept connection at the moment we write to it, and nobody could tell whether it read the
  // request. What must not be repeated therefore gets a connection of its own.
  const fresh = agentsOf(options, false);
  const instance = axios.create({
    timeout: timeoutMs,
    transitional: { clarifyTimeoutError: true },
    // A redirected request would carry its token to another host.
    maxRedirects: 0,
    paramsSerializer: { encode: encodeURIComponent },
    responseType: "text",
    transformResponse: (body: unknown) => body,
    validateStatus: (status) => !isTransientStatus(status),
  });
  axiosRetry(instance, {
    retries: maxRetries,
    shouldResetTimeout: true,
    retryDelay: (attempt, error) =>
      pauseMs({ attempt, baseMs: retryDelayMs, retryAfterMs: retryAfter(error), random: Math.random() }),
  });
  return (request) => () => {
    let arrivedBefore = false;
    const arrived = (): void => {
      arrivedBefore = true;
      request.onArrived?.();
    };
    return pipe(
      TE.tryCatch(
        () => instance.request<string>(configOf(request, request.idempotent ? kept : fresh, arrived)),
        (error) => error,
      ),
      TE.orElse((error) => {
        const response = isAxiosError(error) ? completeResponse(error) : undefined;
        return response === undefined
          ? TE.left(unreachableBecause(request, error, arrivedBefore))
          : TE.right<Unreachable, AxiosResponse<string>>(response);
      }),
      TE.map(responseOf),
    )();
  };
};
