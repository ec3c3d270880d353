/**
 * Error codes of the service in our own words: every code with which the service can answer an operation of
 * this package.
 *
 * @see as_07_0102
 */
import { configurationCodes } from "./as-code/configuration";
import type { AsCode, AsCodes } from "./as-code/entry";
import { generalCodes } from "./as-code/general";
import { groupCodes } from "./as-code/group";
import { hookCodes } from "./as-code/hook";
import { instanceCodes } from "./as-code/instance";
import { logCodes } from "./as-code/log";
import { policyCodes } from "./as-code/policy";
import { surroundingCodes } from "./as-code/surroundings";

export type { AsCode } from "./as-code/entry";

/** All codes by name. */
export const asCodes: AsCodes = {
  ...generalCodes,
  ...configurationCodes,
  ...groupCodes,
  ...hookCodes,
  ...instanceCodes,
  ...policyCodes,
  ...logCodes,
  ...surroundingCodes,
};

/** What is known about a code. */
export const asCode = (code: string): AsCode | undefined =>
  Object.hasOwn(asCodes, code) ? asCodes[code] : undefined;
