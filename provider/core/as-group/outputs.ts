/**
 * The recorded outputs of a group: the arguments as the program wrote them, overlaid with the live group.
 *
 * A live value that means the same as the argument keeps the argument's form, so that neither a refresh nor the next
 * preview sees a difference that is none.
 */
import { isRecord, membersGiven, recordOf } from "../record";
import { refreshedNames, type Place } from "../resource/outputs";
import { readableArguments } from "./readable";
import { fieldNames, fields, type Field } from "./fields";
import { gainedTags } from "./gained";
import type { AsGroup, Tags } from "./model";
import { isRecorded } from "../resource/recorded";
import { recordedAsGroup } from "./recorded";
import { userTags } from "./tag-changes";

type Bag = Readonly<Record<string, unknown>>;

/** Arguments that steer this package and are not part of the group. */
const ownArguments = [
  "selfUrn",
  "nameGeneration",
  "enable",
  "timeouts",
  "desireInstanceNumberMode",
  "refreshOnConfigurationChange",
  "deleteMode",
  "lockedChange",
  "drain",
  "waitFor",
  "adoptId",
  "initialLifecycleHooks",
] as const;

const asOutput = (live: AsGroup): Bag => ({
  ...live,
  networks: live.networks.map((network) => ({ ...network })),
});

/** The live values, each in the argument's form where it means the same. */
const inArgumentForm = (bag: Bag, live: AsGroup): Bag => {
  const args = readableArguments(bag);
  const context = { zonesAreOrdered: live.multiAzPriorityPolicy === "PICK_FIRST", balanced: false };
  const kept = fieldNames.filter((name) => {
    const field = fields[name] as Field<unknown>;
    return args[name] !== undefined && bag[name] !== undefined && field.same(args[name], live[name], context);
  });
  return Object.fromEntries(kept.map((name) => [name, bag[name]]));
};

const sameTags = (one: unknown, other: Tags): boolean =>
  isRecord(one) &&
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(other).every(([key, value]) => one[key] === value);

/** The compared arguments that the inputs set. */
export const managed = (inputs: Bag): readonly string[] =>
  [...fieldNames, "tags"].filter((name) => inputs[name] !== undefined && inputs[name] !== null).sort();

/**
 * The arguments that have just been applied. A live value that differs already was changed by somebody else: recorded,
 * it would pass for an edit that takes the program's value back, and the engine would see no reason to update.
 */
const applied = (bag: Bag): Bag =>
  Object.fromEntries(
    managed(bag)
      .filter((name) => name !== "desireInstanceNumber")
      .map((name) => [name, bag[name]]),
  );

/**
 * The outputs after create or update.
 *
 * @param inputs the checked inputs that have just been applied
 * @param live the group afterwards; undefined when it exists but could not be read
 */
export const outputsOf = (inputs: Bag, live: AsGroup | undefined, place: Place): Record<string, unknown> => {
  const { __provider: _, ...bag } = inputs;
  const desired = inputs["desireInstanceNumber"];
  return membersGiven({
    ...bag,
    ...(live === undefined ? {} : { ...asOutput(live), ...applied(bag) }),
    ...place,
    managedArguments: managed(bag),
    ...(typeof desired === "number" ? { appliedDesireInstanceNumber: desired } : {}),
  });
};

/** A live value as an argument: the listener of a pool is found by the service, and cannot be given. */
const asInput = (name: string, value: unknown): unknown =>
  name === "lbaasListeners" && Array.isArray(value)
    ? value.map((listener: unknown) => {
        const { listenerId: _, ...given } = recordOf(listener);
        return given;
      })
    : value;

/** What a refresh reports: outputs with the live values, and the inputs that would make them. */
export const refreshed = (
  outputs: Bag,
  live: AsGroup,
  tags: Tags,
  place: Place,
): { readonly outputs: Record<string, unknown>; readonly inputs: Record<string, unknown> } => {
  const { __provider: _, ...bag } = outputs;
  const recorded = recordedAsGroup(bag);
  const inForm = inArgumentForm(bag, live);
  const gained = gainedTags(recorded, tags);
  const hasGainedTags = Object.keys(gained).length > 0;
  const names = isRecorded(bag)
    ? refreshedNames({ tags: {}, ...bag }, [...Object.keys(inForm), ...(hasGainedTags ? ["tags"] : [])])
    : managed({ ...asOutput(live), tags: userTags(tags) });
  // Other tags than those are not the program's.
  const liveTags = hasGainedTags ? gained : userTags(tags);
  const values: Bag = {
    ...asOutput(live),
    ...inForm,
    tags: names.includes("tags") ? (sameTags(bag["tags"], liveTags) ? bag["tags"] : liveTags) : undefined,
  };
  const own = {
    ...Object.fromEntries(ownArguments.map((name) => [name, bag[name]])),
    ...enableInput(bag, live),
  };
  const desired = names.includes("desireInstanceNumber") ? desiredInput(bag, live) : undefined;
  const inputs = membersGiven({
    ...own,
    vpcId: live.vpcId,
    scalingGroupName: live.scalingGroupName,
    ...Object.fromEntries(names.map((name) => [name, asInput(name, values[name])])),
    desireInstanceNumber: desired,
  });
  return {
    inputs,
    outputs: membersGiven({
      ...bag,
      ...own,
      ...values,
      ...place,
      managedArguments: names,
      gainedArguments: undefined,
    }),
  };
};

/** Somebody paused or resumed the group: then the argument says so; a group in ERROR says nothing about it. */
const enableInput = (bag: Bag, live: AsGroup): Bag => {
  const wanted = bag["enable"] !== false;
  const enabled = live.scalingGroupStatus === "INSERVICE" || (live.scalingGroupStatus !== "PAUSED" && wanted);
  return enabled === wanted ? {} : { enable: enabled };
};

/**
 * The desired number belongs to AS unless the program enforces it: what policies did is no drift, so a refresh keeps
 * the program's own number.
 */
const desiredInput = (bag: Bag, live: AsGroup): unknown =>
  bag["desireInstanceNumberMode"] === "enforce"
    ? live.desireInstanceNumber
    : (bag["appliedDesireInstanceNumber"] ?? live.desireInstanceNumber);
