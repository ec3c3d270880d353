/** Taking over an object that exists: what becomes of it, or why it stays with whoever has it. */
import * as E from "fp-ts/Either";
import { stopped, type AsError } from "../error";
import type { ResourceComparison } from "./compare";

/** What to do with an `adoptId` that cannot be followed. */
export const TAKE_OUT = "take adoptId out of the program: then a new one is created";

/** That there is no such object. */
export const noneToAdopt = (title: string, id: string): AsError =>
  stopped(`there is no ${title} with the id ${id} that could be adopted`, [
    "check adoptId, and that you are signed in to its project and region",
    TAKE_OUT,
  ]);

/** Lets pass an object that can be taken over without being replaced. */
export const adoptableResource = (
  title: string,
  id: string,
  { changes }: ResourceComparison,
): E.Either<AsError, void> => {
  const fixed = changes.filter(({ needs }) => needs === "replace");
  return fixed.length === 0
    ? E.right(undefined)
    : E.left(
        stopped(
          `${title} ${id} cannot be adopted: ${fixed.map(({ field, from, to }) => `${field} is ${from}, the program says ${to}`).join(", ")}; that cannot change, and an adoption replaces nothing`,
          ["write the live values into the program", TAKE_OUT],
        ),
      );
};

/** What the preview says about an adoption. */
export const describeResourceAdoption = (
  title: string,
  id: string,
  { changes }: ResourceComparison,
  unknown: readonly string[],
): string => {
  const found = changes.map(({ field, from, to }) => `${field} ${from} → ${to}`);
  const open = unknown.length === 0 ? [] : [`not known before up: ${unknown.join(", ")}`];
  const rest =
    found.length === 0 ? ["nothing differs", ...open] : [...found, ...open, "nothing else differs"];
  return `adopts ${title} ${id}: ${rest.join("; ")}`;
};

/**
 * Whether an existing resource may have this `adoptId`: one that is edited must name the object that the resource has.
 *
 * @param before what the state says: left of the adoption, or of an object that has been replaced since
 */
export const keptAdoption = (
  title: string,
  id: string,
  before: unknown,
  adoptId: string | undefined,
): E.Either<AsError, void> =>
  adoptId === undefined || adoptId === before || adoptId === id
    ? E.right(undefined)
    : E.left(
        stopped(`this resource manages ${title} ${id}, so it cannot adopt ${adoptId}`, [
          "take adoptId out of the program, or set it back",
          "to manage the other one, too, declare a resource for it",
          "to manage the other one instead: `pulumi state delete` the resource, which keeps this one, then run `pulumi up`",
        ]),
      );
