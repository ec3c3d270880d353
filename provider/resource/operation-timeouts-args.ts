import type * as pulumi from "@pulumi/pulumi";

/** How long each operation may take, as a duration such as `"15m"`, or in seconds; 0 does not wait. */
export interface OperationTimeoutsArgs {
  /** @default "10m" */
  create?: pulumi.Input<string | number>;
  /** @default "10m" */
  update?: pulumi.Input<string | number>;
  /** @default "10m" */
  delete?: pulumi.Input<string | number>;
}
