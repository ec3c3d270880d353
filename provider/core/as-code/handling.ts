/**
 * What the package does by itself when the service answers a code. The code decides by these lists, and the error
 * catalogue of the guides is written from them.
 */

/** Codes that are answered in the same way. */
export interface Handling {
  readonly codes: readonly string[];
  /** Completes "the package …". */
  readonly does: string;
}

const handling = (does: string, ...codes: readonly string[]): Handling => ({ codes, does });

const GROUP_GONE =
  "counts the group as gone: `up` creates it anew, `refresh` takes it out of the state, `destroy` is done with it";

/** By what the code means for the operation at hand. A code may stand in several. */
export const handled = {
  // Refusals that pass.
  busy: handling("repeats the write until the time-out of the operation", "AS.0003", "AS.2033"),
  policyBusy: handling(
    "repeats the change or the deletion of a policy until the time-out of the operation",
    "AS.3038",
    "AS.0034",
  ),
  configurationInUse: handling(
    "repeats the deletion of the AS configuration until the time-out of the operation, then names the groups that use it",
    "AS.1006",
  ),
  scalingMeanwhile: handling(
    "waits until the scaling action has ended, then sends the change again",
    "AS.2047",
    "AS.2054",
  ),
  instanceNotReady: handling(
    "looks at the instances of an attachment or a protection again, and repeats what is missing until the time-out of the operation",
    "AS.4015",
    "AS.4023",
    "AS.4024",
  ),
  // What a refusal teaches about the service or the group.
  lockedAfterAll: handling(
    "treats what it took for settled (zones, weights and ports of attached pools) as dormant, and makes the plan anew under `lockedChange`",
    "AS.2030",
  ),
  keptWhilePaused: handling(
    "resumes a paused group that does not let its instances go, has AS scale it to zero, and pauses it again",
    "AS.2033",
    "AS.2020",
  ),
  drainMoved: handling(
    "looks at the group again during a drain, and plans what is left anew",
    "AS.0003",
    "AS.2010",
    "AS.2020",
    "AS.2033",
    "AS.2036",
    "AS.4006",
    "AS.4015",
    "AS.4030",
    "AS.2030",
  ),
  deletionMoved: handling(
    "looks at the group again during a deletion, and plans what is left anew",
    "AS.2020",
    "AS.2033",
    "AS.0003",
    "AS.4015",
    "AS.4030",
    "AS.2010",
  ),
  deletionNotEmpty: handling(
    'empties the group during a deletion, unless `deleteMode` is `"force"`: then it stops',
    "AS.2021",
  ),
  refreshMoved: handling(
    "looks at the group again during a refresh of instances, and goes on; five times in a row at most",
    "AS.0003",
    "AS.2005",
    "AS.2010",
    "AS.2020",
    "AS.2033",
    "AS.2036",
    "AS.4006",
    "AS.4015",
    "AS.4030",
  ),
  unattachable: handling(
    "does not try to attach the instance again: an `InstanceAttachment` stops and names it, a drain leaves it out",
    "AS.4006",
    "AS.4020",
    "AS.4021",
    "AS.4027",
  ),
  // Refusals of what has happened already.
  alreadySo: handling(
    "looks at the group or the policy when a pause or a resume is refused: one that is so already is a success",
    "AS.2033",
    "AS.2020",
  ),
  desiredUnchanged: handling(
    "takes it that an earlier attempt has set the number, and sends the rest of the change without it",
    "AS.2028",
  ),
  hookExists: handling(
    "leaves a hook of `initialLifecycleHooks` as it is when it is there already",
    "AS.7041",
  ),
  // A batch: each instance has a code of its own.
  batchRefused: handling("judges by the code of each instance", "AS.4029", "AS.4030", "AS.4033"),
  // Permissions.
  forbidden: handling(
    "does without what it can do without: groups are read one by one where they cannot be listed, tags that nobody manages are not read, and a preview does not look ahead; it stops at anything else",
    "AS.0011",
    "AS.0031",
  ),
  // Told by the status of the answer, whatever its code: 401, 5xx and 404. A contract test holds these codes to it.
  renewed: handling(
    "signs in anew and sends the request again, once; a token of your own and an access key cannot be renewed, so that it stops there",
    "AS.0005",
    "AS.0006",
  ),
  failedInside: handling(
    "repeats reads, modifications and deletions, at most four times, and goes on waiting where it waits; after a creation it looks for the object, takes it if it is there, and tries again if it is not",
    "AS.0001",
    "AS.0049",
  ),
  goneAnywhere: handling(
    "counts the object that the request addresses as gone: `up` creates it anew, `refresh` takes it out of the state, `destroy` is done with it; it stops where the request addresses none, as a listing or a creation does",
    "AS.0007",
  ),
  // A documented "does not exist" of what the path of the request names.
  groupGone: handling(GROUP_GONE, "AS.2007"),
  groupOfInstancesGone: handling(GROUP_GONE, "AS.4005", "AS.2007"),
  configurationGone: handling(
    "counts the AS configuration as gone when it reads or deletes it: `up` creates it anew, `refresh` takes it out of the state, `destroy` is done with it",
    "AS.1004",
  ),
  policyGone: handling(
    "counts the policy as gone: `up` creates it anew, `refresh` takes it out of the state, `destroy` is done with it",
    "AS.3020",
  ),
  policyResourceGone: handling(
    "takes it that there are no policies when it lists those of a group or a bandwidth; it stops when it creates one",
    "AS.3042",
    "AS.2007",
  ),
} as const satisfies Readonly<Record<string, Handling>>;
