/** Which object a new resource is to take over. */
import { UNKNOWN } from "../core/unknown";
import { urnOf, type Bag } from "./context";
import { isReplacement } from "./replacements";

/** A resource without old inputs. */
export const isNew = (olds: Bag): boolean => Object.keys(olds).length === 0;

/** The object that a new resource is to take over. A replacement does not take over what it replaces. */
export const toBeAdopted = (olds: Bag, news: Bag): string | undefined => {
  const id = news["adoptId"];
  const isMeant = isNew(olds) && !isReplacement(urnOf(news));
  return isMeant && typeof id === "string" && id.trim() !== "" && id !== UNKNOWN ? id : undefined;
};
