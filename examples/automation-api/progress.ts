import type { EngineEvent, OpType, StepEventMetadata } from "@pulumi/pulumi/automation";

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

function line(mark: string, metadata: StepEventMetadata, tense: 0 | 1 | 2): string | undefined {
  const words = wordsOf(metadata);
  return words && `${mark} ${words[tense]} ${metadata.type.replace(/^.*:/, "")} ${nameOf(metadata.urn)}`;
}

/** What the provider, the program or the engine tells, such as the steps of a plan. Errors are marked. */
function told({ urn, message, severity }: NonNullable<EngineEvent["diagnosticEvent"]>): string | undefined {
  const text = message.replaceAll(/<\{%[^%]*%\}>/g, "").trim();
  if (text === "") return undefined;
  return `${severity === "error" ? "✗" : " "} ${urn === undefined ? "" : `${nameOf(urn)}: `}${text}`;
}

/** The line of an event, if it is worth one. This is where a progress bar, a chat bot or a web page would begin. */
export function progressOf(event: EngineEvent): string | undefined {
  const { resourcePreEvent, resOutputsEvent, resOpFailedEvent, diagnosticEvent } = event;
  if (resOpFailedEvent) return line("✗ could not", resOpFailedEvent.metadata, 0);
  // A preview does nothing, so it has one line for each resource.
  if (resourcePreEvent)
    return resourcePreEvent.planning ? undefined : line("…", resourcePreEvent.metadata, 1);
  if (resOutputsEvent)
    return resOutputsEvent.planning
      ? line("· to be", resOutputsEvent.metadata, 2)
      : line("✓", resOutputsEvent.metadata, 2);
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
