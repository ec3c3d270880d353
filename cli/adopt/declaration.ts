/** What a generated program declares, before it has a form. */
import type { Code, Value } from "./source-text";

/** The classes of this package that can adopt. */
export type ResourceClass = "AsConfiguration" | "AsGroup" | "AsPolicy" | "LifecycleHook" | "AsNotification";

/** Something that must not be in the program's text: a value of the stack's configuration, kept encrypted. */
export interface NeededSecret {
  /** Name of the value in the stack's configuration. */
  readonly key: string;
  /** What it is, such as `user data of AS configuration web`. */
  readonly what: string;
  /** The command that prints it, exactly as the service has it. */
  readonly command: string;
}

/** One resource. */
export interface Declaration {
  readonly resource: ResourceClass;
  /** What `adoptId` says. */
  readonly id: string;
  /** Name in the service. */
  readonly name: string;
  readonly args: Readonly<Record<string, Value>>;
  /** Pulumi's resource options. */
  readonly options?: Readonly<Record<string, Value>>;
  /** Comments above it, one line each. */
  readonly notes: readonly string[];
  /** Required arguments that cannot be written. Without any it can be declared. */
  readonly lacking: readonly string[];
  readonly secrets: readonly NeededSecret[];
}

/**
 * What is taken over is in use, so a hasty `destroy` must not delete it. Protecting the group alone would not do: the
 * engine deletes what depends on it before it refuses.
 */
export const PROTECTED: Readonly<Record<string, Value>> = { protect: true };

/** A declaration with the names that it has in the program. */
export interface Named extends Declaration {
  /** Name of the variable. */
  readonly variable: string;
  /** Name of the resource, unique among those of its class. */
  readonly resourceName: string;
}

/** How another declaration is referred to: by the id that its resource has. */
export type References = ReadonlyMap<string, Code>;
