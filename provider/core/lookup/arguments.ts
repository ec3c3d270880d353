/** Arguments of look-ups: what is wrong with them, in the words in which the arguments of resources are judged. */
import * as E from "fp-ts/Either";
import { checkNames } from "../check/names";
import { valueFailures } from "../check/values";
import { type Decoder, refine } from "../codec/decoder";
import { oneOf, text } from "../codec/scalar";
import { type Members, structure } from "../codec/structure";
import { recordOf } from "../record";

/** How the arguments of a look-up are read. */
export interface LookupArguments<Args> {
  readonly members: Members<Args>;
  /** What is wrong with arguments each of which is right. */
  readonly rules?: (args: Args) => readonly string[];
}

/** Reads the arguments, or tells everything that is wrong with them. */
export const readArguments = <Args>(
  name: string,
  { members, rules }: LookupArguments<Args>,
  raw: unknown,
): E.Either<readonly string[], Args> => {
  const given = recordOf(raw);
  const names = Object.keys(members) as (keyof Args & string)[];
  const failures = [
    ...checkNames({ resource: name, writable: names, own: [], nested: {}, outputs: [] }, given),
    // Nothing but ids, names and words of the API can be asked for.
    ...names.flatMap((argument) => valueFailures(members, argument, given, { mayBeShown: true })),
  ].map(({ reason }) => reason);
  const args = structure<Args>("", members).decode(given);
  if (failures.length > 0 || E.isLeft(args)) return E.left(failures);
  const broken = rules?.(args.right) ?? [];
  return broken.length > 0 ? E.left(broken) : E.right(args.right);
};

/** An argument by which a listing is narrowed: text that is not blank. */
export const filter = (name: string): Decoder<string> => text((value) => value.trim() !== "", name);

/** A moment as the filters of logs take it. */
export const moment: Decoder<string> = refine(
  text((value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value), "a UTC time such as 2026-01-31T12:00:00Z"),
  (value) => !Number.isNaN(Date.parse(value)),
  "a UTC time such as 2026-01-31T12:00:00Z",
);

/** An object that is looked up by its ID or by its name: exactly one of the two. */
export const byIdOrName =
  (idArgument: string, nameArgument: string) =>
  (args: object): readonly string[] => {
    const given = [idArgument, nameArgument].filter((argument) => argument in args);
    return given.length === 1 ? [] : [`give either ${idArgument} or ${nameArgument}`];
  };

/** What policies act upon. */
export const scalingResourceType = oneOf("SCALING_GROUP", "BANDWIDTH");
