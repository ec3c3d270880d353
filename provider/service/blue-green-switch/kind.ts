/** The blue-green switch as a kind of resource: the service knows no such object, only the two groups. */
import * as O from "fp-ts/Option";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import {
  type BlueGreenSwitchArguments,
  blueGreenSwitchTable,
  servingNames,
} from "../../core/blue-green-switch/arguments";
import { blueGreenSwitchFields, blueGreenSwitchOutputs } from "../../core/blue-green-switch/fields";
import { groupIdsOf, type Pair, pairId } from "../../core/blue-green-switch/model";
import { describeNextUp } from "../../core/blue-green-switch/preview";
import { stopped, type AsError } from "../../core/error";
import type { Kind } from "../resource/kind";
import { findPair } from "./read-pair";
import { switchPair } from "./switch";

const invalidate: Kind<BlueGreenSwitchArguments, Pair>["invalidate"] = ({ live }, id) => {
  for (const groupId of Object.values(groupIdsOf(id) ?? {})) live.invalidate(groupId);
};

/** Blue-green switches. */
export const blueGreenSwitchKind: Kind<BlueGreenSwitchArguments, Pair> = {
  title: "blue-green switch",
  table: blueGreenSwitchTable,
  nested: { serving: servingNames },
  hiddenArguments: [],
  outputNames: ["blue", "green", "pairId", "projectId", "region"],
  rules: (sound, { blueGroupId, greenGroupId }) =>
    sound.includes("blueGroupId") && sound.includes("greenGroupId") && blueGroupId === greenGroupId
      ? [
          {
            property: "greenGroupId",
            reason: "greenGroupId is blueGroupId: expected two different AS groups",
          },
        ]
      : [],
  fields: blueGreenSwitchFields,
  outputsOf: (pair) => ({
    ...blueGreenSwitchOutputs(pair),
    pairId: pairId(pair.blue.scalingGroupId, pair.green.scalingGroupId),
  }),
  idOutput: "pairId",
  whyGone: "one of its groups is gone",
  busyCodes: [],
  find: ({ live }, id) => findPair(live, id),
  invalidate,
  createsUnlisted: true,
  // Nothing is created, so nothing can be left behind: whatever state the groups are in, the switch goes on from there.
  findOwn: () => TE.right(O.none),
  create: ({ environment }, { blueGroupId, greenGroupId }) => {
    const id = pairId(blueGroupId, greenGroupId);
    return pipe(
      findPair(environment.live, id),
      TE.chain(
        TE.fromOption((): AsError =>
          stopped(`AS group ${blueGroupId} or ${greenGroupId} does not exist`, [
            "check blueGroupId and greenGroupId, and that you are signed in to their project",
          ]),
        ),
      ),
      TE.map(() => id),
    );
  },
  update: (operation, id, { serving, bakeTime }, _changes, { serving: before }) =>
    switchPair({
      operation: {
        ...operation,
        environment: operation.environment.groups,
      },
      id,
      wanted: serving,
      before,
      bakeTime,
    }),
  plan: (pair, { serving }, { serving: before }) =>
    serving === undefined ? undefined : describeNextUp(pair, serving, before),
  // The groups stay as they are: they have resources of their own.
  remove: () => TE.right(undefined),
};
