/** With which codes the service refuses a locked change: the simulator, which follows the documents, is asked. */
import * as E from "fp-ts/Either";
import { modifyAsGroup, resumeAsGroup } from "../../../provider/api/as-group";
import { valueOf } from "../../api/support/either";
import { simulated } from "../../api/support/simulated";
import { LISTENER, type LockedCase } from "./cases";

/** A group with three instances, in the middle of a scaling action or not, or one without any that is paused. */
export type Situation = "scaling" | "running" | "paused and empty";

const A_MOMENT_MS = 4_000;

/** The code of the refusal; none where the service takes the change. */
export const refusalOf = async (
  { wanted }: LockedCase,
  situation: Situation,
): Promise<string | undefined> => {
  const { client, clock, pausedGroup, letScale } = await simulated();
  const desireInstanceNumber = situation === "paused and empty" ? 0 : 3;
  const id = await pausedGroup({ lbaasListeners: [LISTENER], desireInstanceNumber });
  if (situation !== "paused and empty") {
    await valueOf(resumeAsGroup(client)(id));
    letScale();
  }
  if (situation === "scaling") {
    await valueOf(modifyAsGroup(client)(id, { desireInstanceNumber: 4 }));
    clock.advance(A_MOMENT_MS);
  }
  const { vpcId, ...modification } = wanted;
  if (vpcId !== undefined) return undefined;
  const answer = await modifyAsGroup(client)(id, modification)();
  return E.isLeft(answer) && answer.left._tag === "Refused" ? answer.left.code : undefined;
};
