/**
 * What this process has seen of resources that exist.
 *
 * The engine calls `check` for a replacement exactly as for a new resource, with no old inputs. But within one process
 * `diff` always comes first for a resource that exists: a `check` without old inputs after a `diff` is a replacement.
 * The replacement needs a new name, and must not take the group that it replaces for its own.
 */
import { perProcess } from "./process";

/** An existing resource. */
interface Existing {
  readonly id: string;
  readonly generation: number;
}

const existing = perProcess(() => new Map<string, Existing>());

/** Remembers an existing resource. */
export const remember = (urn: string, id: string, generation: number): void => {
  existing().set(urn, { id, generation });
};

/** The name generation of a resource that has no old inputs. */
export const generationOf = (urn: string): number => {
  const before = existing().get(urn);
  return before === undefined ? 0 : before.generation + 1;
};

/** The group that a new resource of this URN replaces. */
export const replacedId = (urn: string): string | undefined => existing().get(urn)?.id;
