import { keepDefaultTags } from "./default-tags";
import { guarded } from "./provider-error";
import { configure as configureSession, type StackConfiguration } from "./session";

/** Takes the stack's configuration; the same for all resources. */
export const configure = (request: { readonly config: StackConfiguration }): Promise<void> =>
  guarded(() => {
    configureSession(request.config);
    keepDefaultTags(request.config);
  });
