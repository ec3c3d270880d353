/** AS.4xxx: codes of the instances of a group. */
import { type AsCodes, REPORT_BUG } from "./entry";

export const instanceCodes: AsCodes = {
  "AS.4000": { meaning: "start_number of an instance listing is invalid", next: REPORT_BUG },
  "AS.4001": { meaning: "limit of an instance listing is invalid", next: REPORT_BUG },
  "AS.4003": { meaning: "the life cycle state of an instance listing is invalid", next: REPORT_BUG },
  "AS.4004": { meaning: "the health status of an instance listing is invalid", next: REPORT_BUG },
  "AS.4005": {
    meaning: "the group of the instances does not exist",
    next: "run `pulumi refresh` if somebody deleted it outside of Pulumi",
  },
  "AS.4006": {
    meaning: "the instance is not in the group",
    next: "run `pulumi up` again: somebody may have removed the instance meanwhile",
  },
  "AS.4007": { meaning: "instance_delete is neither yes nor no", next: REPORT_BUG },
  "AS.4008": { meaning: "the start time of a log query is invalid", next: REPORT_BUG },
  "AS.4009": { meaning: "the end time of a log query is invalid", next: REPORT_BUG },
  "AS.4010": { meaning: "start_number of a log query is invalid", next: REPORT_BUG },
  "AS.4011": { meaning: "limit of a log query is invalid", next: REPORT_BUG },
  "AS.4012": { meaning: "the log id of a log query is invalid", next: REPORT_BUG },
  "AS.4013": { meaning: "the request names no instances to remove", next: REPORT_BUG },
  "AS.4014": { meaning: "the instances belong to different groups", next: REPORT_BUG },
  "AS.4015": {
    meaning: "the instance is not in service",
    next: "wait until the instance is in service or has left, and run `pulumi up` again",
  },
  "AS.4017": { meaning: "the request names an empty instance", next: REPORT_BUG },
  "AS.4018": { meaning: "the action on instances is unknown to the service", next: REPORT_BUG },
  "AS.4019": { meaning: "the request names no instances to add", next: REPORT_BUG },
  "AS.4020": {
    meaning: "the instance is in a zone that the group does not use",
    next: "add the zone to availableZones",
  },
  "AS.4021": { meaning: "the instance is in another VPC", next: "use an instance in the VPC of the group" },
  "AS.4022": { meaning: "more instances would be added than are allowed", next: "raise maxInstanceNumber" },
  "AS.4023": { meaning: "the instance is already in the group", next: "leave the instance where it is" },
  "AS.4024": { meaning: "the instance to add is not active", next: "wait until the instance is active" },
  "AS.4026": { meaning: "more instances would be removed than are allowed", next: "lower minInstanceNumber" },
  "AS.4027": {
    meaning: "the instance is in another group",
    next: "remove the instance from the other group first",
  },
  "AS.4028": { meaning: "the request names an instance without an id", next: REPORT_BUG },
  "AS.4029": {
    meaning: "some instances could not be added",
    next: "look at the code of each instance in the answer of the service",
  },
  "AS.4030": {
    meaning: "some instances could not be removed",
    next: "look at the code of each instance in the answer of the service, and run `pulumi up` again",
  },
  "AS.4032": { meaning: "the request has no list of instances", next: REPORT_BUG },
  "AS.4033": {
    meaning: "the protection of some instances could not be changed",
    next: "look at the code of each instance in the answer of the service, and run `pulumi up` again",
  },
  "AS.4043": { meaning: "the request names more than 10 instances", next: REPORT_BUG },
};
