/**
 * What a process knows of a resource, so that a replacement is told from a new resource, and an object that is still
 * wanted from one that has been replaced.
 *
 * The engine calls `check` for a replacement exactly as for a new resource, with no old inputs. Mostly `diff`, or a
 * `check` with old inputs, comes first in the same process. But a replacement that the user asks for (`--replace`,
 * `--target-replace`, `pulumi state taint`) comes without either: `create` then finds the very object that is to be
 * replaced, under the name that it would give it, and the engine asks to delete that object afterwards. It must not go.
 *
 * The replaced object is deleted after the create, or before it where `deleteBeforeReplace` says so: then what it has
 * kept must not go with it, because the replacement is to keep that.
 */
import { idsOf, type KeptObject } from "./kept";

/** A way back: one of the objects that were kept. */
export interface WayBack {
  readonly id: string;
  /** The name that it has in the service. */
  readonly name?: string;
}

interface Existing {
  /** How often the resource has been replaced. */
  readonly generation: number;
  /** The object that it has. */
  readonly object: KeptObject;
  /** Objects that it had before, and keeps; newest first. */
  readonly kept: readonly KeptObject[];
}

/** Nothing but old inputs was seen. */
interface Seen {
  readonly _tag: "Seen";
  readonly generation: number;
}

/** The object is compared with the program, and stays. */
interface Stays extends Existing {
  readonly _tag: "Stays";
}

/** The object is to be replaced, and its replacement has not come yet. */
interface Leaves extends Omit<Existing, "object"> {
  readonly _tag: "Leaves";
  /** Unknown when only old inputs were seen. */
  readonly object?: KeptObject;
  /** The object does not exist any more. */
  readonly isGone: boolean;
  /** The kept object that replaces it. */
  readonly way?: WayBack;
}

/** The object was created, found or adopted by this process. */
interface Made {
  readonly _tag: "Made";
  readonly id: string;
  /** Ids of the objects that are kept. */
  readonly kept: readonly string[];
  /** What it replaces; absent when the resource is new, or seems so. */
  readonly replaced?: { readonly generation: number; readonly id?: string };
}

/** What is known of a resource; undefined where that is nothing. */
export type Life = Seen | Stays | Leaves | Made;

/** What a handler learns about a resource. */
export type LifeEvent =
  | { readonly _tag: "CheckedWithOld"; readonly generation: number }
  | { readonly _tag: "CheckedAnew" }
  | (Existing & { readonly _tag: "Stays" })
  | (Existing & { readonly _tag: "Leaves"; readonly isGone: boolean; readonly way?: WayBack })
  | { readonly _tag: "Made"; readonly id: string; readonly kept: readonly string[] }
  | { readonly _tag: "Deleted"; readonly id: string };

const leave = (life: Life | undefined): Life | undefined => {
  if (life?._tag === "Seen") return { _tag: "Leaves", generation: life.generation, kept: [], isGone: false };
  return life?._tag === "Stays" ? { ...life, _tag: "Leaves", isGone: false } : life;
};

/** The object that is being replaced, if it is known. */
export const replacedId = (life: Life | undefined): string | undefined => {
  if (life === undefined || life._tag === "Seen") return undefined;
  return life._tag === "Made" ? life.replaced?.id : life.object?.id;
};

const replacedIn = (life: Life | undefined): Made["replaced"] => {
  if (life === undefined) return undefined;
  if (life._tag === "Made") return life.replaced;
  const id = replacedId(life);
  return { generation: life.generation, ...(id === undefined ? {} : { id }) };
};

/** What is known after the event. */
export const livedOn = (life: Life | undefined, event: LifeEvent): Life | undefined => {
  switch (event._tag) {
    case "CheckedWithOld":
      return life ?? { _tag: "Seen", generation: event.generation };
    case "CheckedAnew":
      return leave(life);
    case "Stays":
    case "Leaves":
      return event;
    case "Made": {
      const replaced = replacedIn(life);
      return { ...event, ...(replaced === undefined ? {} : { replaced }) };
    }
    case "Deleted":
      return life?._tag === "Leaves" && life.object?.id === event.id ? { ...life, isGone: true } : life;
  }
};

/** Is a new resource the replacement of one that exists? */
export const isReplacement = (life: Life | undefined): boolean => replacedIn(life) !== undefined;

/** The name generation of a resource that has no old inputs. */
export const nextGeneration = (life: Life | undefined): number => {
  const replaced = replacedIn(life);
  return replaced === undefined ? 0 : replaced.generation + 1;
};

/** Is this the object that the resource has, and keeps? */
export const isKept = (life: Life | undefined, id: string): boolean => {
  if (life?._tag === "Stays") return life.object.id === id;
  return life?._tag === "Made" && life.id === id;
};

/** Was the object to be replaced on request, and found again as what the program wants? */
const wasFoundAgain = (life: Life | undefined, id: string): boolean => {
  if (!isKept(life, id)) return false;
  const replaced = replacedId(life);
  return replaced === undefined || replaced === id;
};

/** What a resource needs when this object is to be deleted: an object that is being replaced may go. */
const neededBy = (life: Life, asked: string): readonly string[] => {
  switch (life._tag) {
    case "Seen":
      return [];
    case "Stays":
      return idsOf([life.object, ...life.kept]);
    case "Leaves":
      return idsOf([life.object ?? { id: asked }, ...life.kept]).filter((id) => id !== asked);
    case "Made":
      return [life.id, ...life.kept];
  }
};

/** What a request to delete an object comes to. */
export interface Fate {
  /** What is deleted, of the object and those that it has kept. */
  readonly ids: readonly string[];
  /** The object stays, because its replacement on request has found it: that has to be told. */
  readonly isFoundAgain: boolean;
}

/**
 * Decides what is deleted: what no resource needs, whichever it is recorded for.
 *
 * @param lives by URN
 * @param urn of the resource whose object is to be deleted
 * @param keptIds those that are recorded as kept beside the object
 */
export const fateOf = (
  lives: ReadonlyMap<string, Life>,
  urn: string,
  id: string,
  keptIds: readonly string[],
): Fate => {
  const needed = new Set([...lives.values()].flatMap((life) => neededBy(life, id)));
  return {
    ids: [id, ...keptIds].filter((each) => !needed.has(each)),
    isFoundAgain: wasFoundAgain(lives.get(urn), id),
  };
};
