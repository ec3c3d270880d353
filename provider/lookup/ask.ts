/** How a program asks: what answers is loaded with the first question. */
import * as pulumi from "@pulumi/pulumi";
import type * as lookups from "../runtime/lookup";
import type { Asker } from "../runtime/lookup/answer";

/** The look-ups that can be asked for. */
type Lookups = typeof lookups;

/**
 * A value that belongs to the program. It is nobody else's, so that the program may change it, and pass its lists on to
 * where lists that may be changed are wanted.
 */
export type Own<A> = A extends string
  ? A
  : A extends readonly (infer Entry)[]
    ? Own<Entry>[]
    : A extends object
      ? { -readonly [Member in keyof A]: Own<A[Member]> }
      : A;

/** Arguments that may be results of resources. */
export type Inputs<Args> = { readonly [Name in keyof Args]: pulumi.Input<Args[Name]> };

const asker: Asker = {
  // `pulumi.Config` would warn that a password is read as plain text; that is what signing in needs.
  configuration: (key) => pulumi.runtime.getConfig(key),
  warn: (warning) => void pulumi.log.warn(warning),
};

/** The answer to a look-up. */
type Answer<Name extends keyof Lookups> = Own<Awaited<ReturnType<Lookups[Name]>>>;

/** Asks; the promise is rejected with an explanation when there is no answer. */
export const ask = async <Name extends keyof Lookups>(name: Name, args: object): Promise<Answer<Name>> => {
  const { [name]: lookUp } = await import("../runtime/lookup/index.js");
  // Which look-up answers is decided by its name, and so is what it answers.
  return (await lookUp(args, asker)) as Answer<Name>;
};

/** The same look-up on arguments that may become known later. */
export const output = <Args extends object, Result>(
  lookUp: (args: Args) => Promise<Result>,
  args: Inputs<Args>,
): pulumi.Output<Result> =>
  // Once they are known, the inputs are the arguments.
  pulumi.output(args as pulumi.Input<object>).apply((known) => lookUp(known as Args));
