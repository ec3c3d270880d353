import * as pulumi from "@pulumi/pulumi";
import type { AsConfiguration } from "../core/as-configuration/model";
import type { GetAsConfigurationArgs, GetAsConfigurationsArgs } from "../core/lookup/as-configuration";
import { ask, type Inputs, output, type Own } from "./ask";

/** A live AS configuration. The service never tells the password; user data and files are in base64. */
export type AsConfigurationResult = Own<AsConfiguration>;

/** User data, files and metadata are where programs put passwords. */
const mayHoldSecrets = ({ instanceConfig }: AsConfigurationResult): boolean =>
  instanceConfig.userData !== undefined ||
  instanceConfig.personality.length > 0 ||
  Object.keys(instanceConfig.metadata).length > 0;

/** An output is secret as a whole or not at all. */
const guarded = <Result>(result: Result, isSecret: boolean): pulumi.Output<Result> =>
  // What was looked up holds no outputs to unwrap.
  (isSecret ? pulumi.secret<unknown>(result) : pulumi.output<unknown>(result)) as pulumi.Output<Result>;

/**
 * Looks up an AS configuration by its ID or by its name. In a program, prefer `getAsConfigurationOutput`: it keeps user
 * data out of the plain state.
 *
 * ```ts
 * const base = await getAsConfiguration({ scalingConfigurationName: "base" });
 * ```
 *
 * Rejects when the AS configuration does not exist, or when there are several of this name. Takes one call.
 *
 * @see as_06_0203
 */
export const getAsConfiguration = (args: GetAsConfigurationArgs): Promise<AsConfigurationResult> =>
  ask("asConfiguration", args);

/**
 * Looks up an AS configuration by its ID or by its name, which may be results of resources. The output is secret if
 * there are user data, files or metadata; take out of it with `pulumi.unsecret` what may be seen.
 *
 * @see getAsConfiguration
 */
export const getAsConfigurationOutput = (
  args: Inputs<GetAsConfigurationArgs>,
): pulumi.Output<AsConfigurationResult> =>
  output(getAsConfiguration, args).apply((found) => guarded(found, mayHoldSecrets(found)));

/**
 * Lists the AS configurations of the project that meet every given condition; without one, all. Takes one call for a
 * hundred of them.
 *
 * @see as_06_0202
 */
export const getAsConfigurations = (args: GetAsConfigurationsArgs = {}): Promise<AsConfigurationResult[]> =>
  ask("asConfigurations", args);

/**
 * Lists the AS configurations of the project; the conditions may be results of resources. The output is secret if one
 * of them has user data, files or metadata.
 *
 * @see getAsConfigurations
 */
export const getAsConfigurationsOutput = (
  args: Inputs<GetAsConfigurationsArgs> = {},
): pulumi.Output<AsConfigurationResult[]> =>
  output(getAsConfigurations, args).apply((found) => guarded(found, found.some(mayHoldSecrets)));
