/** The declaration of a live AS group. */
import { argumentNames, members } from "../../provider/core/as-group/arguments";
import { check } from "../../provider/core/as-group/check";
import { fieldNames } from "../../provider/core/as-group/fields";
import type { AsGroup, LbaasListener, Network, Tags } from "../../provider/core/as-group/model";
import { userTags } from "../../provider/core/as-group/tag-changes";
import { accepted, ANY_URN, argumentsOf } from "./arguments";
import { type Declaration, PROTECTED } from "./declaration";

const networkOf = ({ id, ipv6Enable, ipv6Bandwidth }: Network): object => ({
  id,
  ...(ipv6Enable ? { ipv6Enable } : {}),
  ipv6Bandwidth,
});

const listenerOf = ({ poolId, protocolPort, weight }: LbaasListener): object => ({
  poolId,
  protocolPort,
  weight,
});

/** The number belongs to AS and its policies, so a program that fixes it would take it back. */
const written = fieldNames.filter((name) => name !== "desireInstanceNumber");

const fieldsOf = (group: AsGroup): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(written.map((name) => [name, group[name]])),
  networks: group.networks.map(networkOf),
  lbaasListeners: group.lbaasListeners.map(listenerOf),
});

/** The group with its tags. Every field is written, so that drift of every field is seen. */
export const declareGroup = (group: AsGroup, tags: Tags): Declaration => {
  const whole = argumentsOf(argumentNames, {
    ...fieldsOf(group),
    vpcId: group.vpcId,
    ...(group.scalingGroupStatus === "PAUSED" ? { enable: false } : {}),
    tags: userTags(tags),
  });
  const { args, notes, lacking } = accepted(
    members,
    whole,
    (given) => check({}, { ...given, selfUrn: ANY_URN }, 0).failures,
  );
  return {
    resource: "AsGroup",
    id: group.scalingGroupId,
    name: group.scalingGroupName,
    args,
    options: PROTECTED,
    lacking,
    notes: [
      ...(group.scalingGroupStatus === "ERROR" ? ["The group is in ERROR: the first up resumes it."] : []),
      ...notes,
      `AS and its policies decide the number of instances (now ${group.desireInstanceNumber}).`,
    ],
    secrets: [],
  };
};
