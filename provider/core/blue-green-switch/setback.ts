/** What is said when a group did not get to full health, and the other one goes on serving. */
import { describeFacts, factsOf } from "../as-group/facts";
import { stopped, type AsError } from "../error";
import { explanationOf } from "../message";
import { otherThan, type Colour, type Pair, type Serving } from "./model";

const inWords = (error: AsError, doing: string): string => {
  const { headline, details } = explanationOf(error, { doing, name: "" });
  return [headline, ...details].join("; ");
};

/**
 * A group may be put back to nothing only while the other one serves, and was not given up before.
 *
 * @param recorded the group that the state says is live; none before the first success
 */
export const mayPutBack = (
  atFirst: Pair,
  now: Pair,
  colour: Colour,
  { live }: Serving,
  recorded: Colour | undefined,
): boolean =>
  now[otherThan(colour)].desireInstanceNumber > 0 &&
  (colour !== live ||
    atFirst[colour].desireInstanceNumber === 0 ||
    (recorded !== undefined && recorded !== live));

/**
 * The error of a switch that went back by itself.
 *
 * @param wayBack why the way back failed; none when it was gone
 */
export const wentBack = (
  cause: AsError,
  colour: Colour,
  now: Pair,
  wayBack: AsError | undefined,
): AsError => {
  const other = otherThan(colour);
  const back =
    wayBack === undefined
      ? `${colour} is empty again`
      : `${colour} could not be emptied again: ${inWords(wayBack, "the way back")}`;
  return stopped(
    `${colour} did not get to full health: ${inWords(cause, `growing ${colour}`)}; ${back}; ${other} was left as it was and serves: ${describeFacts(factsOf(now[other]))}`,
    [
      `remove the cause, then run \`pulumi up\` again: it grows ${colour} anew, and empties nothing before ${colour} is healthy`,
      `set live (and candidate) back to stay with ${other}`,
    ],
  );
};

/** The error of a switch that leaves both groups as they are: what serves may be in either of them. */
export const bothStay = (cause: AsError, colour: Colour, doubt: AsError): AsError => {
  const other = otherThan(colour);
  return stopped(
    `${colour} did not get to full health: ${inWords(cause, `growing ${colour}`)}; ${colour} keeps its instances all the same, because ${other} is not known to be healthy: ${inWords(doubt, `looking at ${other}`)}`,
    [
      "remove the causes, then run `pulumi up` again: it empties nothing before the other group is healthy",
      `the instances of both groups are billed until then`,
    ],
  );
};
