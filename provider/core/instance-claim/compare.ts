/** The comparison of a claim: what the program wants, what it held when it was last applied, and what is live. */
import { counted } from "../as-group/step";
import type { AsGroup, AsInstance } from "../as-group/model";
import { amongMembers, type Claim, isHeld, isStaying } from "./claim";

/** What differs, each instance by its id. */
export interface ClaimComparison {
  /** To be attached, or to be protected. */
  readonly grant: readonly string[];
  /** To be taken out, or to lose their protection: the program does not name them any more. */
  readonly withdraw: readonly string[];
  /** Of those to grant, the ones that somebody else took from the claim. */
  readonly drifted: readonly string[];
  /** Of a protection: instances that it held and that are not in the group any more. Nothing can be done for them. */
  readonly departed: readonly string[];
  /** Of a protection: instances that the program has newly named and that are not in the group. */
  readonly strangers: readonly string[];
}

/** Compares. */
export const compareClaim = (
  claim: Claim,
  wanted: readonly string[],
  recorded: readonly string[],
  members: readonly AsInstance[],
): ClaimComparison => {
  const idsOf = (is: (member: AsInstance) => boolean): ReadonlySet<string | undefined> =>
    new Set(members.filter(is).map(({ instanceId }) => instanceId));
  const held = idsOf((member) => isHeld(claim, member));
  const staying = idsOf(isStaying);
  const missing = wanted.filter((id) => !held.has(id));
  const grant = claim.kind === "attachment" ? missing : missing.filter((id) => staying.has(id));
  const absent = missing.filter((id) => !grant.includes(id));
  return {
    grant,
    withdraw: recorded.filter((id) => held.has(id) && !wanted.includes(id)),
    drifted: grant.filter((id) => recorded.includes(id)),
    departed: absent.filter((id) => recorded.includes(id)),
    strangers: absent.filter((id) => !recorded.includes(id)),
  };
};

/** Nothing is to be done on the group. */
export const isSatisfied = ({ grant, withdraw }: ClaimComparison): boolean =>
  grant.length === 0 && withdraw.length === 0;

/** Those of these instances of which the claim holds what it holds. */
export const heldAmong = (
  claim: Claim,
  ids: readonly string[],
  members: readonly AsInstance[],
): readonly string[] => amongMembers(ids, members, (member) => isHeld(claim, member));

/** What a refresh records of the instances that a claim held. One that has left stays with its protection until the program drops it. */
export const stillHeld = (
  claim: Claim,
  recorded: readonly string[],
  members: readonly AsInstance[],
): readonly string[] => {
  const { drifted } = compareClaim(claim, recorded, recorded, members);
  return recorded.filter((id) => !drifted.includes(id));
};

const named = (ids: readonly string[]): string => `instance${ids.length === 1 ? "" : "s"} ${ids.join(", ")}`;
const are = (ids: readonly string[]): string => (ids.length === 1 ? "is" : "are");

const ifAny = (ids: readonly string[], sentence: string): readonly string[] =>
  ids.length === 0 ? [] : [sentence];

/** What a preview says about changes that the program did not make. */
export const claimMessages = (
  { kind }: Claim,
  { drifted, departed, strangers }: ClaimComparison,
): readonly string[] => [
  ...ifAny(
    drifted,
    kind === "attachment"
      ? `changed outside of Pulumi: ${named(drifted)} ${are(drifted)} not in the group any more; up attaches ${drifted.length === 1 ? "it" : "them"} again`
      : `changed outside of Pulumi: ${named(drifted)} ${are(drifted)} not protected any more; up protects ${drifted.length === 1 ? "it" : "them"} again`,
  ),
  ...ifAny(
    departed,
    `${named(departed)} ${are(departed)} not in the group any more, so there is nothing to protect: take ${departed.length === 1 ? "it" : "them"} out of instanceIds`,
  ),
  ...ifAny(
    strangers,
    `${named(strangers)} ${are(strangers)} not in the group now: only members can be protected (AS.4006)`,
  ),
];

/**
 * What the live group does not allow an attachment to do. The same update may change the group before, so that a
 * preview can only warn.
 */
export const attachmentObstacles = (
  { grant, withdraw }: ClaimComparison,
  { scalingGroupStatus, minInstanceNumber, maxInstanceNumber }: AsGroup,
  members: readonly AsInstance[],
): readonly string[] => {
  const most = members.length + grant.length - withdraw.length;
  const least = members.length - withdraw.length;
  return [
    ...(grant.length > 0 && most > maxInstanceNumber
      ? [
          `the group has ${counted(members.length, "instance")}, with these it would have ${most}, but maxInstanceNumber is ${maxInstanceNumber} (AS.2035)`,
        ]
      : []),
    ...(withdraw.length > 0 && least < minInstanceNumber
      ? [
          `the group has ${counted(members.length, "instance")}, without those that leave ${least}, but minInstanceNumber is ${minInstanceNumber} (AS.2036)`,
        ]
      : []),
    ...(grant.length > 0 && scalingGroupStatus !== "INSERVICE"
      ? [`the group is ${scalingGroupStatus}: instances can only be attached to a group in service (AS.2033)`]
      : []),
  ];
};
