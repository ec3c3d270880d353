/** Why two groups cannot be switched, said before anything is touched. */
import * as E from "fp-ts/Either";
import { describeFacts, factsOf } from "../as-group/facts";
import { protectedIds } from "../as-group/members";
import type { AsGroup, AsInstance } from "../as-group/model";
import { stopped, type AsError } from "../error";
import type { Colour, Pair } from "./model";

const backends = ({ lbaasListeners, lbListenerId }: AsGroup): string =>
  [
    ...lbaasListeners.map(({ poolId, protocolPort }) => `${poolId}:${protocolPort}`),
    ...(lbListenerId ?? "").split(",").filter((id) => id !== ""),
  ]
    .sort()
    .join(", ");

const orNone = (text: string): string => (text === "" ? "none" : text);

const differences = ({ blue, green }: Pair): readonly string[] => [
  ...(blue.vpcId === green.vpcId ? [] : [`VPC ${blue.vpcId} and ${green.vpcId}`]),
  ...(backends(blue) === backends(green)
    ? []
    : [`load-balancer pools ${orNone(backends(blue))} and ${orNone(backends(green))}`]),
];

/** Two groups that serve the same, of which this one can grow. */
export const canServe = (pair: Pair, colour: Colour): E.Either<AsError, void> => {
  const unlike = differences(pair);
  if (unlike.length > 0)
    return E.left(
      stopped(`blue and green do not stand behind the same load balancer: ${unlike.join("; ")}`, [
        "give both groups the same VPC and the same pools",
      ]),
    );
  const status = pair[colour].scalingGroupStatus;
  if (status === "PAUSED" || status === "DELETING")
    return E.left(
      stopped(`${colour} cannot serve: ${describeFacts(factsOf(pair[colour]))}`, [
        status === "PAUSED" ? "enable the group, then run `pulumi up` again" : "wait until the group is gone",
      ]),
    );
  return E.right(undefined);
};

/** Protected instances do not leave by themselves, and nobody has consented to their leaving. */
export const canLeave = (colour: Colour, members: readonly AsInstance[]): E.Either<AsError, void> => {
  const kept = protectedIds(members);
  return kept.length === 0
    ? E.right(undefined)
    : E.left(
        stopped(
          `${colour} cannot be emptied: ${kept.length} of its instances are protected from scale-in: ${kept.join(", ")}`,
          ["take the protection off these instances, then run `pulumi up` again"],
        ),
      );
};
