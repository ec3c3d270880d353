/** The handlers of an AS group, by the names that the engine calls. */
import { guarded } from "../provider-error";
import { configure as configureSession, type StackConfiguration } from "../session";

/** Takes the stack's configuration. */
export const configure = (request: { readonly config: StackConfiguration }): Promise<void> =>
  guarded(() => {
    configureSession(request.config);
  });

export { check } from "./check";
export { diff } from "./diff";
export { create } from "./create";
export { read } from "./read";
export { update } from "./update";
export { remove as delete } from "./delete";
