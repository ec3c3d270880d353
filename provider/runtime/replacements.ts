/**
 * What this process has seen of resources that exist, so that a replacement is told from a new resource, and an object
 * that is still wanted from one that has been replaced.
 *
 * The engine calls `check` for a replacement exactly as for a new resource, with no old inputs. Mostly `diff`, or a
 * `check` with old inputs, comes first in the same process. But a replacement that the user asks for (`--replace`,
 * `--target-replace`, `pulumi state taint`) comes without either: `create` then finds the very object that is to be
 * replaced, under the name that it would give it, and the engine asks to delete that object afterwards. It must not go.
 */
import { perProcess } from "./process";

/** An existing resource. */
interface Existing {
  /** Unknown when only its inputs were seen. */
  readonly id?: string;
  readonly generation: number;
  /** Objects that may stay when it is replaced, newest first. */
  readonly ways?: readonly string[];
}

/** What a resource holds. */
interface Held {
  readonly id: string;
  /** Objects that it had before, and keeps. */
  readonly before: readonly string[];
}

const existing = perProcess(() => new Map<string, Existing>());

/** What resources have and keep, by URN. */
const kept = perProcess(() => new Map<string, Held>());

/**
 * Remembers an existing resource.
 *
 * @param ways objects that may stay when it is replaced, newest first
 */
export const remember = (urn: string, id: string, generation: number, ways: readonly string[] = []): void => {
  existing().set(urn, { id, generation, ways });
};

/** Remembers that a resource exists, of which nothing but its old inputs is known. */
export const rememberInputs = (urn: string, { nameGeneration }: Readonly<Record<string, unknown>>): void => {
  if (existing().has(urn) || typeof nameGeneration !== "number") return;
  existing().set(urn, { generation: nameGeneration });
};

/** The name generation of a resource that has no old inputs. */
export const generationOf = (urn: string): number => {
  const before = existing().get(urn);
  return before === undefined ? 0 : before.generation + 1;
};

/** Says that the resource is about to be replaced, and does not keep the object that it has. */
export const giveUp = (urn: string): void => {
  kept().delete(urn);
};

/**
 * Says that the resource has this object and keeps it.
 *
 * @param before objects that it had earlier and keeps, too
 */
export const keep = (urn: string, id: string, before: readonly string[] = []): void => {
  kept().set(urn, { id, before });
};

/** Does any resource have this object, or keep it for a way back? */
export const isHeld = (id: string): boolean =>
  [...kept().values()].some((held) => held.id === id || held.before.includes(id));

/** Is the object that the engine wants deleted the one that its resource has? Then only a record of it is to go. */
export const isKept = (urn: string, id: string): boolean => kept().get(urn)?.id === id;

/** Is a new resource of this URN the replacement of one that exists? */
export const isReplacement = (urn: string): boolean => existing().has(urn);

/** The object that a new resource of this URN replaces, if it is known. */
export const replacedId = (urn: string): string | undefined => existing().get(urn)?.id;

/** The objects that may stay when this one is replaced, newest first. */
export const waysBack = (urn: string): readonly string[] => existing().get(urn)?.ways ?? [];

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
