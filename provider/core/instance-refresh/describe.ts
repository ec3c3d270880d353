/** A whole refresh in one sentence, with the live facts. */
import * as O from "fp-ts/Option";
import { INSTANCES_A_CALL, protectedIds } from "../as-group/members";
import { count } from "../as-group/step";
import { formatDuration } from "../duration";
import { refreshJournalIn } from "./journal";
import { leastHealthy } from "./manner";
import type { RefreshRequest, Situation } from "./request";

const SECONDS_TO_START = 180;
const SECONDS_TO_LEAVE = 60;

/** Without a surge, a batch holds what may be missing at the same time. */
const batchSize = ({ manner }: RefreshRequest, { wanted }: Situation): number =>
  manner.maxSurge > 0
    ? manner.maxSurge
    : Math.min(INSTANCES_A_CALL, wanted.desired - leastHealthy(manner, wanted.desired));

const minutesFor = (batches: number, pauseSeconds: number): number =>
  Math.ceil((batches * (SECONDS_TO_START + SECONDS_TO_LEAVE) + (batches - 1) * pauseSeconds) / 60);

const replacing = (request: RefreshRequest, situation: Situation): string => {
  const { instances, manner } = request;
  const { old, wanted } = situation;
  const size = Math.max(1, Math.min(batchSize(request, situation), old.length));
  const least = manner.maxSurge > 0 ? wanted.desired : leastHealthy(manner, wanted.desired);
  const freed = protectedIds(old).length;
  const pause = manner.pauseBetweenBatches;
  const how = [
    `replace ${old.length} of ${count(instances.length)}`,
    `${size} at a time`,
    `never fewer than ${least} in service`,
    ...(freed === 0 ? [] : [`take the protection off ${freed}`]),
    ...(pause === 0 ? [] : [`${formatDuration(pause)} between batches`]),
  ];
  return `${how.join(", ")}; about ${minutesFor(Math.ceil(old.length / size), pause)} minutes`;
};

/** Such as `replace 7 of 10 instances, 2 at a time, never fewer than 10 in service; about 16 minutes`. */
export const describeRefresh = (request: RefreshRequest, situation: Situation): string => {
  const hasBegun = O.isSome(refreshJournalIn(request.tags)) && request.begunHere !== true;
  const { min, max } = situation.wanted;
  if (situation.old.length > 0)
    return `${hasBegun ? "go on with an interrupted instance refresh: " : ""}${replacing(request, situation)}`;
  return hasBegun
    ? `complete an interrupted instance refresh: restore the bounds ${min} and ${max}`
    : `no instance to replace: none of ${count(request.instances.length)} is old`;
};
