/**
 * Finding our own configuration again after an interrupted create: the answer was lost, or the process was killed before
 * the engine could record the id.
 *
 * Names are not unique. One is ours only if it has our name and is what this program would have created. Under a name
 * that the user chose, another stack may have made the same. What an interrupted create has left cannot be in use, since
 * nobody was told its id: one that a group uses belongs to somebody else. Two that nobody uses cannot be told apart: the
 * service keeps neither tags nor a description of a configuration.
 */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { type AsError, stopped } from "../error";
import type { AsConfigurationArguments } from "./arguments";
import type { AsConfiguration } from "./model";
import { creationOf } from "./creation";
import { derivedNames } from "./derived-name";
import { isMadeBy } from "./same";

/**
 * Which of these configurations an earlier run of this program created.
 *
 * @param excluded ids of configurations that other resources have, or that is being replaced
 */
export const ownConfiguration = (
  configurations: readonly AsConfiguration[],
  args: AsConfigurationArguments,
  excluded: ReadonlySet<string>,
): E.Either<AsError, O.Option<string>> => {
  const creation = creationOf(args);
  const { instanceConfig = {}, sourceScalingConfigurationId: source, scalingConfigurationName } = creation;
  const inherits = source !== undefined || instanceConfig.instanceId !== undefined;
  const derived = derivedNames(args);
  const hasDerivedName = derived.includes(scalingConfigurationName);
  const names = hasDerivedName ? derived : [scalingConfigurationName];
  const ours = configurations.filter(
    (live) =>
      names.includes(live.scalingConfigurationName) &&
      !excluded.has(live.scalingConfigurationId) &&
      (hasDerivedName || live.scalingGroupId === undefined) &&
      isMadeBy(instanceConfig, live.instanceConfig, inherits),
  );
  const ids = ours.map(({ scalingConfigurationId }) => scalingConfigurationId);
  return ids.length > 1
    ? E.left(
        stopped(
          `${ids.length} AS configurations are named ${scalingConfigurationName} and look like this one: ${ids.join(", ")}`,
          [
            "delete those that you do not need and run `pulumi up` again",
            "choose another scalingConfigurationName",
          ],
        ),
      )
    : E.right(O.fromNullable(ids[0]));
};
