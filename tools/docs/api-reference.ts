/** Where the pages of the API reference of Auto Scaling are, whose ids docstrings and guides name. Pure. */

const REFERENCE = "https://docs.otc.t-systems.com/auto-scaling/api-ref";

const folder = (name: string, pages: Readonly<Record<string, string>>): readonly [string, string][] =>
  Object.entries(pages).map(([id, page]) => [id, `${REFERENCE}/${name}/${page}.html`]);

/** Addresses by id. The site of the service names its pages by their titles, its sources by these ids. */
const addresses: ReadonlyMap<string, string> = new Map([
  ...folder("apis/as_groups", {
    as_06_0101: "creating_an_as_group",
    as_06_0102: "querying_as_groups",
    as_06_0103: "querying_an_as_group",
    as_06_0104: "modifying_an_as_group",
    as_06_0105: "deleting_an_as_group",
    as_06_0106: "enabling_or_disabling_an_as_group",
  }),
  ...folder("apis/as_configurations", {
    as_06_0201: "creating_an_as_configuration",
    as_06_0202: "querying_as_configurations",
    as_06_0203: "querying_an_as_configuration",
    as_06_0204: "deleting_an_as_configuration",
    as_06_0205: "batch_deleting_as_configurations",
  }),
  ...folder("apis/instances", {
    as_06_0301: "querying_instances_in_an_as_group",
    as_06_0302: "removing_an_instance_from_an_as_group",
    as_06_0303: "batch_managing_instances",
  }),
  ...folder("apis/as_policies", {
    as_06_0401: "creating_an_as_policy",
    as_06_0402: "creating_an_as_policy_v2",
    as_06_0403: "modifying_an_as_policy",
    as_06_0404: "modifying_an_as_policy_v2",
    as_06_0405: "querying_as_policies_bound_to_an_as_group",
    as_06_0406: "querying_as_policies_bound_to_a_scaling_resource_v2",
    as_06_0407: "querying_as_policies_v2",
    as_06_0408: "querying_an_as_policy",
    as_06_0409: "querying_an_as_policy_v2",
    as_06_0410: "executing_enabling_or_disabling_an_as_policy",
    as_06_0411: "deleting_an_as_policy",
    as_06_0412: "batch_managing_as_policies",
  }),
  ...folder("apis/as_policy_execution_logs", { as_06_0501: "querying_as_policy_execution_logs" }),
  ...folder("apis/scaling_action_logs", {
    as_06_0601: "querying_scaling_action_logs",
    as_06_0602: "querying_scaling_action_logs_v2",
  }),
  ...folder("apis/quotas", {
    as_06_0701: "querying_as_quotas",
    as_06_0702: "querying_as_policy_and_instance_quotas",
  }),
  ...folder("apis/lifecycle_hooks", {
    as_06_0901: "creating_a_lifecycle_hook",
    as_06_0902: "querying_lifecycle_hooks",
    as_06_0903: "querying_a_lifecycle_hook",
    as_06_0904: "modifying_a_lifecycle_hook",
    as_06_0905: "calling_back_a_lifecycle_hook",
    as_06_0906: "querying_instance_suspension",
    as_06_0907: "deleting_a_lifecycle_hook",
  }),
  ...folder("apis/tags", {
    as_06_1001: "querying_tags",
    as_06_1002: "querying_tags_of_a_resource",
    as_06_1003: "creating_or_deleting_a_tag",
    as_06_1004: "querying_resources_by_tag",
  }),
  ...folder("apis/api_version_query", {
    as_06_1101: "querying_api_versions",
    as_06_1102: "querying_an_api_version",
  }),
  ...folder("appendix", { as_07_0102: "error_codes" }),
  // Notifications have no page of their own: this one says which calls there are.
  ...folder("permissions_and_supported_actions", { as_07_0209: "notifications" }),
]);

/** Markdown in which the ids of pages are links to them. An id that has no address stays as it is. */
export const withLinksToReference = (markdown: string): string =>
  markdown.replace(/\bas_\d{2}_\d{4}\b/g, (id) => {
    const address = addresses.get(id);
    return address === undefined ? id : `[${id}](${address})`;
  });
