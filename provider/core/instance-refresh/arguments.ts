/** The arguments of an instance refresh. */
import * as t from "io-ts";
import { type Decoder, decoder } from "../codec/decoder";
import { id, text } from "../codec/scalar";
import { optional, required } from "../codec/structure";
import { isRecord, type UnknownRecord } from "../record";
import { argumentTable } from "../resource/arguments";
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
export const refreshTable = argumentTable<InstanceRefreshArguments>(
  "an object with the arguments of an instance refresh",
  {
    selfUrn: required(text((value) => value.startsWith("urn:"), "the resource's own URN")),
    scalingGroupId: required(id("the id of an AS group")),
    triggers: optional(anyObject),
    ...mannerMembers,
  },
);
