/** A request to Auto Scaling as data. */
import type { Decoder } from "../core/codec/decoder";
import type { HttpRequest } from "./http";
import type { Asked } from "./refusal";

/** One REST operation with its arguments, and how to read the answer. */
export interface AsRequest<A> extends Asked {
  /** What is being done, such as `modify AS group`. */
  readonly operation: string;
  readonly method: HttpRequest["method"];
  readonly version: "v1" | "v2";
  /** After the project id, with a leading slash; identifiers in it are encoded. */
  readonly path: string;
  readonly query?: HttpRequest["query"];
  readonly body?: unknown;
  /** @default true for GET, PUT and DELETE, false for POST */
  readonly idempotent?: boolean;
  readonly onArrived?: HttpRequest["onArrived"];
  readonly decoder: Decoder<A>;
}
