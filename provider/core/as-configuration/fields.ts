/** The arguments of an AS configuration beside the live one. Nothing can be modified: every change replaces. */
import type { FieldTable } from "../resource/field";
import { shown } from "../resource/field";
import type { AsConfigurationArguments } from "./arguments";
import type { AsConfiguration, InstanceConfig } from "./model";
import { requestOf } from "./request";
import { isMadeBy, sameArguments } from "./same";

/**
 * The live template in the form of the argument, without what is put into instances: that may be secret, and the state
 * of a resource that was only looked up has no encrypted place for it.
 */
const withoutContents = ({
  keyFingerprint: _,
  personality: _files,
  userData: _data,
  metadata: _metadata,
  ...config
}: InstanceConfig): Readonly<Record<string, unknown>> => ({ ...config });

/** The fields. */
export const configurationFields: FieldTable<AsConfigurationArguments, AsConfiguration> = {
  scalingConfigurationName: {
    live: (live) => live.scalingConfigurationName,
    // The live name never changes. Where it is another one, it was derived by an earlier version of this package.
    same: (wanted, live, before) => wanted === live.scalingConfigurationName || wanted === before,
    change: "replace",
    whenRemoved: "kept",
    show: shown,
  },
  instanceConfig: {
    live: (live) => withoutContents(live.instanceConfig),
    same: (wanted, live, before) =>
      before === undefined
        ? isMadeBy(requestOf(wanted), live.instanceConfig, true)
        : sameArguments(wanted, before),
    change: "replace",
    whenRemoved: { to: {} },
    // Members may hold secrets, and the engine shows which of them were edited.
    show: () => "another template",
  },
  // The service does not tell from which one a configuration was made.
  sourceScalingConfigurationId: {
    live: () => undefined,
    same: (wanted, _live, before) => before === undefined || wanted === before,
    change: "replace",
    whenRemoved: { to: "" },
    show: shown,
  },
};
