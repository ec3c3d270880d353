/** Refusals of claims: which pass by themselves, and what a person has to do about the others. */
import { type Unattachable, unattachable } from "../as-group/unattachable";
import { type AsError, hasCode, stopped } from "../error";

/** Codes of single instances that pass: not in service yet, not running yet, or a member since we looked. */
const PASSING = ["AS.4015", "AS.4023", "AS.4024"];

const BATCH_CODES = ["AS.4029", "AS.4030", "AS.4033"];

/** Another writer holds the group, it changes its status, or an instance is about to be as the batch needs it. */
export const passes = (error: AsError): boolean => {
  if (hasCode(error, "AS.0003", "AS.2033")) return true;
  if (error._tag !== "Refused" || !hasCode(error, ...BATCH_CODES)) return false;
  const instances = error.instances ?? [];
  return instances.length > 0 && instances.every(({ code }) => PASSING.includes(code));
};

const ways: Readonly<Record<string, string>> = {
  "AS.4006": "take it out of instanceIds",
  "AS.4020": "add its zone to availableZones of the group, or take it out of instanceIds",
  "AS.4021": "use an ECS in the VPC of the group",
  "AS.4027": "take it out of the other group first: an ECS is in one group at most",
};

const wayFor = ({ id, code }: Unattachable): string => `${id}: ${ways[code] ?? "take it out of instanceIds"}`;

/** The error of an attachment, in words about the instances if they are to blame. */
export const explainUnattachable = (error: AsError): AsError => {
  const lost = unattachable(error);
  return lost.length === 0
    ? error
    : stopped(
        lost
          .map(({ id, reason, code }) => `instance ${id} cannot be attached, because ${reason} (${code})`)
          .join("; "),
        lost.map(wayFor),
      );
};

/** That instances cannot be protected. */
export const notMembers = (ids: readonly string[]): AsError =>
  stopped(
    `${ids.length === 1 ? "instance" : "instances"} ${ids.join(", ")} ${ids.length === 1 ? "is" : "are"} not in the group, and only members can be protected (AS.4006)`,
    [
      "take what is not in the group out of instanceIds",
      "to protect an instance that is attached by the same program, give instanceIds of its InstanceAttachment",
    ],
  );
