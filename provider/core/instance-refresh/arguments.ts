/** The arguments of an instance refresh. */
import * as E from "fp-ts/Either";
import * as t from "io-ts";
import { pipe } from "fp-ts/function";
import { type Decoder, decoder } from "../codec/decoder";
import { id, text } from "../codec/scalar";
import { type Members, optional, partOf, readableMembers, required, structure } from "../codec/structure";
import { mismatches } from "../decode";
import { type AsError, malformed } from "../error";
import { isRecord, recordOf, type UnknownRecord } from "../record";
import { hasUnknown } from "../unknown";
import { mannerMembers, type RefreshManner } from "./manner";

/** The decoded arguments, with their defaults. */
export interface InstanceRefreshArguments extends RefreshManner {
  /** The resource's own URN, passed by the resource. */
  readonly selfUrn: string;
  readonly scalingGroupId: string;
  /** Whatever the program names: only that it changes counts. */
  readonly triggers?: UnknownRecord;
}

/** The name of an argument. */
export type RefreshArgumentName = keyof InstanceRefreshArguments;

const anyObject: Decoder<UnknownRecord> = decoder("an object of any values", (value, context) =>
  isRecord(value) ? t.success(value) : t.failure(value, context),
);

/** The table. */
export const refreshMembers: Members<InstanceRefreshArguments> = {
  selfUrn: required(text((value) => value.startsWith("urn:"), "the resource's own URN")),
  scalingGroupId: required(id("the id of an AS group")),
  triggers: optional(anyObject),
  ...mannerMembers,
};

/** The names of the table, in its order. */
export const refreshArgumentNames = Object.keys(refreshMembers) as readonly RefreshArgumentName[];

const WHOLE = "an object with the arguments of an instance refresh";

/** Reads all arguments; members that are not arguments are ignored. */
export const decodeRefreshArguments = (raw: unknown): E.Either<AsError, InstanceRefreshArguments> =>
  pipe(
    structure<InstanceRefreshArguments>(WHOLE, refreshMembers).decode(raw),
    E.mapLeft((errors) => malformed("arguments", mismatches(errors))),
  );

/** Reads the arguments of a preview that are known entirely. */
export const knownRefreshArguments = (raw: unknown): E.Either<AsError, Partial<InstanceRefreshArguments>> => {
  const given = recordOf(raw);
  const known = refreshArgumentNames.filter((name) => !hasUnknown(given[name]));
  return pipe(
    partOf(WHOLE, refreshMembers, known).decode(raw),
    E.mapLeft((errors) => malformed("arguments", mismatches(errors))),
  );
};

/** Every argument that can be read out of a recorded state. */
export const readableRefreshArguments: (raw: unknown) => Partial<InstanceRefreshArguments> =
  readableMembers<InstanceRefreshArguments>(refreshMembers);
