/** What can be said about a new AS group before anything is created. */
import type { AsGroupArguments } from "../as-group/arguments";
import type { AsQuota } from "../as-quota/model";
import { stopped, type AsError } from "../error";

/** That the AS configuration of a group does not exist. */
export const noConfiguration = (id: string): AsError =>
  stopped(`there is no AS configuration ${id} in this project: the service would refuse it with AS.1004`, [
    "check scalingConfigurationId, and that you are signed in to the project and region of the AS configuration",
  ]);

/** Zones are named after their region. What is not, is probably a mistake; AS offers no list of zones. */
const zoneWarnings = (zones: readonly string[], region: string | undefined): readonly string[] => {
  if (region === undefined) return [];
  const strange = zones.filter((zone) => !zone.startsWith(region));
  return strange.length === 0
    ? []
    : [
        `availableZones: ${strange.join(", ")} ${strange.length === 1 ? "does" : "do"} not look like a zone of region ${region}`,
      ];
};

/** The quota holds for each group, and is raised by asking for it. */
const instanceWarnings = (max: number | undefined, quotas: readonly AsQuota[]): readonly string[] => {
  const quota = quotas.find(({ type }) => type === "scaling_Instance")?.quota;
  return max === undefined || quota === undefined || max <= quota
    ? []
    : [
        `maxInstanceNumber: ${max} is more than the ${quota} instances that a group of this project may have (AS.2045)`,
      ];
};

/** What is probably wrong, but cannot be known for certain. */
export const groupWarnings = (
  { availableZones = [], maxInstanceNumber }: Partial<AsGroupArguments>,
  quotas: readonly AsQuota[],
  region: string | undefined,
): readonly string[] => [
  ...zoneWarnings(availableZones, region),
  ...instanceWarnings(maxInstanceNumber, quotas),
];
