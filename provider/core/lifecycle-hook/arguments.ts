/** The arguments of a lifecycle hook. */
import { id, integer, oneOf, text } from "../codec/scalar";
import { type Members, optional, required } from "../codec/structure";
import { argumentTable, type OwnArguments, ownMembers } from "../resource/arguments";
import type { DefaultResult, LifecycleHookSettings, LifecycleHookType } from "./model";

/** The decoded arguments. */
export interface LifecycleHookArguments extends OwnArguments, LifecycleHookSettings {
  readonly scalingGroupId: string;
  /** Filled in, or left to an adopted hook. */
  readonly lifecycleHookName?: string;
}

/** The longest name of a hook, in characters. */
export const LONGEST_HOOK_NAME = 32;

/** `GET …/{group}/list` is the listing: a hook of this name could never be read. */
const RESERVED_NAME = "list";

const MAX_METADATA = 256;

/** What a hook says about itself, without the group that it belongs to. */
export const hookMembers: Members<LifecycleHookSettings> = {
  lifecycleHookType: required(oneOf<LifecycleHookType>("INSTANCE_LAUNCHING", "INSTANCE_TERMINATING")),
  defaultResult: optional(oneOf<DefaultResult>("ABANDON", "CONTINUE")),
  defaultTimeout: optional(integer(60, 86_400)),
  notificationTopicUrn: required(id("the URN of an SMN topic")),
  notificationMetadata: optional(
    text(
      (value) => value.length <= MAX_METADATA && !/[<>&'(){}]/.test(value),
      `at most ${MAX_METADATA} characters, none of < > & ' ( ) { }`,
    ),
  ),
};

/** The name of a hook. */
export const hookName = text(
  (value) => /^[A-Za-z0-9_-]{1,32}$/.test(value) && value !== RESERVED_NAME,
  `1 to ${LONGEST_HOOK_NAME} characters of A-Z a-z 0-9 _ -, and not "${RESERVED_NAME}"`,
);

/** The table. */
export const lifecycleHookTable = argumentTable<LifecycleHookArguments>(
  "an object with the arguments of a lifecycle hook",
  {
    ...ownMembers,
    scalingGroupId: required(id("the id of an AS group")),
    lifecycleHookName: optional(hookName),
    ...hookMembers,
  },
);
