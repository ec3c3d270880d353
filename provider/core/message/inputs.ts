/** Explanations of settings, arguments and recorded state that cannot be used. */
import type { Malformed, Misconfigured } from "../error";
import type { Explanation } from "./explanation";

export const explainMisconfigured = (doing: string, error: Misconfigured): Explanation => ({
  headline: `${doing} failed: the settings are not complete or not valid`,
  // Each problem says itself how to solve it.
  details: error.problems,
  ways: [],
});

const waysFor: Readonly<Record<Malformed["what"], readonly string[]>> = {
  arguments: ["correct these arguments in the program"],
  "recorded state": [
    "run `pulumi refresh`, which records the live group anew",
    "if a newer version of pulumi-otc-autoscaling wrote the state, use that version",
  ],
};

export const explainMalformed = (doing: string, error: Malformed): Explanation => ({
  headline: `${doing} failed: the ${error.what} ${error.what === "arguments" ? "do" : "does"} not have the right form`,
  details: error.mismatches.map(
    ({ path, expected }) => `${path === "" ? error.what : path}: expected ${expected}`,
  ),
  ways: waysFor[error.what],
});
