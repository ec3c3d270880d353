/** The arguments of a kind of resource as one table, and the ways to read them. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import { id, integer, text } from "../codec/scalar";
import {
  defaulted,
  type Members,
  optional,
  partOf,
  readableMembers,
  required,
  structure,
} from "../codec/structure";
import { mismatches } from "../decode";
import { duration } from "../duration";
import { type AsError, malformed } from "../error";
import { recordOf } from "../record";
import { hasUnknown } from "../unknown";

/** How long each operation may take, in seconds; 0 does not wait. */
export interface Timeouts {
  readonly create: number;
  readonly update: number;
  readonly delete: number;
}

/** What every kind of resource has. */
export interface OwnArguments {
  /** The resource's own URN, passed by the resource. */
  readonly selfUrn: string;
  /** Moves on when the resource is replaced. */
  readonly nameGeneration: number;
  readonly timeouts: Timeouts;
  /** The live object that a new resource takes over instead of creating one. */
  readonly adoptId?: string;
}

/** Names that the resource fills in, not the program. */
export const filledNames = ["selfUrn", "nameGeneration"] as const satisfies readonly (keyof OwnArguments)[];

/** Ten minutes. */
export const DEFAULT_TIMEOUT_SECONDS = 600;

const timeouts: Members<Timeouts> = {
  create: defaulted(duration, DEFAULT_TIMEOUT_SECONDS),
  update: defaulted(duration, DEFAULT_TIMEOUT_SECONDS),
  delete: defaulted(duration, DEFAULT_TIMEOUT_SECONDS),
};

/** The names inside `timeouts`. */
export const timeoutNames = Object.keys(timeouts);

/** The part of the table that every kind has. */
export const ownMembers: Members<OwnArguments> = {
  selfUrn: required(text((value) => value.startsWith("urn:"), "the resource's own URN")),
  nameGeneration: required(integer(0, Number.MAX_SAFE_INTEGER)),
  timeouts: defaulted(structure<Timeouts>("an object with create, update and delete", timeouts), {
    create: DEFAULT_TIMEOUT_SECONDS,
    update: DEFAULT_TIMEOUT_SECONDS,
    delete: DEFAULT_TIMEOUT_SECONDS,
  }),
  adoptId: optional(id("the id of an object that exists")),
};

/** Arguments of which some are not known yet. */
export interface KnownArguments<Args> {
  readonly known: Partial<Args>;
  /** The arguments that hold an unknown value anywhere. */
  readonly unknown: readonly (keyof Args & string)[];
}

/** The arguments of one kind of resource. */
export interface ArgumentTable<Args> {
  readonly members: Members<Args>;
  /** The names of the table, in its order. */
  readonly names: readonly (keyof Args & string)[];
  /** Reads all arguments; members that are not arguments are ignored. */
  readonly decode: (raw: unknown) => E.Either<AsError, Args>;
  /** Reads the arguments of a preview: those that are known entirely, and the names of the others. */
  readonly known: (raw: unknown) => E.Either<AsError, KnownArguments<Args>>;
  /** Every argument that can be read out of a recorded state. */
  readonly readable: (raw: unknown) => Partial<Args>;
}

/**
 * A table with its readers.
 *
 * @param whole such as `an object with the arguments of an AS policy`
 */
export const argumentTable = <Args>(whole: string, members: Members<Args>): ArgumentTable<Args> => {
  const names = Object.keys(members) as (keyof Args & string)[];
  return {
    members,
    names,
    decode: (raw) =>
      pipe(
        structure<Args>(whole, members).decode(raw),
        E.mapLeft((errors) => malformed("arguments", mismatches(errors))),
      ),
    known: (raw) => {
      const given = recordOf(raw);
      const unknown = names.filter((name) => hasUnknown(given[name]));
      return pipe(
        partOf<Args>(
          whole,
          members,
          names.filter((name) => !unknown.includes(name)),
        ).decode(raw),
        E.bimap(
          (errors) => malformed("arguments", mismatches(errors)),
          (known) => ({ known, unknown }),
        ),
      );
    },
    readable: readableMembers<Args>(members),
  };
};
