/** Lifecycle hooks that a group has before its first instance comes. */
import type { CheckFailure } from "../check/failure";
import { type Decoder } from "../codec/decoder";
import { list } from "../codec/list";
import { type Members, required, structure } from "../codec/structure";
import { hookMembers, hookName } from "./arguments";
import type { LifecycleHookSettings } from "./model";

/** A hook with its name. It has no URN from which a name could be derived. */
export interface InitialLifecycleHook extends LifecycleHookSettings {
  readonly lifecycleHookName: string;
}

/** AS.7038. */
const MAX_HOOKS = 5;

const members: Members<InitialLifecycleHook> = { lifecycleHookName: required(hookName), ...hookMembers };

/** The names inside one hook. */
export const initialHookNames = Object.keys(members);

/** The argument of a group. */
export const initialHooks: Decoder<readonly InitialLifecycleHook[]> = list(
  structure<InitialLifecycleHook>("an object that describes a lifecycle hook", members),
  0,
  MAX_HOOKS,
  `a list of at most ${MAX_HOOKS} lifecycle hooks`,
);

/** AS.7041: the name of a hook is its key in the group. */
export const repeatedHookNames = (
  property: string,
  hooks: readonly InitialLifecycleHook[],
): readonly CheckFailure[] => {
  const names = hooks.map(({ lifecycleHookName }) => lifecycleHookName);
  return names.flatMap((name, index) =>
    names.indexOf(name) === index
      ? []
      : [
          {
            property: `${property}[${index}].lifecycleHookName`,
            reason: `${property}[${index}].lifecycleHookName repeats the name ${name} of another hook of the group`,
          },
        ],
  );
};
