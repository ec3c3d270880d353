/** AS.7xxx: codes of tags, enterprise projects and of other services that a group depends on. */
import { type AsCodes, REPORT_BUG, TRY_AGAIN } from "./entry";

const quotaOf = (what: string) => ({
  meaning: `the account's quota of ${what} is used up`,
  next: `free ${what}, or ask for a higher quota`,
});

export const surroundingCodes: AsCodes = {
  "AS.7012": {
    meaning: "a load balancer listener does not exist any more",
    next: "check lbListenerId or lbaasListeners: the listener was deleted or is being deleted",
  },
  "AS.7019": {
    meaning: "a network of the group has no private address left",
    next: "free addresses in the subnet, or add another network",
  },
  "AS.7022": {
    meaning: "the key pair of the AS configuration does not exist",
    next: "create the key pair, or use an AS configuration with another one",
  },
  "AS.7044": { meaning: "the request has no tags", next: REPORT_BUG },
  "AS.7045": { meaning: "the group has too many tags", next: "use at most 10 tags" },
  "AS.7046": {
    meaning: "a tag is invalid",
    next: "use letters, digits, - _ @ in keys (1 to 36) and values (0 to 43 characters)",
  },
  "AS.7047": { meaning: "the value of a tag is too long", next: "use at most 43 characters" },
  "AS.7048": { meaning: "the resource type of a tag request is invalid", next: REPORT_BUG },
  "AS.7049": { meaning: "the action of a tag request is invalid", next: REPORT_BUG },
  "AS.7050": { meaning: "the key of a tag is repeated", next: REPORT_BUG },
  "AS.7052": { meaning: "the matches of a tag query are invalid", next: REPORT_BUG },
  "AS.7054": { meaning: "the value of a tag is repeated in a tag query", next: REPORT_BUG },
  "AS.7059": {
    meaning: "the enterprise project does not exist",
    next: "check enterpriseProjectId",
  },
  "AS.7060": {
    meaning: "the enterprise project cannot be used",
    next: "use another enterpriseProjectId, or ask for access to this one",
  },
  "AS.7061": { meaning: "a tag has no value", next: 'give the tag a value, "" for none' },
  "AS.7062": { meaning: "a tag has no key", next: "give the tag a key" },
  "AS.7063": { meaning: "the key of a tag is too long", next: "use at most 36 characters" },
  "AS.7065": { meaning: "the enterprise project id is malformed", next: 'use "0" or a UUID' },
  "AS.7078": { meaning: "the VPC service did not answer with security groups", next: TRY_AGAIN },
  "AS.7079": { meaning: "the image service did not answer", next: TRY_AGAIN },
  "AS.7081": {
    meaning: "the enterprise project is disabled",
    next: "enable it, or use another enterpriseProjectId",
  },
  "AS.7111": quotaOf("ECS instances"),
  "AS.7112": quotaOf("disks"),
  "AS.7113": quotaOf("EIPs"),
  "AS.7114": quotaOf("memory"),
  "AS.7115": quotaOf("vCPUs"),
};
