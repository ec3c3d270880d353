/** How a refresh is left when it cannot go on, or is not to go on. */
import * as O from "fp-ts/Option";
import type { Step } from "../as-group/step";
import { REFRESH_TAG, ownJournalIn } from "./journal";
import { rivalOf } from "./obstacles";
import { journalOf, modifying, writing } from "./moves";
import { situationOf, type RefreshRequest } from "./request";

/**
 * Gives back the numbers after a failure; the journal stays, so that the next run goes on.
 *
 * The desired number is left where it is as long as surplus instances stand in for others that are missing.
 */
export const planHalt = (request: RefreshRequest): readonly Step[] => {
  if (O.isNone(ownJournalIn(request.tags, request.owner)) || rivalOf(request) !== undefined) return [];
  const situation = situationOf(request);
  const { live, wanted, surplus, healthy } = situation;
  const standsIn = surplus > 0 && healthy < wanted.desired;
  const left = standsIn
    ? { min: wanted.min, desired: live.desired, max: Math.max(wanted.max, live.desired) }
    : wanted;
  return [
    ...modifying(live, left),
    ...writing(request, journalOf(situation, left, left.desired - wanted.desired)),
  ];
};

/** Ends a refresh of one's own that has not come to its end: nothing more is replaced. */
export const planEnd = (request: RefreshRequest): readonly Step[] => {
  if (O.isNone(ownJournalIn(request.tags, request.owner))) return [];
  const { live, wanted } = situationOf(request);
  return [...modifying(live, wanted), { _tag: "ClearJournal", journal: "refresh", keys: [REFRESH_TAG] }];
};
