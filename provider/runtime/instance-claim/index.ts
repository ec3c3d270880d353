/** The handlers of a claim on instances, by the names that the engine calls. */
import type { Claim } from "../../core/instance-claim/claim";
import { configure } from "../configure";
import { checkOf } from "./check";
import { createOf } from "./create";
import { removeOf } from "./delete";
import { diffOf } from "./diff";
import { readOf } from "./read";
import { updateOf } from "./update";

/** All handlers of one kind of claim. */
export const claimHandlers = (claim: Claim) => ({
  configure,
  check: checkOf(claim),
  diff: diffOf(claim),
  create: createOf(claim),
  read: readOf(claim),
  update: updateOf(claim),
  delete: removeOf(claim),
});
