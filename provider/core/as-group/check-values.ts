/**
 * Failures of single values: what was received and what is allowed.
 *
 * Secrets of the program reach a provider as plain text and the engine masks only those of its configuration, so text
 * is shown only where a program writes a name, an id or a word of the API.
 */
import * as E from "fp-ts/Either";
import { partOf } from "../codec/structure";
import { type Mismatch, mismatches } from "../decode";
import { isAbsent, type UnknownRecord } from "../record";
import { hasUnknown, UNKNOWN } from "../unknown";
import { type ArgumentName, type AsGroupArguments, argumentNames, members } from "./arguments";
import type { CheckFailure } from "./check-failure";
import type { SoundArguments } from "./check-rules";
import { tagProblems } from "./tags";

/** Arguments whose text may be shown. */
const shown: ReadonlySet<string> = new Set([
  "vpcId",
  "networks",
  "securityGroups",
  "scalingConfigurationId",
  "lbListenerId",
  "lbaasListeners",
  "availableZones",
  "healthPeriodicAuditMethod",
  "instanceTerminatePolicy",
  "notifications",
  "enterpriseProjectId",
  "multiAzPriorityPolicy",
  "timeouts",
  "desireInstanceNumberMode",
  "deleteMode",
  "lockedChange",
  "drain",
  "waitFor",
] satisfies readonly ArgumentName[]);

const LONGEST_SHOWN_CHARACTERS = 256;

const count = (size: number, one: string, many: string): string => `${size} ${size === 1 ? one : many}`;

const showText = (value: string, mayBeShown: boolean): string =>
  mayBeShown && value.length <= LONGEST_SHOWN_CHARACTERS
    ? JSON.stringify(value)
    : `text of ${count(value.length, "character", "characters")}`;

const show = (value: unknown, mayBeShown: boolean): string => {
  if (Array.isArray(value)) return `a list of ${count(value.length, "entry", "entries")}`;
  if (typeof value === "string") return showText(value, mayBeShown);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "an object";
};

const topOf = (path: string): string => path.split(/[.[]/, 1).join("");

const failureOf = ({ path, expected, found }: Mismatch): CheckFailure => ({
  property: path,
  reason: isAbsent(found)
    ? `${path} is missing: expected ${expected}`
    : `${path} is ${show(found, shown.has(topOf(path)))}: expected ${expected}`,
});

const failuresOf = (name: ArgumentName, given: UnknownRecord): readonly CheckFailure[] => {
  // The keys of tags may be confidential, so tags speak for themselves.
  if (name === "tags")
    return isAbsent(given["tags"]) || given["tags"] === UNKNOWN
      ? []
      : tagProblems(given["tags"]).map((problem) => ({ property: "tags", reason: `tags: ${problem}` }));
  const read = partOf<AsGroupArguments>("", members, [name]).decode(given);
  return E.isRight(read)
    ? []
    : mismatches(read.left)
        .filter(({ found }) => !hasUnknown(found))
        .map(failureOf);
};

/** A failure for each value that does not have the form its argument needs. What holds an unknown is not looked at. */
export const checkValues = (given: UnknownRecord): readonly CheckFailure[] =>
  argumentNames.flatMap((name) => failuresOf(name, given));

const readAlone = (name: ArgumentName, given: UnknownRecord): Partial<AsGroupArguments> | undefined => {
  const read = partOf<AsGroupArguments>("", members, [name]).decode(given);
  return E.isRight(read) && !hasUnknown(given[name]) ? read.right : undefined;
};

/** What rules between arguments may look at. */
export const soundArguments = (given: UnknownRecord): SoundArguments => {
  const read = argumentNames.flatMap((name) => {
    const value = readAlone(name, given);
    return value === undefined ? [] : [{ name, value }];
  });
  return {
    names: read.map(({ name }) => name),
    values: Object.assign({}, ...read.map(({ value }) => value)) as Partial<AsGroupArguments>,
  };
};
