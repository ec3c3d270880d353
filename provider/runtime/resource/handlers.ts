/** The handlers of a kind of resource, by the names that the engine calls. */
import type { OwnArguments } from "../../core/resource/arguments";
import type { Kind } from "../../service/resource/kind";
import { configure } from "../configure";
import { checkOf } from "./check";
import { createOf } from "./create";
import { deleteOf } from "./delete";
import { diffOf } from "./diff";
import { readOf } from "./read";
import { updateOf } from "./update";

/** All handlers of one kind. */
export const handlersOf = <Args extends OwnArguments, Live>(kind: Kind<Args, Live>) => ({
  configure,
  check: checkOf(kind),
  diff: diffOf(kind),
  create: createOf(kind),
  read: readOf(kind),
  update: updateOf(kind),
  delete: deleteOf(kind),
});
