/** The default tags of this process's stack. */
import type * as E from "fp-ts/Either";
import { DEFAULT_TAGS, readDefaultTags } from "../core/as-group/default-tags";
import type { Tags } from "../core/as-group/model";
import { perProcess } from "./process";
import type { StackConfiguration } from "./session";

const held = perProcess<{ json?: string }>(() => ({}));

/** Takes them from the stack's configuration. A mistake in them is reported by the check of a group. */
export const keepDefaultTags = (configuration: StackConfiguration): void => {
  const json = configuration.get(DEFAULT_TAGS);
  if (json !== undefined) held().json = json;
};

/** The default tags, or what is wrong with them. */
export const defaultTags = (): E.Either<readonly string[], Tags> => readDefaultTags(held().json);
