/** Arguments of components: what is known is checked at once, the rest when it comes. */
import * as pulumi from "@pulumi/pulumi";
import type { CheckFailure } from "../provider/core/check/failure";
import { isRecord, recordOf, type UnknownRecord } from "../provider/core/record";
import { hasUnknown, UNKNOWN } from "../provider/core/unknown";
import { refuseIfWrong } from "./refusal";

/** A component that is being declared. */
export interface Declaring {
  readonly component: pulumi.ComponentResource;
  /** Name of the component's class. */
  readonly title: string;
  readonly name: string;
}

/** What is wrong with arguments. In the place of those that are not known yet stands `UNKNOWN`. */
export type CheckArguments = (given: UnknownRecord) => readonly CheckFailure[];

/** Hands a value on, once it is certain that all arguments are sound. */
export type Checked = <T>(value: pulumi.Input<T>) => pulumi.Input<T>;

/** The value, or `UNKNOWN` for an output or a promise. */
export const knownOf = (value: unknown): unknown =>
  pulumi.Output.isInstance(value) || value instanceof Promise ? UNKNOWN : value;

/** The value with `UNKNOWN` in the place of outputs and promises. */
export function knownPart(value: unknown): unknown {
  const known = knownOf(value);
  if (Array.isArray(known)) return known.map(knownPart);
  if (!isRecord(known)) return known;
  // No argument, but an easy mistake; it leads back to itself by way of its parent.
  if (pulumi.Resource.isInstance(known)) return {};
  return Object.fromEntries(Object.entries(known).map(([name, member]) => [name, knownPart(member)]));
}

/**
 * Checks the arguments of a component.
 *
 * @returns what lets values through that the children need: at once, or when the last argument has come and is sound
 * @throws pulumi.ResourceError when something that is known is wrong
 */
export function checkedArguments(
  { component, title, name }: Declaring,
  args: object,
  check: CheckArguments,
): Checked {
  const known = recordOf(knownPart(args));
  refuseIfWrong(component, title, name, check(known));
  if (!hasUnknown(known)) return (value) => value;
  const sound = pulumi.output(args).apply((all) => {
    refuseIfWrong(component, title, name, check(recordOf(all)));
  });
  return <T>(value: pulumi.Input<T>): pulumi.Input<T> =>
    pulumi.all([pulumi.output(value), sound]).apply(([sure]) => sure as T);
}
