/** Which quotas of the project are used up. */
import type { AsQuota } from "../../provider/core/as-quota/model";
import { fine, type Finding, warning } from "./finding";

const things: Readonly<Record<string, string>> = {
  scaling_Group: "AS groups",
  scaling_Config: "AS configurations",
  scaling_Policy: "AS policies of a group",
  scaling_Instance: "instances of a group",
  bandwidth_scaling_policy: "bandwidth scaling policies",
};

const nameOf = (type: string): string => things[type] ?? type;

/** Used up is no problem for what is there already. */
export const findingOfQuota = ({ type, used, quota }: AsQuota): Finding => {
  if (used === undefined) return fine(`${nameOf(type)}: at most ${quota}`);
  const count = `${nameOf(type)}: ${used} of ${quota}`;
  return used < quota
    ? fine(count)
    : warning(`${count}: no further one can be created`, [
        "delete what is no longer needed, or ask for a higher quota in the console (My Quota)",
        ...(type === "scaling_Config"
          ? [
              "a change of an AS configuration creates the new one before the old one is deleted, so leave one free",
            ]
          : []),
      ]);
};
