/** Look-ups of AS configurations. */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { getAsConfiguration, listAsConfigurations } from "../../api/as-configuration";
import type { AsClient } from "../../api/client";
import type { AsConfiguration } from "../../core/as-configuration/model";
import type { AsError } from "../../core/error";
import {
  asConfigurationArguments,
  asConfigurationsArguments,
  type GetAsConfigurationArgs,
  type GetAsConfigurationsArgs,
} from "../../core/lookup/as-configuration";
import { type Lookup, theOnly } from "./lookup";

/** The service looks for a part of the name. */
const named = (client: AsClient, name: string): TE.TaskEither<AsError, AsConfiguration> =>
  pipe(
    listAsConfigurations(client)({ scalingConfigurationName: name }),
    TE.chain(({ configurations }) =>
      theOnly(
        configurations.filter(({ scalingConfigurationName }) => scalingConfigurationName === name),
        ({ scalingConfigurationId }) => scalingConfigurationId,
        "AS configurations",
        "list AS configurations",
      ),
    ),
  );

const describeConfiguration = (args: GetAsConfigurationArgs): string =>
  `AS configuration ${args.scalingConfigurationId ?? args.scalingConfigurationName ?? ""}`;

export const asConfigurationLookup: Lookup<GetAsConfigurationArgs, AsConfiguration> = {
  name: "getAsConfiguration",
  args: asConfigurationArguments,
  object: describeConfiguration,
  find:
    (client) =>
    ({ scalingConfigurationId, scalingConfigurationName = "" }) =>
      scalingConfigurationId === undefined
        ? named(client, scalingConfigurationName)
        : getAsConfiguration(client)(scalingConfigurationId),
};

export const asConfigurationsLookup: Lookup<GetAsConfigurationsArgs, readonly AsConfiguration[]> = {
  name: "getAsConfigurations",
  args: asConfigurationsArguments,
  what: "AS configurations",
  object: () => undefined,
  find: (client) => (args) =>
    pipe(
      listAsConfigurations(client)(args),
      TE.map(({ configurations }) => configurations),
    ),
};
