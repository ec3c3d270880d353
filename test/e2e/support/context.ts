/** What is prepared once for all end-to-end tests of a run. */
import { inject } from "vitest";

/** The packed package, installed as a user installs it, and the engine. */
export interface E2eContext {
  /** Holds `node_modules` with the installed tarball, and the compiled generic program. */
  readonly template: string;
  readonly cliDirectory: string;
  /** Paths of the files in the tarball. */
  readonly packedFiles: readonly string[];
}

declare module "vitest" {
  interface ProvidedContext {
    readonly e2e: E2eContext;
  }
}

export const context = (): E2eContext => inject("e2e");
