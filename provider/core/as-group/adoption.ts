/** Taking over a group that exists: what becomes of it, or why it stays with whoever has it. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import { stopped, type AsError } from "../error";
import { TAKE_OUT } from "../resource/adoption";
import { type Comparison, isUnchanged } from "./compare";
import { ownerOf } from "./journal-owner";
import type { AsGroup } from "./model";
import { foreignDrain } from "./plan-drain";
import { counted, type Plan } from "./step";

const obstacle = (comparison: Comparison, group: AsGroup, urn: string): O.Option<AsError> => {
  const { vpc } = comparison;
  const title = `AS group ${group.scalingGroupName} (${group.scalingGroupId})`;
  if (group.scalingGroupStatus === "DELETING")
    return O.some(stopped(`${title} is being deleted, so it cannot be adopted`, [TAKE_OUT]));
  if (vpc !== undefined)
    return O.some(
      stopped(
        `${title} is in VPC ${vpc.from}, the program says vpcId: ${vpc.to}; a VPC cannot change, and an adoption replaces nothing`,
        [`write the live VPC into the program: vpcId: ${vpc.from}`, TAKE_OUT],
      ),
    );
  return foreignDrain(comparison.journal, ownerOf(urn));
};

/** Lets pass a group that can be taken over without being replaced. */
export const adoptable = (comparison: Comparison, group: AsGroup, urn: string): E.Either<AsError, void> =>
  pipe(
    obstacle(comparison, group, urn),
    O.match(
      () => E.right(undefined),
      (error) => E.left(error),
    ),
  );

const tagDifference = ({ tags }: Comparison): readonly string[] => {
  const keys = new Set([...Object.keys(tags.put), ...tags.remove]);
  return keys.size === 0 ? [] : [`${counted(keys.size, "tag")} ${keys.size === 1 ? "differs" : "differ"}`];
};

const statusDifference = ({ status }: Comparison, group: AsGroup): readonly string[] =>
  status === undefined
    ? []
    : [`enable ${String(status === "pause")} → ${String(status === "resume")} (${group.scalingGroupStatus})`];

/** How program and live group differ. An argument that is not known before `up` is named. */
const differences = (comparison: Comparison, group: AsGroup, unknown: readonly string[]): string => {
  const found = [
    ...comparison.changes.map(({ field, from, to }) => `${field} ${from} → ${to}`),
    ...statusDifference(comparison, group),
    ...tagDifference(comparison),
    ...(O.isSome(comparison.journal) ? ["an interrupted drain is ended"] : []),
  ];
  const open = unknown.length === 0 ? [] : [`not known before up: ${unknown.join(", ")}`];
  if (found.length === 0) return ["nothing differs", ...open].join("; ");
  return [...found, ...open, "nothing else differs"].join("; ");
};

/** There is more to it than writing what differs. */
const isMoreThanWrites = ({ steps, complete }: Plan): boolean =>
  !complete || steps.some(({ _tag }) => _tag !== "Modify" && _tag !== "PutTags" && _tag !== "RemoveTags");

/** What the preview says about an adoption. */
export const describeAdoption = (
  comparison: Comparison,
  group: AsGroup,
  unknown: readonly string[],
  plan: Plan,
  follows: O.Option<string>,
): readonly string[] => [
  `adopts AS group ${group.scalingGroupName} (${group.scalingGroupId}): ${differences(comparison, group, unknown)}`,
  ...(!isUnchanged(comparison) && isMoreThanWrites(plan) ? [`plan: ${plan.summary}`] : []),
  ...(O.isSome(follows) ? [`then: ${follows.value}`] : []),
];
