/** Which certificates are accepted. */
import * as E from "fp-ts/Either";
import type { Settings } from "./model";
import { lookUp, type Sources, waysToGive } from "./source";

const YES: ReadonlySet<string> = new Set(["true", "yes", "on", "1"]);
const NO: ReadonlySet<string> = new Set(["false", "no", "off", "0"]);

/** True or false as environments and YAML files write it. */
export const flagOf = (text: string): boolean | undefined => {
  const word = text.trim().toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
};

/** Certificates are verified unless the settings say in so many words that they are not. */
export const insecureOf = (sources: Sources): E.Either<readonly string[], Pick<Settings, "insecure">> => {
  const text = lookUp(sources, "insecure");
  const insecure = text === undefined ? false : flagOf(text);
  return insecure === undefined
    ? E.left([`insecure must be true or false: ${waysToGive(sources, "insecure")}`])
    : E.right(insecure ? { insecure } : {});
};
