/** What an error has to tell, so that a person could go on by hand. */
import { expect } from "vitest";
import type { HttpRequest } from "../../../provider/api/http";
import { KILLED } from "../../support/engine";
import type { SharedWorld } from "../../support/simulated";
import type { Accident, Observed } from "./accident";
import { look } from "./look";

const JOURNAL_TAG = "pulumi-drain";

/** A delete belongs to a destroy, or to an `up` that replaces. */
const nextRun = (message: string): RegExp =>
  message.includes(": deleting ") ? /run the same `pulumi` command again/ : /run `pulumi up` again/;

/** An address may serve several operations, and a fault for good meets them all. */
const operationsMet = ({ calls }: Observed, { at }: Accident): readonly string[] => {
  const met = calls[at - 1];
  const isMet = ({ method, url }: HttpRequest): boolean => method === met?.method && url === met.url;
  return calls
    .slice(at - 1)
    .filter(isMet)
    .map(({ operation }) => operation);
};

const lineOf = (message: string, title: string): string =>
  message.split("\n").find((line) => line.startsWith(`  ${title}: `)) ?? "";

/** The journal is on the group: the error says what is done and what is not, and that the next run completes it. */
const expectDrainAccount = (message: string): void => {
  expect(message).toMatch(/^AS group \S+ \(id \S+\): the drain was interrupted: /);
  expect(lineOf(message, "done")).toMatch(/^ {2}done: write the drain journal/);
  expect(lineOf(message, "not done")).toMatch(/remove the drain journal$/);
  expect(message).toContain("the drain journal on the group holds what is to be restored");
  expect(message).toContain("run `pulumi up` again: it completes the drain, or undoes it");
};

/** If the command failed, its error names the object, the step and what to do next, and gives nothing away. */
export const expectAccount = (
  world: SharedWorld,
  command: "up" | "destroy",
  observed: Observed,
  accident: Accident,
  subject = /^AS group web\S*( \(id \S+\))?: /,
): void => {
  const { failure: message } = observed.ended;
  if (message === undefined || message === KILLED) return;
  expect(message).toMatch(subject);
  expect(operationsMet(observed, accident).filter((operation) => message.includes(operation))).not.toEqual(
    [],
  );
  expect(message).toMatch(nextRun(message));
  const [group] = look(world).groups;
  if (command === "up" && group !== undefined && JOURNAL_TAG in group.tags) expectDrainAccount(message);

  for (const secret of [world.simulator.credentials.password, ...observed.tokens])
    expect(message).not.toContain(secret);
  // Bodies of the service are JSON, and their names have underscores.
  expect(message).not.toMatch(/[{}]|[a-z]_[a-z]/);
};
