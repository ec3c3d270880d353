/**
 * What the API reference documents: every operation with every field, as its tables say.
 *
 * @see https://docs.otc.t-systems.com/auto-scaling/api-ref/
 */
import operations from "./operations.json";

/** The form of a body: types at its leaves, lists with one entry. */
export type Shape = string | readonly Shape[] | { readonly [name: string]: Shape };

/** A documented operation. */
export interface Operation {
  /** ID of its page, such as `as_06_0101`. */
  readonly page: string;
  /** Title of its page. */
  readonly name: string;
  readonly method: string;
  /** With parameters in braces. */
  readonly path: string;
  readonly query: readonly string[];
  readonly request: Shape;
  readonly response: Shape;
}

/**
 * All of them. The page of permissions names three more (as_07_0209), whose bodies no page documents: their fields are
 * those of clouds that run the same product.
 */
export const documented: readonly Operation[] = operations;

/** The page, and where a page names several operations, the method. */
export const keyOf = ({ page, method }: Operation): string =>
  documented.filter((other) => other.page === page).length === 1 ? page : `${page} ${method}`;

/** The leaves of a body, such as `networks[].ipv6_bandwidth.id`. */
export const leaves = (shape: Shape, path = ""): readonly string[] => {
  if (typeof shape === "string") return [path];
  if (Array.isArray(shape)) return shape.flatMap((entry: Shape) => leaves(entry, `${path}[]`));
  return Object.entries(shape).flatMap(([name, inner]) =>
    leaves(inner, path === "" ? name : `${path}.${name}`),
  );
};

/** Everything that is documented of an operation, such as `query limit` and `response total_number`. */
export const fieldsOf = ({ query, request, response }: Operation): readonly string[] => [
  ...query.map((name) => `query ${name}`),
  ...leaves(request).map((path) => `request ${path}`),
  ...leaves(response).map((path) => `response ${path}`),
];

/** The name of a field without its path. */
export const lastName = (field: string): string => field.split(/[ .]/).at(-1)?.replace("[]", "") ?? "";

/** The leaves of a real body, in the same words. */
export const leavesOf = (value: unknown, path = ""): readonly string[] => {
  if (Array.isArray(value)) return [...new Set(value.flatMap((entry) => leavesOf(entry, `${path}[]`)))];
  if (typeof value !== "object" || value === null) return path === "" ? [] : [path];
  return Object.entries(value).flatMap(([name, inner]) =>
    leavesOf(inner, path === "" ? name : `${path}.${name}`),
  );
};
