import type { EngineEvent } from "@pulumi/pulumi/automation";

/** What the engine is about to do, and what it has done. */
const WORDS: Readonly<Partial<Record<string, readonly [string, string]>>> = {
  create: ["creating", "created"],
  update: ["changing", "changed"],
  delete: ["deleting", "deleted"],
  replace: ["replacing", "replaced"],
};

const typeOf = (type: string): string => type.replace(/^.*:/, "");
const nameOf = (urn: string): string => urn.replace(/^.*::/, "");

/** The line of an event, if it is worth one. This is where a progress bar, a chat bot or a web page would begin. */
export function progressOf({
  resourcePreEvent,
  resOutputsEvent,
  diagnosticEvent,
}: EngineEvent): string | undefined {
  const [metadata, tense] = resourcePreEvent
    ? [resourcePreEvent.metadata, 0 as const]
    : [resOutputsEvent?.metadata, 1 as const];
  if (metadata !== undefined) {
    const words = WORDS[metadata.op];
    // The stack itself is a resource, too, and so is its provider.
    if (words === undefined || metadata.type.startsWith("pulumi:")) return undefined;
    const what = `${typeOf(metadata.type)} ${nameOf(metadata.urn)}`;
    // A preview does nothing, so it has one line for each resource.
    if (resourcePreEvent?.planning === true) return undefined;
    if (resOutputsEvent?.planning === true) return `· to be ${words[1]}: ${what}`;
    return `${tense === 0 ? "…" : "✓"} ${words[tense]} ${what}`;
  }
  // What the provider tells, such as the steps of a plan.
  if (diagnosticEvent?.urn === undefined) return undefined;
  return `  ${nameOf(diagnosticEvent.urn)}: ${diagnosticEvent.message.trim()}`;
}
