/** What is left out on purpose, each with its reason. The test refuses what is not true. */

/** Reasons by field, or for a whole operation under `*`. */
type Reasons = Readonly<Record<string, string>>;

const SAID_BY_THE_REQUEST: Reasons = {
  "response start_number": "the request said it",
  "response limit": "the request said it",
};

const VERSION_2: Reasons = { "*": "version 2 knows everything that version 1 knows, and bandwidths besides" };
const FIXED_VERSIONS: Reasons = { "*": "the versions in use are fixed" };
const ALL_GROUPS = "all groups are asked for, without conditions";
const PASSWORD = "a password is never taken in";
const UNKNOWN_BODIES = "bodies of calls, of which nobody knows what they hold";

const configuration = (path: string): Reasons => ({
  [`response ${path}.tenant`]: "the project, which is known",
  [`response ${path}.instance_config.adminPass`]: PASSWORD,
  [`response ${path}.instance_config.metadata.admin_pass`]: PASSWORD,
});

/** What the provider does not use. */
export const leftOutByProvider: Readonly<Record<string, Reasons>> = {
  as_06_0102: SAID_BY_THE_REQUEST,
  as_06_0202: { ...SAID_BY_THE_REQUEST, ...configuration("scaling_configurations[]") },
  as_06_0203: configuration("scaling_configuration"),
  as_06_0205: { "*": "an AS configuration is deleted by itself (as_06_0204), when its resource goes" },
  as_06_0301: SAID_BY_THE_REQUEST,
  as_06_0302: { "*": "the batch (as_06_0303) does the same for one to ten instances" },
  as_06_0401: VERSION_2,
  as_06_0403: VERSION_2,
  as_06_0405: VERSION_2,
  as_06_0406: SAID_BY_THE_REQUEST,
  as_06_0407: SAID_BY_THE_REQUEST,
  as_06_0408: VERSION_2,
  as_06_0412: { "*": "a policy is changed and deleted by itself, when its resource is" },
  as_06_0501: {
    ...SAID_BY_THE_REQUEST,
    "response scaling_policy_execute_log[].job_records[].request": UNKNOWN_BODIES,
    "response scaling_policy_execute_log[].job_records[].response": UNKNOWN_BODIES,
  },
  as_06_0601: { "*": "version 2 (as_06_0602) tells more, and why an action failed" },
  as_06_0602: SAID_BY_THE_REQUEST,
  as_06_0903: { "*": "the list (as_06_0902) tells the same, and serves all hooks of the group" },
  as_06_0905: { "*": "instances call back themselves, or whoever listens to the topic" },
  as_06_1001: { "*": "tags are read by group (as_06_1002, as_06_1004)" },
  as_06_1002: {
    "response sys_tags[].key": "tags of the system are not the user's",
    "response sys_tags[].value": "tags of the system are not the user's",
  },
  as_06_1004: {
    ...Object.fromEntries(
      ["tags", "tags_any", "not_tags", "not_tags_any"].flatMap((list) => [
        [`request ${list}[].key`, ALL_GROUPS],
        [`request ${list}[].values[]`, ALL_GROUPS],
      ]),
    ),
    "request matches[].key": ALL_GROUPS,
    "request matches[].value": ALL_GROUPS,
    "request marker": "the offset does the same",
    "response marker": "the offset does the same",
    "response resources[].resource_detail": "a constant",
    "response resources[].resource_name": "known from the group",
  },
  as_06_1101: FIXED_VERSIONS,
  as_06_1102: FIXED_VERSIONS,
};

const NO_CALLS = "the simulator calls no other services";
const NEVER_ANSWERED = "a password is never answered";

/** What the simulator does not have. */
export const leftOutBySimulator: Readonly<Record<string, Reasons>> = {
  as_06_0202: {
    "response scaling_configurations[].instance_config.adminPass": "the example of the page does not have it",
    "response scaling_configurations[].instance_config.metadata.admin_pass": NEVER_ANSWERED,
  },
  as_06_0203: {
    "response scaling_configuration.instance_config.metadata.admin_pass": NEVER_ANSWERED,
  },
  as_06_0501: {
    "response scaling_policy_execute_log[].job_records[].request": NO_CALLS,
    "response scaling_policy_execute_log[].job_records[].response": NO_CALLS,
    "response scaling_policy_execute_log[].job_records[].code": NO_CALLS,
  },
};

/** What the provider sends although no table has it. */
export const sentUndocumented: Readonly<Record<string, Reasons>> = {
  as_06_0201: {
    "request instance_config.multi_flavor_priority_policy": "an example of the page has it, no table does",
  },
};
