/** What lifecycle hooks are looked up by. */
import { id } from "../codec/scalar";
import { required } from "../codec/structure";
import type { LookupArguments } from "./arguments";

/** Whose lifecycle hooks to list. */
export interface GetLifecycleHooksArgs {
  /** ID of the group. */
  readonly scalingGroupId: string;
}

export const lifecycleHooksArguments: LookupArguments<GetLifecycleHooksArgs> = {
  members: { scalingGroupId: required(id("the ID of an AS group")) },
};
