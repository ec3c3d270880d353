/** Why two groups cannot be switched, said before anything is touched. */
import * as E from "fp-ts/Either";
import { describeFacts, factsOf } from "../as-group/facts";
import { protectedIds } from "../as-group/members";
import type { AsGroup, AsInstance } from "../as-group/model";
import { stopped, type Stopped } from "../error";
import { type Colour, hasCandidate, otherThan, type Pair, type Serving } from "./model";

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

type Judged = E.Either<Stopped, void>;

const free: Judged = E.right(undefined);

const haveTheSameUsers = (pair: Pair): Judged => {
  const unlike = differences(pair);
  return unlike.length === 0
    ? free
    : E.left(
        stopped(`blue and green do not stand behind the same load balancer: ${unlike.join("; ")}`, [
          "give both groups the same VPC and the same pools",
        ]),
      );
};

const canServe = (pair: Pair, colour: Colour): Judged => {
  const { scalingGroupStatus: status } = pair[colour];
  return status === "PAUSED" || status === "DELETING"
    ? E.left(
        stopped(`${colour} cannot serve: ${describeFacts(factsOf(pair[colour]))}`, [
          status === "PAUSED"
            ? "enable the group, then run `pulumi up` again"
            : "wait until the group is gone",
        ]),
      )
    : free;
};

/** What the groups themselves say: two that serve the same, of which each can do what is wanted of it. */
export const canSwitch = (pair: Pair, wanted: Serving): Judged =>
  [
    haveTheSameUsers(pair),
    canServe(pair, wanted.live),
    hasCandidate(wanted) ? canServe(pair, otherThan(wanted.live)) : free,
  ].reduce((found, next) => (E.isLeft(found) ? found : next));

/** Protected instances do not leave by themselves, and nobody has consented to their leaving. */
export const canLeave = (colour: Colour, members: readonly AsInstance[]): Judged => {
  const kept = protectedIds(members);
  return kept.length === 0
    ? free
    : E.left(
        stopped(
          `${colour} cannot be emptied: ${kept.length} of its instances are protected from scale-in: ${kept.join(", ")}`,
          ["take the protection off these instances, then run `pulumi up` again"],
        ),
      );
};
