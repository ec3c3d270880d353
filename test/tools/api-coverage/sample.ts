/** An answer with everything that is documented, and the same answer without one field of it. */
import type { Shape } from "./operation";

/** Values that mean something to a reader: a page holds one row, and `0` and `1` are all that encryption may say. */
const MEANINGFUL: Readonly<Record<string, unknown>> = {
  total_number: 1,
  total_count: 1,
  __system__encrypted: "1",
};

/** A body of this form, in which no two values are the same. Texts are numbers, too: some of them are read as such. */
export const sampleOf = (shape: Shape): unknown => {
  let count = 1000;
  const sample = (inner: Shape, name: string): unknown => {
    if (typeof inner === "string") {
      count += 1;
      return MEANINGFUL[name] ?? (inner === "integer" ? count : inner === "boolean" ? true : String(count));
    }
    if (Array.isArray(inner)) return inner.map((entry: Shape) => sample(entry, name));
    return Object.fromEntries(Object.entries(inner).map(([key, value]) => [key, sample(value, key)]));
  };
  return sample(shape, "");
};

/** A copy without the leaf. */
export const without = (body: unknown, leaf: string): unknown => {
  const [name = "", ...rest] = leaf.split(".");
  if (Array.isArray(body)) return body.map((entry: unknown) => without(entry, leaf));
  if (typeof body !== "object" || body === null) return body;
  const key = name.replace("[]", "");
  return Object.fromEntries(
    Object.entries(body)
      .filter(([each]) => each !== key || rest.length > 0)
      .map(([each, value]): [string, unknown] => [
        each,
        each === key ? without(value, rest.join(".")) : value,
      ]),
  );
};
