/** Refusals of claims: which pass by themselves, and what a person has to do about the others. */
import { handled } from "../as-code/handling";
import { type Unattachable, unattachable } from "../as-group/unattachable";
import { type AsError, hasCode, stopped } from "../error";

/** Another writer holds the group, it changes its status, or an instance is about to be as the batch needs it. */
export const passes = (error: AsError): boolean => {
  if (hasCode(error, ...handled.busy.codes)) return true;
  if (error._tag !== "Refused" || !hasCode(error, ...handled.batchRefused.codes)) return false;
  const instances = error.instances ?? [];
  return instances.length > 0 && instances.every(({ code }) => handled.instanceNotReady.codes.includes(code));
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
