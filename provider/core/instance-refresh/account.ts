/** What a refresh that has halted left behind. */
import { describeFacts, factsOf } from "../as-group/facts";
import { idsOf } from "../as-group/members";
import { refreshHalted, type AsError, type RefreshHalted } from "../error";
import { situationOf, type RefreshRequest } from "./request";

const owed = (request: RefreshRequest): string | undefined => {
  const { live, wanted } = situationOf(request);
  const parts = [
    ...(live.min === wanted.min ? [] : [`minimum ${wanted.min}, now ${live.min}`]),
    ...(live.desired === wanted.desired ? [] : [`desired number ${wanted.desired}, now ${live.desired}`]),
    ...(live.max === wanted.max ? [] : [`maximum ${wanted.max}, now ${live.max}`]),
  ];
  return parts.length === 0 ? undefined : parts.join("; ");
};

/**
 * Puts the account together.
 *
 * @param total old instances at the beginning of the run
 * @param request the live group after everything that could be given back was; undefined when it could not be read
 */
export const accountFor = (
  cause: AsError,
  total: number,
  request: RefreshRequest | undefined,
): RefreshHalted => {
  if (request === undefined) return refreshHalted({ cause, total });
  const debt = owed(request);
  const { live, old } = situationOf(request);
  return refreshHalted({
    cause,
    total,
    left: idsOf(old),
    group: `${describeFacts(factsOf(request.group))}, minimum ${live.min}, maximum ${live.max}`,
    ...(debt === undefined ? {} : { owed: debt }),
  });
};
