/** The AS configuration as a kind of resource. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { createAsConfiguration } from "../../api/as-configuration";
import {
  type AsConfigurationArguments,
  configurationRules,
  configurationTable,
} from "../../core/as-configuration/arguments";
import { creationOf } from "../../core/as-configuration/creation";
import { openContent } from "../../core/as-configuration/derived-name";
import { configurationFields } from "../../core/as-configuration/fields";
import { hiddenParts, instanceConfigNames } from "../../core/as-configuration/instance-config";
import type { AsConfiguration } from "../../core/as-configuration/model";
import { ownConfiguration } from "../../core/as-configuration/ownership";
import { isWayBack, wayMark } from "../../core/as-configuration/way-back";
import { CONFIGURATION_QUOTA } from "../../core/preflight/quota";
import type { ResourceEnvironment } from "../resource/environment";
import type { Kind } from "../resource/kind";
import { liveConfigurations } from "./live-configurations";
import { removeConfiguration } from "./remove";

const claim = ({ shared }: ResourceEnvironment, id: string): void => {
  shared(liveConfigurations).claimed.add(id);
};

/** The description. */
export const asConfigurationKind: Kind<AsConfigurationArguments, AsConfiguration> = {
  title: "AS configuration",
  table: configurationTable,
  nameArgument: "scalingConfigurationName",
  nested: { instanceConfig: instanceConfigNames },
  hiddenArguments: [],
  hiddenParts,
  nameMark: openContent,
  outputNames: [
    "scalingConfigurationId",
    "keptConfigurationIds",
    "keyFingerprint",
    "createTime",
    "region",
    "projectId",
  ],
  rules: configurationRules,
  fields: configurationFields,
  // Which group uses it changes without this resource, and would pass for a change of it.
  outputsOf: ({ scalingConfigurationId, createTime, instanceConfig: { keyFingerprint } }) => ({
    scalingConfigurationId,
    createTime,
    keyFingerprint,
  }),
  idOutput: "scalingConfigurationId",
  keeping: {
    argument: "keepConfigurations",
    output: "keptConfigurationIds",
    marksOutput: "keptConfigurationMarks",
    most: ({ keepConfigurations = 0 }) => keepConfigurations,
    mark: wayMark,
    isWanted: isWayBack,
  },
  quota: {
    kind: CONFIGURATION_QUOTA,
    exists: ({ shared }, { scalingConfigurationName: wanted }) => {
      const { all, claimed } = shared(liveConfigurations);
      return pipe(
        all,
        TE.map(({ byId }) =>
          [...byId.values()].some(
            ({ scalingConfigurationId: id, scalingConfigurationName: name }) =>
              name === wanted && !claimed.has(id),
          ),
        ),
      );
    },
  },
  busyCodes: [],
  find: (environment, id) => {
    claim(environment, id);
    return environment.shared(liveConfigurations).find(id);
  },
  invalidate: ({ shared }, id) => {
    shared(liveConfigurations).invalidate(id);
  },
  findOwn: (environment, args, replacedId) => {
    const { all, claimed } = environment.shared(liveConfigurations);
    return pipe(
      all,
      TE.chainEitherK(({ byId }) =>
        // Those that other resources have taken meanwhile are known only now.
        ownConfiguration([...byId.values()], args, new Set(claimed).add(replacedId ?? "")),
      ),
      TE.chainFirstIOK((own) => () => {
        if (O.isSome(own)) claim(environment, own.value);
      }),
    );
  },
  createsUnlisted: true,
  create: ({ environment }, args) =>
    pipe(
      createAsConfiguration(environment.client)(creationOf(args)),
      TE.chainFirstIOK((id) => () => {
        claim(environment, id);
      }),
    ),
  // There is nothing that could be modified: every field replaces.
  update: () => TE.fromEither(E.right(undefined)),
  remove: removeConfiguration,
};
