/** Codes that a preview names before the service could, in its own words. */
import { attachmentObstacles, type ClaimComparison } from "../../../provider/core/instance-claim/compare";
import { groupWarnings, noConfiguration } from "../../../provider/core/preflight/group";
import { CONFIGURATION_QUOTA, describeShortage, GROUP_QUOTA } from "../../../provider/core/preflight/quota";
import { group } from "../../support/as-group";

const nobody: ClaimComparison = { grant: [], withdraw: [], drifted: [], departed: [], strangers: [] };
const unknownConfiguration = noConfiguration("3b7cf3c2-5632-4b92-909d-3fb64afebede");

/** What stops a preview, or what it warns of. */
export const saidAhead: Readonly<Record<string, string>> = {
  "AS.1004": unknownConfiguration._tag === "Stopped" ? unknownConfiguration.reason : "",
  "AS.1024": describeShortage({ kind: CONFIGURATION_QUOTA, quota: 100, used: 100, planned: 1 }),
  "AS.2023": describeShortage({ kind: GROUP_QUOTA, quota: 10, used: 9, planned: 2 }),
  "AS.2035": attachmentObstacles({ ...nobody, grant: ["i-1"] }, group({ maxInstanceNumber: 0 }), []).join(),
  "AS.2036": attachmentObstacles({ ...nobody, withdraw: ["i-1"] }, group(), []).join(),
  "AS.2045": groupWarnings({ maxInstanceNumber: 300 }, [{ type: "scaling_Instance", quota: 200 }], "").join(),
};
