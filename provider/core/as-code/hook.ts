/** AS.703x to AS.7055: codes of lifecycle hooks. */
import { type AsCodes, REPORT_BUG } from "./entry";

export const hookCodes: AsCodes = {
  "AS.7030": {
    meaning: "the time-out of the lifecycle hook is out of range",
    next: "use 60 to 86400 seconds for defaultTimeout",
  },
  "AS.7031": {
    meaning: "the name of the lifecycle hook has characters that are not allowed, or is too long",
    next: "use 1 to 32 characters of A-Z a-z 0-9 _ - for lifecycleHookName",
  },
  "AS.7032": { meaning: "the lifecycle hook has no name", next: "give lifecycleHookName" },
  "AS.7033": {
    meaning: "the type of the lifecycle hook is invalid",
    next: "use INSTANCE_LAUNCHING or INSTANCE_TERMINATING for lifecycleHookType",
  },
  "AS.7034": {
    meaning: "the result of the lifecycle hook is invalid",
    next: "use ABANDON or CONTINUE for defaultResult",
  },
  "AS.7035": {
    meaning: "the metadata of the lifecycle hook is too long",
    next: "use at most 256 characters for notificationMetadata",
  },
  "AS.7036": { meaning: "the request says nothing about the lifecycle hook", next: REPORT_BUG },
  "AS.7037": { meaning: "the lifecycle hook has no type", next: "give lifecycleHookType" },
  "AS.7038": {
    meaning: "the group has as many lifecycle hooks as it may have: five",
    next: "take one out of the program and run `pulumi up`, or delete one that you no longer need",
  },
  "AS.7039": { meaning: "the callback has no result", next: REPORT_BUG },
  "AS.7040": { meaning: "the callback names no instance", next: REPORT_BUG },
  "AS.7041": {
    meaning: "the group has a lifecycle hook of this name already",
    next: "choose another lifecycleHookName, or take the hook over: adoptId",
  },
  "AS.7042": { meaning: "the instance is not held by this lifecycle hook", next: REPORT_BUG },
  "AS.7043": {
    meaning: "the SMN topic of the lifecycle hook does not exist",
    next: "check notificationTopicUrn: the topic must exist in this project",
  },
  "AS.7055": {
    meaning: "the metadata of the lifecycle hook has characters that are not allowed",
    next: "use none of < > & ' ( ) in notificationMetadata",
  },
};
