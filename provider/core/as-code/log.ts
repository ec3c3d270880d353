/** AS.9xxx: codes of the logs of scaling actions and of executions of policies. */
import { type AsCodes, REPORT_BUG } from "./entry";

const MOMENT = "a UTC time such as 2026-01-31T12:00:00Z";

export const logCodes: AsCodes = {
  "AS.9001": { meaning: "the startTime of scaling actions is invalid", next: `use ${MOMENT} for startTime` },
  "AS.9002": { meaning: "the endTime of scaling actions is invalid", next: `use ${MOMENT} for endTime` },
  "AS.9003": { meaning: "the start_number of the scaling actions is invalid", next: REPORT_BUG },
  "AS.9004": { meaning: "the limit of the scaling actions is invalid", next: REPORT_BUG },
  "AS.9005": {
    meaning: "the id of the scaling action does not have the right form",
    next: "use the id of a scaling action, as getScalingActions returns it, for logId",
  },
  "AS.9007": {
    meaning: "the startTime or the endTime of executions is invalid",
    next: `use ${MOMENT} for startTime and endTime`,
  },
  "AS.9008": { meaning: "the start_number of the executions is invalid", next: REPORT_BUG },
  "AS.9009": { meaning: "the limit of the executions is invalid", next: REPORT_BUG },
  "AS.9010": {
    meaning: "the id of the execution does not have the right form",
    next: "use the id of an execution, as getAsPolicyExecutions returns it, for logId",
  },
  "AS.9011": {
    meaning: "the id of the group or bandwidth does not have the right form",
    next: "use the id of an AS group or of a bandwidth for scalingResourceId",
  },
  "AS.9012": {
    meaning: "the type of scaling actions does not exist",
    next: "use the types that the documentation of getScalingActions names, such as NORMAL and MANUAL_ADD",
  },
  "AS.9013": {
    meaning: "the status of scaling actions does not exist",
    next: "use SUCCESS, FAIL or DOING for status",
  },
};
