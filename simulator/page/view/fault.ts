/** Faults that can be set, and how those that are set are shown. Pure. */
import type { Fault } from "../../src/page/feed.js";

/** A choice of the form. */
interface Choice<Value> {
  readonly label: string;
  readonly value: Value;
}

/** Which call is to fail. */
export const FAULT_CALLS: readonly Choice<Fault["match"]>[] = [
  { label: "any call to AS", value: { service: "as" } },
  { label: "create group", value: { method: "POST", path: "**/scaling_group" } },
  { label: "modify group", value: { method: "PUT", path: "**/scaling_group/*" } },
  { label: "delete group", value: { method: "DELETE", path: "**/scaling_group/*" } },
  { label: "enable or disable group", value: { method: "POST", path: "**/scaling_group/*/action" } },
  { label: "list groups", value: { method: "GET", path: "**/scaling_group" } },
  { label: "get group", value: { method: "GET", path: "**/scaling_group/*" } },
  { label: "list instances", value: { method: "GET", path: "**/scaling_group_instance/*/list" } },
  { label: "batch instances", value: { method: "POST", path: "**/scaling_group_instance/*/action" } },
  { label: "create configuration", value: { method: "POST", path: "**/scaling_configuration" } },
  { label: "create policy", value: { method: "POST", path: "**/scaling_policy" } },
  { label: "sign in", value: { service: "iam", method: "POST" } },
];

/** What happens to it. */
export const FAULT_EFFECTS: readonly Choice<Fault["effect"]>[] = [
  {
    label: "429, too many requests",
    value: { kind: "status", status: 429, headers: { "Retry-After": "1" } },
  },
  { label: "500, internal error", value: { kind: "status", status: 500 } },
  { label: "400, AS.0003 (locked)", value: { kind: "status", status: 400, code: "AS.0003" } },
  { label: "403, AS.0011 (role missing)", value: { kind: "status", status: 403, code: "AS.0011" } },
  { label: "answered after 5 seconds", value: { kind: "delay", ms: 5000 } },
  { label: "connection reset, not carried out", value: { kind: "reset" } },
  { label: "carried out, answer lost", value: { kind: "lost" } },
  { label: "carried out, answer malformed", value: { kind: "malformed" } },
  { label: "carried out, answer truncated", value: { kind: "truncated" } },
];

const LABELLED_CALLS = new Map(FAULT_CALLS.map(({ label, value }) => [JSON.stringify(value), label]));

function callWords({ nth: _nth, ...match }: Fault["match"]): string {
  const label = LABELLED_CALLS.get(JSON.stringify(match));
  if (label !== undefined) return label;
  const { service = "", method = "", path = "" } = match;
  return [service, method, path].filter((part) => part !== "").join(" ") || "any call";
}

function effectWords(effect: Fault["effect"]): string {
  switch (effect.kind) {
    case "status":
      return [`status ${String(effect.status)}`, ...(effect.code === undefined ? [] : [effect.code])].join(
        " ",
      );
    case "delay":
      return `delayed by ${String(effect.ms)} ms`;
    case "reset":
      return "connection reset";
    case "lost":
    case "malformed":
    case "truncated":
      return `answer ${effect.kind}`;
  }
}

/** A fault that was set. */
export interface FaultView {
  readonly id: string;
  readonly sentence: string;
  /** It will meet no more calls. */
  readonly spent: boolean;
}

/** A fault as the list shows it. */
export function faultView({ id, match, effect, times = 1, hits }: Fault): FaultView {
  const nth = match.nth === undefined || match.nth === 1 ? "" : `, from call ${String(match.nth)} on`;
  return {
    id,
    sentence: `${callWords(match)}: ${effectWords(effect)}${nth}; met ${String(hits)} of ${String(times)}`,
    spent: hits >= times,
  };
}
