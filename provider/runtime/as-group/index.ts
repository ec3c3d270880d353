/** The handlers of an AS group, by the names that the engine calls. */
export { configure } from "../configure";
export { check } from "./check";
export { diff } from "./diff";
export { create } from "./create";
export { read } from "./read";
export { update } from "./update";
export { remove as delete } from "./delete";
