/** An answer with an error status, read as one of this package's errors. Pure. */
import { type AsError, type FailedInstance, notFound, refused } from "../core/error";
import type { HttpResponse } from "./http";

/** What an error answer says. */
export interface ServiceError {
  /** Such as `AS.2030`. */
  readonly code?: string;
  /** One line for people. */
  readonly text?: string;
  /** Of a batch. */
  readonly instances?: readonly FailedInstance[];
}

const MAX_TEXT_CHARACTERS = 200;

/** A batch has at most ten instances, each with an identifier of 36 characters: none is cut off. */
const MAX_BATCH_TEXT_CHARACTERS = 600;

const shortened = (text: string, max: number): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= max ? line : `${line.slice(0, max - 1)}…`;
};

const field = (value: unknown, ...names: readonly string[]): unknown => {
  if (typeof value !== "object" || value === null) return undefined;
  return names.map((name) => Reflect.get(value, name) as unknown).find((found) => found !== undefined);
};

const nonEmpty = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value : undefined;

/**
 * The failures of a batch by instance. The service puts them as a JSON list into the message; another message
 * is not a batch.
 */
const failedInstances = (message: string): readonly FailedInstance[] => {
  if (!message.trimStart().startsWith("[")) return [];
  let items: unknown;
  try {
    items = JSON.parse(message);
  } catch {
    return [];
  }
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown) => {
    const id = nonEmpty(field(item, "id", "instance_id"));
    const code = nonEmpty(field(item, "errorCode", "error_code", "code"));
    return id === undefined || code === undefined ? [] : [{ id, code }];
  });
};

const batchText = (instances: readonly FailedInstance[]): string =>
  shortened(instances.map(({ id, code }) => `${id}: ${code}`).join(", "), MAX_BATCH_TEXT_CHARACTERS);

/**
 * What an error body says, in the form of the service (`{"error":{"code","message"}}`) or of the gateway before
 * it (`{"error_code","error_msg"}`). Text that is no JSON says nothing.
 */
export const serviceError = (body: unknown): ServiceError => {
  const inner = field(body, "error") ?? body;
  const code = nonEmpty(field(inner, "code", "error_code"));
  const message = nonEmpty(field(inner, "message", "error_msg"));
  if (message === undefined) return code === undefined ? {} : { code };
  const instances = failedInstances(message);
  return {
    ...(code === undefined ? {} : { code }),
    ...(instances.length === 0
      ? { text: shortened(message, MAX_TEXT_CHARACTERS) }
      : { text: batchText(instances), instances }),
  };
};

/** A 404 that speaks of the version in the path, not of an object. */
const UNKNOWN_VERSION = "AS.0033";

/**
 * Does the answer say that the addressed object does not exist? A 404 counts only in the service's own words:
 * one from a gateway or a wrong address must not make a group pass as deleted.
 */
const isGone = (status: number, code: string | undefined, goneCodes: readonly string[]): boolean => {
  if (code === undefined) return false;
  if (status === 404) return code.startsWith("AS.") && code !== UNKNOWN_VERSION;
  return status === 400 && goneCodes.includes(code);
};

/** What was asked, as far as a refusal depends on it. */
export interface Asked {
  readonly operation: string;
  /**
   * The codes by which a 400 says that the object that the path addresses does not exist. Absent when the path
   * addresses none, so that nothing can be gone.
   */
  readonly goneCodes?: readonly string[];
}

/** The error that an answer with an error status stands for. */
export const refusalOf = (asked: Asked, response: HttpResponse): AsError => {
  const { operation, goneCodes } = asked;
  const { status, body } = response;
  const said = serviceError(body);
  return goneCodes !== undefined && isGone(status, said.code, goneCodes)
    ? notFound({ operation, ...(said.code === undefined ? {} : { code: said.code }) })
    : refused({ operation, status, ...said });
};
