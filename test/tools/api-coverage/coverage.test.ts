import * as TE from "fp-ts/TaskEither";
import { startSimulator } from "otc-as-simulator";
import { beforeAll, describe, expect, test } from "vitest";
import { listAsGroups } from "../../../provider/api/as-group";
import { answeredNames } from "./answers";
import { leftOutByProvider, leftOutBySimulator, sentUndocumented } from "./left-out";
import { documented, fieldsOf, keyOf, lastName, type Operation } from "./operation";
import { coveragePage, type OperationCoverage } from "./page";
import { found, functionsThatSend, type Found } from "./provider";
import { mentions, placesOf, routed } from "./simulator";
import { type Use, uses } from "./uses";

/** By operation, what each of its uses sends and reads. */
const findings = new Map<string, readonly Found[]>();
let places: ReadonlyMap<unknown, string>;

/** By operation, the names of all fields in answers of the simulator. */
let answered: ReadonlyMap<string, ReadonlySet<string>>;

beforeAll(async () => {
  answered = await answeredNames();
  places = await functionsThatSend();
  for (const operation of documented) {
    const used = uses[keyOf(operation)] ?? [];
    findings.set(keyOf(operation), await Promise.all(used.map((each) => found(operation, each))));
  }
});

const usedFields = (operation: Operation): readonly string[] =>
  (findings.get(keyOf(operation)) ?? []).flatMap(({ fields }) => fields);
const isSimulated = (operation: Operation, field: string): boolean =>
  field.startsWith("response ")
    ? answered.get(keyOf(operation))?.has(lastName(field)) === true
    : mentions(operation, field);

const isUsed = (operation: Operation): boolean => (findings.get(keyOf(operation)) ?? []).length > 0;

describe("the API reference", () => {
  test("has 44 pages of operations, and names three operations without a page", () => {
    expect(documented.filter(({ page }) => page.startsWith("as_06_"))).toHaveLength(44);
    expect(documented).toHaveLength(47);
  });
});

describe("the provider", () => {
  test("uses each operation, or leaves it out for a reason that is given", () => {
    const keys = documented.map(keyOf);
    expect(Object.keys(uses).filter((key) => !keys.includes(key))).toEqual([]);
    expect(Object.keys(leftOutByProvider).filter((key) => !keys.includes(key))).toEqual([]);
    expect(
      documented
        .filter(
          (operation) => isUsed(operation) === (leftOutByProvider[keyOf(operation)]?.["*"] !== undefined),
        )
        .map(keyOf),
    ).toEqual([]);
  });

  test("has no function that sends a request and is not listed here", () => {
    const listed = new Set(Object.values(uses).flatMap((used) => used.map(({ by }) => by)));
    expect([...places].filter(([by]) => !listed.has(by)).map(([, place]) => place)).toEqual([]);
    expect([...listed].filter((by) => !places.has(by))).toEqual([]);
  });

  test("sends each operation with the method and to the path of its page", () => {
    for (const operation of documented)
      for (const { method, url } of findings.get(keyOf(operation)) ?? []) {
        expect(method).toBe(operation.method);
        expect(url).toMatch(new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`));
      }
  });

  test.each(documented.map((operation) => [keyOf(operation), operation] as const))(
    "sends or reads each field of %s, or leaves it out for a reason that is given",
    (key, operation) => {
      if (!isUsed(operation)) return;
      const used = usedFields(operation);
      const leftOut = Object.keys(leftOutByProvider[key] ?? {});
      const fields = fieldsOf(operation);
      expect(fields.filter((field) => !used.includes(field))).toEqual(
        fields.filter((field) => leftOut.includes(field)),
      );
      expect(leftOut.filter((field) => !fields.includes(field))).toEqual([]);
      expect([...new Set(used)].filter((field) => !fields.includes(field))).toEqual(
        Object.keys(sentUndocumented[key] ?? {}),
      );
    },
  );

  test("is not believed to read what it throws away", async () => {
    const operation = documented.find(({ page }) => page === "as_06_0102")!;
    const call: Use["call"] = (client) =>
      TE.map(({ total }: { total: number }) => total)(listAsGroups(client)());
    const { fields } = await found(operation, { by: call, call });
    expect(fields).not.toContain("query scaling_group_name");
    expect(fields).not.toContain("response scaling_groups[].description");
    expect(fields).toContain("response total_number");
  });
});

describe("the simulator", () => {
  test("has every operation", async () => {
    const simulator = await startSimulator();
    try {
      const unknown: Operation = {
        ...documented[0]!,
        page: "as_06_9999",
        path: "/autoscaling-api/v1/{project_id}/scaling_nonsense/{id}",
      };
      expect((await routed(simulator, [...documented, unknown])).map(({ page }) => page)).toEqual(
        documented.map(({ page }) => page),
      );
    } finally {
      await simulator.close();
    }
  });

  test.each(documented.map((operation) => [keyOf(operation), operation] as const))(
    "has each field of %s, or leaves it out for a reason that is given",
    (key, operation) => {
      const fields = fieldsOf(operation);
      const leftOut = Object.keys(leftOutBySimulator[key] ?? {});
      expect(fields.filter((field) => !isSimulated(operation, field))).toEqual(
        fields.filter((field) => leftOut.includes(field)),
      );
      expect(leftOut.filter((field) => !fields.includes(field))).toEqual([]);
      expect(mentions(operation, "request nonsense_number")).toBe(false);
    },
  );
});

test("the page says so; write it with `npx vitest run -u --project unit test/tools/api-coverage`", async () => {
  const coverage = documented.map((operation): OperationCoverage => {
    const key = keyOf(operation);
    const leftOut = leftOutByProvider[key]?.["*"];
    return {
      operation,
      usedIn: (uses[key] ?? []).map(({ by }) => places.get(by) ?? ""),
      leftOut,
      simulatedIn: placesOf(operation),
      fields: fieldsOf(operation).map((field) => ({
        field,
        provider: leftOut ?? leftOutByProvider[key]?.[field],
        simulator: leftOutBySimulator[key]?.[field],
      })),
    };
  });
  await expect(await coveragePage(coverage)).toMatchFileSnapshot("../../../docs/guides/coverage.md");
});
