/** What AS configurations are looked up by. */
import { id } from "../codec/scalar";
import { optional } from "../codec/structure";
import { byIdOrName, filter, type LookupArguments } from "./arguments";

/** Which AS configuration to look up: by its ID, or by its name. */
export interface GetAsConfigurationArgs {
  /** ID of the AS configuration. */
  readonly scalingConfigurationId?: string;
  /** Its whole name. Names are not unique in AS: with several AS configurations of this name, the look-up fails. */
  readonly scalingConfigurationName?: string;
}

/** Which AS configurations to list: those that meet every given condition, which the service checks. */
export interface GetAsConfigurationsArgs {
  /** Part of the name. */
  readonly scalingConfigurationName?: string;
  /** ID of the image from which instances are made. */
  readonly imageId?: string;
}

export const asConfigurationArguments: LookupArguments<GetAsConfigurationArgs> = {
  members: {
    scalingConfigurationId: optional(id("the ID of an AS configuration")),
    scalingConfigurationName: optional(filter("the name of an AS configuration")),
  },
  rules: byIdOrName("scalingConfigurationId", "scalingConfigurationName"),
};

export const asConfigurationsArguments: LookupArguments<GetAsConfigurationsArgs> = {
  members: {
    scalingConfigurationName: optional(filter("part of a name")),
    imageId: optional(id("the ID of an image")),
  },
};
