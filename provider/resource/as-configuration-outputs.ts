import type * as pulumi from "@pulumi/pulumi";
import type { InstanceConfigArgs } from "./as-configuration-args";

/** The template of instances, in the form in which the program wrote it. */
export type InstanceConfigOutput = pulumi.Unwrap<InstanceConfigArgs>;
