import { dirname, join } from "node:path";

/** The plugin that serves dynamic resources is a script of the Node.js SDK, not a compiled program. */
export const DYNAMIC_PROVIDER_SCRIPT = "pulumi-resource-pulumi-nodejs";

export function sdkScript(): string {
  return join(dirname(require.resolve("@pulumi/pulumi/package.json")), DYNAMIC_PROVIDER_SCRIPT);
}
