/** What this process knows of the resources that it was asked about, by URN. `core/resource/life` decides what it means. */
import {
  type Fate,
  fateOf as fateAmong,
  isKept as isKeptIn,
  isReplacement as isReplacementIn,
  type Life,
  type LifeEvent,
  livedOn,
  nextGeneration,
  replacedId as replacedIdIn,
} from "../core/resource/life";
import { perProcess } from "./process";

const lives = perProcess(() => new Map<string, Life>());

/** What is known of the resource. */
export const lifeOf = (urn: string): Life | undefined => lives().get(urn);

/** Remembers what a handler has learnt about the resource. */
export const note = (urn: string, event: LifeEvent): void => {
  const life = livedOn(lifeOf(urn), event);
  if (life !== undefined) lives().set(urn, life);
};

/** Remembers that a resource was checked: with its old inputs, or as if it were new. */
export const noteCheck = (urn: string, olds: Readonly<Record<string, unknown>>): void => {
  const { nameGeneration: generation } = olds;
  if (Object.keys(olds).length === 0) note(urn, { _tag: "CheckedAnew" });
  else if (typeof generation === "number") note(urn, { _tag: "CheckedWithOld", generation });
};

/** Remembers that the objects are deleted, whichever resource they were of: a resource may have another URN by now. */
export const noteDeleted = (ids: readonly string[]): void => {
  for (const urn of [...lives().keys()]) for (const id of ids) note(urn, { _tag: "Deleted", id });
};

/** The name generation of a resource that has no old inputs. */
export const generationOf = (urn: string): number => nextGeneration(lifeOf(urn));

/** Is a new resource of this URN the replacement of one that exists? */
export const isReplacement = (urn: string): boolean => isReplacementIn(lifeOf(urn));

/** The object that a new resource of this URN replaces, if it is known. */
export const replacedId = (urn: string): string | undefined => replacedIdIn(lifeOf(urn));

/** Is the object that the engine wants deleted the one that its resource has? Then only a record of it is to go. */
export const isKept = (urn: string, id: string): boolean => isKeptIn(lifeOf(urn), id);

/** What a request to delete an object, and those that it has kept, comes to. */
export const fateOf = (urn: string, id: string, keptIds: readonly string[]): Fate =>
  fateAmong(lives(), urn, id, keptIds);

/**
 * What is told instead of deleting an object that is kept.
 *
 * @param forgotten objects that it had earlier and kept: a replacement on request begins without a memory of them
 */
export const notReplaced = (forgotten: readonly string[] = []): string =>
  [
    "not replaced, and ",
    forgotten.length === 0
      ? "nothing was deleted"
      : `nothing was deleted but what was kept for a way back (${forgotten.join(", ")})`,
    ": a replacement on request finds the object under its own name and keeps it; ",
    "to replace it, change its name or what cannot change in place",
  ].join("");
