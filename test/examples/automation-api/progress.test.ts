import type { EngineEvent, OpType } from "@pulumi/pulumi/automation";
import { expect, test } from "vitest";
import { progressOf, toDo } from "../../../examples/automation-api/progress";

const TYPE = "pulumi-nodejs:dynamic/otc:AsGroup";
const URN = `urn:pulumi:dev::automation-api::${TYPE}::web`;
const metadata = (op: string, type = TYPE) => ({ op: op as OpType, type, urn: URN, provider: "" });
const event = (fields: object): EngineEvent => ({ sequence: 1, timestamp: 1, ...fields });

const begun = (op: string, planning = false) =>
  event({ resourcePreEvent: { metadata: metadata(op), planning } });
const ended = (op: string, planning = false, type = TYPE) =>
  event({ resOutputsEvent: { metadata: metadata(op, type), planning } });
const failed = (op: string) => event({ resOpFailedEvent: { metadata: metadata(op), status: 0, steps: 1 } });

test.each([
  ["create", "creating", "created", "create"],
  ["update", "changing", "changed", "change"],
  ["delete", "deleting", "deleted", "delete"],
  ["create-replacement", "creating the new", "created the new", "create the new"],
  ["delete-replaced", "deleting the old", "deleted the old", "delete the old"],
])(
  "%s has a line when it begins, when it has ended, when it has failed, and in a preview",
  (op, ing, ed, infinitive) => {
    expect(progressOf(begun(op))).toBe(`… ${ing} AsGroup web`);
    expect(progressOf(ended(op))).toBe(`✓ ${ed} AsGroup web`);
    expect(progressOf(failed(op))).toBe(`✗ could not ${infinitive} AsGroup web`);
    expect(progressOf(begun(op, true))).toBeUndefined();
    expect(progressOf(ended(op, true))).toBe(`· to be ${ed}: AsGroup web`);
  },
);

test.each(["same", "read", "refresh"])("%s has no line", (op) => {
  expect([begun(op), ended(op), failed(op), ended(op, true)].map(progressOf)).toEqual(
    Array(4).fill(undefined),
  );
});

test.each([
  [
    "a step of a resource",
    { urn: URN, severity: "info", message: "step 1 of 2: resume\n" },
    "  web: step 1 of 2: resume",
  ],
  [
    "an error of a resource",
    { urn: URN, severity: "error", message: "<{%reset%}>AS.1006<{%reset%}>\n" },
    "✗ web: AS.1006",
  ],
  ["an error of the program", { severity: "error", message: "no vpcId\n" }, "✗ no vpcId"],
  ["a warning of the engine", { severity: "warning", message: "old CLI\n" }, "  old CLI"],
  ["what the engine tells itself", { severity: "debug", message: "RegisterResource RPC\n" }, undefined],
  [
    "the same about a resource",
    { urn: URN, severity: "debug", message: "RegisterResource RPC\n" },
    undefined,
  ],
  ["nothing", { urn: URN, severity: "info", message: "\n" }, undefined],
])("a message that holds %s is told as what it is", (_, diagnosticEvent, line) => {
  expect(progressOf(event({ diagnosticEvent: { color: "never", ...diagnosticEvent } }))).toBe(line);
});

test("what is to be done is counted in words, without the stack", () => {
  const stack = ended("create", true, "pulumi:pulumi:Stack");
  expect(
    toDo([stack, ended("create", true), ended("create", true), ended("update", true), ended("same", true)]),
  ).toBe("2 to create, 1 to change");
  expect(toDo([stack])).toBe("nothing");
});
