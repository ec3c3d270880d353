/** AS.0xxx and the paging codes: codes that any operation can answer. */
import { type AsCodes, REPORT_BUG, TRY_AGAIN } from "./entry";

export const generalCodes: AsCodes = {
  "AS.0001": { meaning: "the service failed inside", next: TRY_AGAIN },
  "AS.0002": { meaning: "the request had no body", next: REPORT_BUG },
  "AS.0003": {
    meaning: "the group is locked by a scaling action",
    next: "wait until the scaling action has ended and run `pulumi up` again",
  },
  "AS.0005": {
    meaning: "the request had no token",
    next: "check the sign-in settings (OS_TOKEN, OS_USERNAME, OS_PASSWORD or otc:token, otc:userName, otc:password)",
  },
  "AS.0006": {
    meaning: "the token is wrong, invalid or expired",
    next: "get a new token, or sign in with a user and a password, which renews tokens by itself",
  },
  "AS.0007": {
    meaning: "the object that the request addresses does not exist",
    next: "run `pulumi refresh` if somebody deleted it outside of Pulumi",
  },
  "AS.0008": {
    meaning: "the project of the token is not the project of the request",
    next: "sign in to the project of the group (OS_PROJECT_ID or OS_PROJECT_NAME, otc:projectId or otc:projectName)",
  },
  "AS.0011": {
    meaning: "the user lacks a role for Auto Scaling in this project",
    next: "give the user the role AutoScaling Administrator, or sign in as another user",
  },
  "AS.0022": { meaning: "the body of the request is not what the service reads", next: REPORT_BUG },
  "AS.0026": { meaning: "the group is in its cooldown", next: "wait until the cooldown has ended" },
  "AS.0031": {
    meaning: "a policy of the account does not allow this action to the user",
    next: "allow the action to the user (one of as:groups, as:configs, as:policies, as:instances, as:tags and their like), or sign in as another user",
  },
  "AS.0033": {
    meaning: "the endpoint does not know this version of the API",
    next: "check the AS endpoint (OTC_AS_ENDPOINT or otc:endpoint)",
  },
  "AS.0034": {
    meaning: "the group is carrying out a scaling action",
    next: "wait until the scaling action has ended",
  },
  "AS.0049": { meaning: "the service could not reach IAM", next: TRY_AGAIN },
  "AS.0050": {
    meaning: "the group already has its maximum number of instances",
    next: "raise maxInstanceNumber",
  },
  "AS.1001": { meaning: "start_number of a listing is invalid", next: REPORT_BUG },
  "AS.1002": { meaning: "limit of a listing is invalid", next: REPORT_BUG },
  "AS.1067": { meaning: "offset of a listing is invalid", next: REPORT_BUG },
  "AS.1074": { meaning: "marker of a listing is invalid", next: REPORT_BUG },
};
