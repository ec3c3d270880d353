/** The page that says what of the API is used, simulated, or left out. */
import { format } from "prettier";
import { code, table } from "../support/markdown";
import type { Operation } from "./operation";

/** What is known of one field. */
interface FieldCoverage {
  readonly field: string;
  /** Why it is left out; undefined when it is not. */
  readonly provider: string | undefined;
  readonly simulator: string | undefined;
}

/** What is known of one operation. */
export interface OperationCoverage {
  readonly operation: Operation;
  /** Functions of the provider, such as `provider/api/as-group.ts: createAsGroup`. */
  readonly usedIn: readonly string[];
  /** Why the provider does not use it. */
  readonly leftOut: string | undefined;
  readonly simulatedIn: readonly string[];
  readonly fields: readonly FieldCoverage[];
}

const mark = (reason: string | undefined): string => (reason === undefined ? "yes" : `– ${reason}`);

const count = (fields: readonly FieldCoverage[], isUsed: (field: FieldCoverage) => boolean): string =>
  `${fields.filter(isUsed).length} of ${fields.length}`;

const section = ({ operation, usedIn, leftOut, simulatedIn, fields }: OperationCoverage): string =>
  [
    `## ${operation.name}`,
    `${code(`${operation.method} ${operation.path}`)}, ${operation.page}`,
    `- provider: ${leftOut === undefined ? usedIn.map(code).join(", ") : `left out, ${leftOut}`}`,
    `- simulator: ${simulatedIn.map(code).join(", ")}`,
    ...(fields.length === 0
      ? []
      : [
          table(
            ["field", "provider", "simulator"],
            fields.map(({ field, provider, simulator }) => [
              code(field),
              leftOut === undefined ? mark(provider) : "–",
              mark(simulator),
            ]),
          ),
        ]),
  ].join("\n\n");

const overview = (operations: readonly OperationCoverage[]): string =>
  table(
    ["operation", "page", "provider", "fields", "simulator", "fields"],
    operations.map(({ operation, leftOut, fields }) => [
      operation.name,
      operation.page,
      mark(leftOut),
      fields.length === 0 ? "" : count(fields, ({ provider }) => provider === undefined),
      "yes",
      fields.length === 0 ? "" : count(fields, ({ simulator }) => simulator === undefined),
    ]),
  );

/** The page, as it is in the repository. */
export const coveragePage = (operations: readonly OperationCoverage[]): Promise<string> => {
  const used = operations.filter(({ leftOut }) => leftOut === undefined);
  const text = [
    "# Coverage of the API",
    `What of the [API of Auto Scaling](https://docs.otc.t-systems.com/auto-scaling/api-ref/) this package uses, and what the simulator has. Of ${operations.length} operations, the provider uses ${used.length}.`,
    "This page is written by a test, `test/tools/api-coverage`. Operations and fields are those of the tables of the API reference; of the last three, which it names only, those of clouds that run the same product. That the provider **sends** a field is seen in the request of its function; that it **reads** one, in a result that is another without it. The simulator is asked for each operation: its answers have the fields of responses, its sources speak of those of requests. A field stands with its path in the query, in the body of the request, or in that of the response.",
    overview(operations),
    ...operations.map(section),
  ].join("\n\n");
  return format(text, { parser: "markdown", printWidth: 110 });
};
