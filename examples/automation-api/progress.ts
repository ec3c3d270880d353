import type { DiagnosticEvent, EngineEvent, OpType, StepEventMetadata } from "@pulumi/pulumi/automation";

/** What an operation is called: before, while and after it is done. What is not here is not worth a line. */
const WORDS: Readonly<Partial<Record<OpType, readonly [string, string, string]>>> = {
  create: ["create", "creating", "created"],
  update: ["change", "changing", "changed"],
  delete: ["delete", "deleting", "deleted"],
  "create-replacement": ["create the new", "creating the new", "created the new"],
  "delete-replaced": ["delete the old", "deleting the old", "deleted the old"],
};

const nameOf = (urn: string): string => urn.replace(/^.*::/, "");

/** The words of an operation on a resource of the program: the stack is a resource, too, and so is its provider. */
const wordsOf = ({ op, type }: StepEventMetadata): readonly [string, string, string] | undefined =>
  type.startsWith("pulumi:") ? undefined : WORDS[op];

const resourceOf = ({ type, urn }: StepEventMetadata): string => `${type.replace(/^.*:/, "")} ${nameOf(urn)}`;

function line(metadata: StepEventMetadata, tense: 0 | 1 | 2, before: string, after = ""): string | undefined {
  const words = wordsOf(metadata);
  return words && `${before} ${words[tense]}${after} ${resourceOf(metadata)}`;
}

/** Severities that are worth a line when nobody says which resource they are about: the rest is the engine's own. */
const LOUD: readonly string[] = ["warning", "error"];

/** What the provider, the program or the engine tells, such as the steps of a plan. Errors are marked. */
function told({ urn, message, severity }: DiagnosticEvent): string | undefined {
  const text = message.replaceAll(/<\{%[^%]*%\}>/g, "").trim();
  const isTold = LOUD.includes(severity) || (urn !== undefined && severity.startsWith("info"));
  if (text === "" || !isTold) return undefined;
  return `${severity === "error" ? "✗" : " "} ${urn === undefined ? "" : `${nameOf(urn)}: `}${text}`;
}

/** The line of an event, if it is worth one. This is where a progress bar, a chat bot or a web page would begin. */
export function progressOf(event: EngineEvent): string | undefined {
  const {
    resourcePreEvent: begun,
    resOutputsEvent: ended,
    resOpFailedEvent: failed,
    diagnosticEvent,
  } = event;
  if (failed) return line(failed.metadata, 0, "✗ could not");
  // A preview does nothing, so it has one line for each resource.
  if (begun) return begun.planning ? undefined : line(begun.metadata, 1, "…");
  if (ended) return ended.planning ? line(ended.metadata, 2, "· to be", ":") : line(ended.metadata, 2, "✓");
  return diagnosticEvent && told(diagnosticEvent);
}

/** What a preview has found, in words, such as `2 to create, 1 to change`. */
export function toDo(events: readonly EngineEvent[]): string {
  const counts = new Map<string, number>();
  for (const { resOutputsEvent } of events) {
    const words = resOutputsEvent?.planning ? wordsOf(resOutputsEvent.metadata) : undefined;
    if (words) counts.set(words[0], (counts.get(words[0]) ?? 0) + 1);
  }
  return [...counts].map(([word, count]) => `${count} to ${word}`).join(", ") || "nothing";
}
