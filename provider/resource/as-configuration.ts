import * as pulumi from "@pulumi/pulumi";
import type { AsConfigurationArgs, InstanceConfigArgs } from "./as-configuration-args";
import type { InstanceConfigOutput } from "./as-configuration-outputs";
import { existingId } from "./existing";
import { ownUrn } from "./own-urn";
import { providerText } from "./provider-text";

const TYPE = "pulumi-nodejs:dynamic/otc:AsConfiguration";

/** Every output has to be named, or the engine drops it. */
const outputs = {
  scalingConfigurationId: undefined,
  scalingConfigurationName: undefined,
  instanceConfig: undefined,
  sourceScalingConfigurationId: undefined,
  keptConfigurationIds: undefined,
  keyFingerprint: undefined,
  createTime: undefined,
  region: undefined,
  projectId: undefined,
};

/** What is put into instances is where programs have passwords. */
const CONTENTS = ["userData", "userDataBase64", "personality", "metadata"] as const;

const isPlain = (value: pulumi.Input<InstanceConfigArgs>): value is InstanceConfigArgs =>
  !pulumi.Output.isInstance(value) && !(value instanceof Promise);

/** Secret are only the contents, so that a preview still shows what else is edited. */
const guarded = (
  config: pulumi.Input<InstanceConfigArgs> | undefined,
): pulumi.Input<InstanceConfigArgs> | undefined => {
  if (config === undefined) return undefined;
  if (!isPlain(config)) return pulumi.secret(config);
  const secrets = CONTENTS.filter((name) => config[name] !== undefined).map((name): [string, unknown] => [
    name,
    pulumi.secret<unknown>(config[name]),
  ]);
  return { ...config, ...Object.fromEntries(secrets) };
};

/**
 * An AS configuration: the template from which AS groups make instances.
 *
 * ```ts
 * const template = new AsConfiguration("web", {
 *   instanceConfig: {
 *     flavorRef: ["s3.medium.1", "s3.large.1"],
 *     multiFlavorPriorityPolicy: "PICK_FIRST",
 *     imageRef: imageId,
 *     disk: [{ size: 40, volumeType: "SAS", diskType: "SYS" }],
 *     keyName: "ops",
 *     userData: "#!/bin/sh\necho hello",
 *   },
 * });
 * ```
 *
 * The API cannot modify one. Every change creates a new configuration, lets the groups of the program use it, and then
 * deletes the old one. While a group still uses the old one, its deletion is repeated as long as `timeouts.delete`
 * allows (AS.1006). A project has at most 100 of them (AS.1024).
 *
 * @see as_06_0201
 */
export class AsConfiguration extends pulumi.CustomResource {
  /** ID of the configuration; the same as `id`. */
  declare readonly scalingConfigurationId: pulumi.Output<string>;
  /** Name of the configuration. */
  declare readonly scalingConfigurationName: pulumi.Output<string>;
  /** The template, as the program wrote it. Secret as a whole. One that was looked up has no contents. */
  declare readonly instanceConfig: pulumi.Output<InstanceConfigOutput>;
  /** The configuration from which it was copied. */
  declare readonly sourceScalingConfigurationId: pulumi.Output<string | undefined>;
  /** IDs of the configurations that were replaced and stay, newest first; see `keepConfigurations`. */
  declare readonly keptConfigurationIds: pulumi.Output<string[] | undefined>;
  /** Fingerprint of the key pair. */
  declare readonly keyFingerprint: pulumi.Output<string | undefined>;
  /** When it was created, such as `2026-01-31T12:00:00Z`. */
  declare readonly createTime: pulumi.Output<string>;
  /** Region that the configuration lives in. */
  declare readonly region: pulumi.Output<string>;
  /** Project that the configuration lives in. */
  declare readonly projectId: pulumi.Output<string>;

  /**
   * @param name name of the resource, from which the configuration's physical name is derived
   * @param args what instances are made of
   * @param opts Pulumi's resource options
   */
  constructor(name: string, args: AsConfigurationArgs, opts?: pulumi.CustomResourceOptions) {
    const selfUrn = ownUrn(name, TYPE, opts?.parent);
    const instanceConfig = guarded(args.instanceConfig);
    super(
      TYPE,
      name,
      {
        ...outputs,
        ...args,
        instanceConfig,
        selfUrn,
        __provider: providerText("asConfiguration"),
      },
      pulumi.mergeOptions({ additionalSecretOutputs: ["instanceConfig"] }, opts),
    );
  }

  /**
   * Looks up a configuration that is managed elsewhere. What is put into instances is left out: for that there is
   * `getAsConfiguration`.
   *
   * @param name name of the resource in this program
   * @param id ID of the configuration
   * @param opts Pulumi's resource options
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    opts?: pulumi.CustomResourceOptions,
  ): AsConfiguration {
    return new AsConfiguration(name, {}, { ...opts, id: existingId("AS configuration", name, id) });
  }
}
