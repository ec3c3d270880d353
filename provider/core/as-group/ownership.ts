/**
 * Finding our own group again after an interrupted create: the answer was lost, or the process was killed before the
 * engine could record the id.
 *
 * Group names are not unique in AS. A physical name that was derived from the resource's URN is unique enough by
 * itself; under a name that the user chose, a group is ours only if it is what this program would have created.
 */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { stopped, type AsError } from "../error";
import { physicalName } from "../physical-name";
import type { AsGroupArguments } from "./arguments";
import { fieldNames, fields, type Field } from "./fields";
import type { AsGroup } from "./model";

const hasChosenName = (args: AsGroupArguments): boolean =>
  args.scalingGroupName !== physicalName(args.selfUrn, args.nameGeneration);

/** Policies and people may have moved the numbers since; everything else must be as the program wants it. */
const moving = new Set(["desireInstanceNumber", "minInstanceNumber", "maxInstanceNumber"]);

const isAsCreated = (args: AsGroupArguments, group: AsGroup): boolean => {
  const context = { zonesAreOrdered: args.multiAzPriorityPolicy === "PICK_FIRST", balanced: false };
  return fieldNames
    .filter((name) => !moving.has(name) && args[name] !== undefined)
    .every((name) => (fields[name] as Field<unknown>).same(args[name], group[name], context));
};

const isOurs = (args: AsGroupArguments, group: AsGroup): boolean =>
  group.vpcId === args.vpcId && (!hasChosenName(args) || isAsCreated(args, group));

/**
 * Which of the groups of our name is the one that an earlier run of this program created.
 *
 * @param excluded id of the group that is being replaced; under a chosen name it looks like ours
 */
export const ownAmong = (
  groups: readonly AsGroup[],
  args: AsGroupArguments,
  excluded: string | undefined,
): E.Either<AsError, O.Option<AsGroup>> => {
  const ours = groups.filter(
    (group) =>
      group.scalingGroupId !== excluded &&
      group.scalingGroupStatus !== "DELETING" &&
      group.scalingGroupName === args.scalingGroupName &&
      isOurs(args, group),
  );
  return ours.length > 1
    ? E.left(
        stopped(
          `${ours.length} groups are named ${args.scalingGroupName} and look like this one: ` +
            ours.map(({ scalingGroupId }) => scalingGroupId).join(", "),
          ["delete those that you do not need and run `pulumi up` again", "choose another scalingGroupName"],
        ),
      )
    : E.right(O.fromNullable(ours[0]));
};

/** The body of the create operation. */
export const creationOf = (args: AsGroupArguments) => {
  const given = Object.fromEntries(
    fieldNames.filter((name) => args[name] !== undefined).map((name) => [name, args[name]]),
  );
  return {
    ...given,
    vpcId: args.vpcId,
    scalingGroupName: args.scalingGroupName,
    networks: args.networks,
    scalingConfigurationId: args.scalingConfigurationId,
  };
};
