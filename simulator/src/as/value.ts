/** Readers of single values of a body or a query: each refuses what does not fit with the code of its field. */
import { refuse } from "./refusal";

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Turns a value into what it means, or throws. */
export type Reader<A> = (value: unknown) => A;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Null in a request means "not given". */
export const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

/** Ids of foreign objects are UUIDs; some services write them without dashes. */
export const isId = (value: unknown): value is string =>
  typeof value === "string" && /^[\da-f]{8}(-?)[\da-f]{4}\1[\da-f]{4}\1[\da-f]{4}\1[\da-f]{12}$/i.test(value);

/** A whole number in a range. */
export const integer =
  (code: string, field: string, lowest: number, highest: number): Reader<number> =>
  (value) => {
    if (typeof value !== "number" || !Number.isInteger(value) || value < lowest || value > highest) {
      const range = Number.isFinite(highest) ? `from ${lowest} to ${highest}` : `of at least ${lowest}`;
      throw refuse(code, `${field} must be a whole number ${range}`);
    }
    return value;
  };

/** One of the given values. */
export const oneOf =
  <Value extends string | number>(code: string, field: string, values: readonly Value[]): Reader<Value> =>
  (value) => {
    const found = values.find((candidate) => candidate === value);
    if (found === undefined) throw refuse(code, `${field} must be one of ${values.join(", ")}`);
    return found;
  };

/** true or false. */
export const flag =
  (code: string, field: string): Reader<boolean> =>
  (value) => {
    if (typeof value !== "boolean") throw refuse(code, `${field} must be true or false`);
    return value;
  };

/** A list, each item read by `item`. */
export const list =
  <A>(code: string, field: string, item: Reader<A>): Reader<readonly A[]> =>
  (value) => {
    if (!Array.isArray(value)) throw refuse(code, `${field} must be a list`);
    return value.map(item);
  };

/** An object `{"id"}`. */
export const idObject =
  (code: string, field: string): Reader<{ readonly id: string }> =>
  (value) => {
    if (!isObject(value) || !isId(value["id"])) throw refuse(code, `${field} must hold a valid id`);
    return { id: value["id"] };
  };

/** The strings yes and no; absent means no. */
export const yesOrNo =
  (code: string, field: string): Reader<boolean> =>
  (value) => {
    if (!isGiven(value)) return false;
    if (value !== "yes" && value !== "no") throw refuse(code, `${field} must be yes or no`);
    return value === "yes";
  };

/** A name of letters, digits, underscores and hyphens, up to 64 characters. */
export const name =
  (field: string, codes: { missing: string; long: string; characters: string }): Reader<string> =>
  (value) => {
    if (!isGiven(value) || value === "") throw refuse(codes.missing, `${field} must be given`);
    if (typeof value !== "string") throw refuse(codes.characters, `${field} must be a text`);
    if (value.length > 64) throw refuse(codes.long, `${field} must have at most 64 characters`);
    if (!/^[\w-]+$/.test(value)) {
      throw refuse(codes.characters, `${field} may hold letters, digits, underscores and hyphens only`);
    }
    return value;
  };

/** The body of a call that needs one. @throws AsRefusal AS.0002 without a body, AS.0022 when it is no object */
export function bodyObject(body: unknown): JsonObject {
  if (body === undefined || body === null) throw refuse("AS.0002", "the request needs a body");
  if (!isObject(body)) throw refuse("AS.0022", "the body must be a JSON object");
  return body;
}
