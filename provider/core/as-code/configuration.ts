/** AS.1xxx as far as operations on groups answer them: they concern the AS configuration that the group uses. */
import type { AsCodes } from "./entry";

const ANOTHER_CONFIGURATION = "create a new AS configuration and use it as scalingConfigurationId";

export const configurationCodes: AsCodes = {
  "AS.1003": { meaning: "no AS configuration is given", next: "give scalingConfigurationId" },
  "AS.1004": {
    meaning: "the AS configuration does not exist",
    next: "check scalingConfigurationId: the AS configuration must exist in this project and region",
  },
  "AS.1015": {
    meaning: "the image of the AS configuration does not exist",
    next: `${ANOTHER_CONFIGURATION}, with an image that exists`,
  },
  "AS.1017": {
    meaning: "the flavor of the AS configuration does not exist",
    next: `${ANOTHER_CONFIGURATION}, with a flavor that the region offers`,
  },
  "AS.1018": {
    meaning: "flavor and image of the AS configuration do not fit each other",
    next: ANOTHER_CONFIGURATION,
  },
  "AS.1019": {
    meaning: "flavor and disk type of the AS configuration do not fit each other",
    next: ANOTHER_CONFIGURATION,
  },
  "AS.1021": {
    meaning: "the image of the AS configuration is not active",
    next: "wait until the image is active, or use an AS configuration with another image",
  },
  "AS.1022": {
    meaning: "the image of the AS configuration cannot be used",
    next: `${ANOTHER_CONFIGURATION}, with an image that this project may use`,
  },
  "AS.1037": {
    meaning: "the flavor of the AS configuration cannot be used now",
    next: "use an AS configuration with another flavor, or other availabilityZones",
  },
  "AS.1086": {
    meaning: "the AS configuration cannot be used for this group",
    next: "use an AS configuration whose settings fit the group's zones and networks",
  },
  "AS.1088": {
    meaning: "a zone of the group does not offer the image of the AS configuration",
    next: "take the zone out of availabilityZones, or use an AS configuration with another image",
  },
};
