/** The id of a lifecycle hook in Pulumi: the service knows it by its group and its name. */

/** The two parts. */
export interface HookKey {
  readonly scalingGroupId: string;
  readonly lifecycleHookName: string;
}

/** Such as `77a7a397-…/drain`. */
export const hookId = ({ scalingGroupId, lifecycleHookName }: HookKey): string =>
  `${scalingGroupId}/${lifecycleHookName}`;

/** The parts of an id; none of what has another form. */
export const hookKeyOf = (id: string): HookKey | undefined => {
  const [scalingGroupId = "", lifecycleHookName = "", ...more] = id.split("/");
  return scalingGroupId === "" || lifecycleHookName === "" || more.length > 0
    ? undefined
    : { scalingGroupId, lifecycleHookName };
};
