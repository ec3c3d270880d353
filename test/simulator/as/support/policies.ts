/** Calls on AS policies that tests share. */
import type { Answer, Json, TestService } from "./service";

export type Version = "v1" | "v2";

export const ALARM = "al1700000000000abcdefghi";
export const OTHER_ALARM = "al1700000000001ABCDEFGHI";

/** A policy of version 1 that listens to {@link ALARM}. */
export const policyBody = (scaling_group_id: string, fields: Json = {}): Json => ({
  scaling_policy_name: "busy",
  scaling_group_id,
  scaling_policy_type: "ALARM",
  alarm_id: ALARM,
  ...fields,
});

/** The same of version 2. */
export const policyBodyV2 = (scaling_resource_id: string, fields: Json = {}): Json => ({
  scaling_policy_name: "busy",
  scaling_resource_type: "SCALING_GROUP",
  scaling_resource_id,
  scaling_policy_type: "ALARM",
  alarm_id: ALARM,
  ...fields,
});

export const postPolicy = (
  service: TestService,
  resource: string,
  fields: Json = {},
  version: Version = "v1",
): Promise<Answer> =>
  service.call(
    "POST",
    "scaling_policy",
    (version === "v1" ? policyBody : policyBodyV2)(resource, fields),
    version,
  );

export async function createPolicy(
  service: TestService,
  resource: string,
  fields: Json = {},
  version: Version = "v1",
): Promise<string> {
  const { status, body } = await postPolicy(service, resource, fields, version);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body["scaling_policy_id"] as string;
}

export async function getPolicy(service: TestService, id: string, version: Version = "v1"): Promise<Json> {
  const { body } = await service.call("GET", `scaling_policy/${id}`, undefined, version);
  return body["scaling_policy"] as Json;
}

export const actOnPolicy = (service: TestService, id: string, action: string): Promise<Answer> =>
  service.call("POST", `scaling_policy/${id}/action`, { action });

export async function executionLogsOf(service: TestService, id: string, query = ""): Promise<Json[]> {
  const { body } = await service.call("GET", `scaling_policy_execute_log/${id}${query}`);
  return body["scaling_policy_execute_log"] as Json[];
}

export const createBandwidth = (service: TestService, size: number): string =>
  service.outside("createBandwidth", { size })["bandwidth_id"] as string;

/** Mbit/s. */
export const bandwidthSize = (service: TestService, id: string): number | undefined =>
  service.snapshot().bandwidths.find((bandwidth) => bandwidth.id === id)?.size;
