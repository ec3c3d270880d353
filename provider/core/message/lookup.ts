/** Why a look-up has failed. Nobody has changed anything, so there is nothing to go on with: it is only asked again. */
import type { AsError, NotFound } from "../error";
import { describeSubject, type LookupSubject } from "../lookup/subject";
import { explanationOf } from "../message";
import { type Explanation, UP_AGAIN } from "./explanation";

const ASK_AGAIN = "run the program again";

const sameProject = "check that you are signed in to the project and region in which it is";

const missing = ({ object }: LookupSubject, error: NotFound): Explanation => ({
  headline: `${object ?? "what was asked for"} does not exist`,
  details: [
    error.code === undefined
      ? `the service was asked to: ${error.operation}`
      : `the service answered ${error.code} to: ${error.operation}`,
  ],
  ways: [sameProject],
});

/** Other advice is for operations that change something. */
const adviceFor = (way: string): string =>
  way.startsWith(UP_AGAIN) ? ASK_AGAIN : way.replace(UP_AGAIN, ASK_AGAIN);

/** Several lines, the first of which says which look-up has failed, and of what. */
export const explainLookup = (error: AsError, subject: LookupSubject): string => {
  const { headline, details, ways } =
    error._tag === "NotFound"
      ? missing(subject, error)
      : explanationOf(error, { doing: `looking up ${describeSubject(subject)}`, name: "" });
  return [
    `${subject.name}: ${headline}`,
    ...details.map((detail) => `  ${detail}`),
    ...(ways.length === 0 ? [] : ["What you can do:"]),
    ...ways.map((way, index) => `  ${index + 1}. ${adviceFor(way)}`),
  ].join("\n");
};

/** What is wrong with the arguments of a look-up. */
export const explainArguments = (name: string, failures: readonly string[]): string =>
  [`${name}: the arguments are not valid`, ...failures.map((failure) => `  ${failure}`)].join("\n");
