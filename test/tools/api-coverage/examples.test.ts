/** The examples of the API reference, rewritten with other values, are read whole. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isRight } from "fp-ts/Either";
import { describe, expect, test } from "vitest";
import { answer } from "../../api/support/stub-http";
import { stubClient } from "../../api/support/stub-client";
import { ROOT } from "../docs/support/pages";
import { leftOutByProvider } from "./left-out";
import { documented, fieldsOf, keyOf, type Operation } from "./operation";
import { uses } from "./uses";

const fileOf = ({ page }: Operation): string => join(ROOT, "test/fixtures/examples", `${page}.json`);

/** Operations that the provider uses, and whose answer says something. */
const answering = documented.filter(
  (operation) =>
    operation.page.startsWith("as_06_") &&
    uses[keyOf(operation)] !== undefined &&
    fieldsOf(operation).some((field) => field.startsWith("response ")),
);

/** Every value in a body, with its path in the words of the documentation. */
const valuesOf = (body: unknown, path = ""): readonly (readonly [string, string])[] => {
  if (body instanceof Map)
    return [...body].flatMap(([key, value]) => [["", String(key)], ...valuesOf(value)]);
  if (Array.isArray(body)) return body.flatMap((entry: unknown) => valuesOf(entry, `${path}[]`));
  if (typeof body === "object" && body !== null)
    return Object.entries(body).flatMap(([name, value]) => [
      // Tags are a record inside: their keys are names there.
      ["", name] as const,
      ...valuesOf(value, path === "" ? name : `${path}.${name}`),
    ]);
  if (body === null || body === undefined || body === "") return [];
  return [[path, typeof body === "string" ? body : JSON.stringify(body)]];
};

/** Read, but not part of the result. */
const STEERING = ["response total_number", "response total_count"];
/** Means that nothing is counted. */
const NOT_COUNTED = "-1";

const isExpected =
  (operation: Operation) =>
  ([path, value]: readonly [string, string]): boolean => {
    const field = `response ${path}`;
    const leftOut = leftOutByProvider[keyOf(operation)] ?? {};
    return path !== "" && value !== NOT_COUNTED && !(field in leftOut) && !STEERING.includes(field);
  };

describe("the example of a page", () => {
  test.each(answering.map((operation) => [operation.page, operation] as const))(
    "is read, with every value in it: %s",
    async (_, operation) => {
      expect(existsSync(fileOf(operation))).toBe(true);
      const example = JSON.parse(readFileSync(fileOf(operation), "utf8")) as unknown;
      const found = new Set<string>();
      for (const { call } of uses[keyOf(operation)] ?? []) {
        const { client } = stubClient(() => answer(200, example));
        const result = await call(client)();
        if (!isRight(result)) expect(result).toEqual("an answer that is read");
        else for (const [, value] of valuesOf(result.right)) found.add(value);
      }
      const expected = valuesOf(example).filter(isExpected(operation));
      // Writes are answered by what they were about, which only the creation has to be told.
      if (operation.method === "PUT" && expected.length === 1) return;
      expect(expected.filter(([, value]) => !found.has(value))).toEqual([]);
      expect(expected).not.toEqual([]);
    },
  );
});
