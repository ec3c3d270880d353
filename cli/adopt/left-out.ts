/** Leaves out what no program can declare, because it lacks what the class requires. */
import type { Declaration, ResourceClass } from "./declaration";
import type { AttachedGroup, LiveGroups } from "./program";

const kinds: Readonly<Record<ResourceClass, string>> = {
  AsConfiguration: "AS configuration",
  AsGroup: "AS group",
  AsPolicy: "AS policy",
  LifecycleHook: "lifecycle hook",
  AsNotification: "notification",
};

const isDeclarable = ({ lacking }: Declaration): boolean => lacking.length === 0;

const sentenceOf = ({ resource, name, id, lacking }: Declaration): string =>
  `${kinds[resource]} ${name} (${id}), because it has no ${lacking.join(" and no ")} that can be written here`;

/** A group that is left out takes along what is attached to it. */
export const withoutUndeclarable = (all: readonly AttachedGroup[]): LiveGroups => {
  const groups = all.filter(({ group }) => isDeclarable(group));
  const missing = [
    ...all.filter(({ group }) => !isDeclarable(group)).map(({ group }) => group),
    ...groups.flatMap(({ configuration, attached }) =>
      [...(configuration === undefined ? [] : [configuration]), ...attached].filter(
        (each) => !isDeclarable(each),
      ),
    ),
  ];
  return {
    groups: groups.map(({ group, configuration, attached }) => ({
      group,
      ...(configuration !== undefined && isDeclarable(configuration) ? { configuration } : {}),
      attached: attached.filter(isDeclarable),
    })),
    leftOut: [...new Set(missing.map(sentenceOf))],
  };
};
