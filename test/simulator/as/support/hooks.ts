/** Calls on lifecycle hooks that tests share. */
import type { Answer, Json, TestService } from "./service";

export const TOPIC = "urn:smn:eu-de:0123456789abcdef0123456789abcdef:scaling";

export const hookBody = (fields: Json = {}): Json => ({
  lifecycle_hook_name: "prepare",
  lifecycle_hook_type: "INSTANCE_LAUNCHING",
  notification_topic_urn: TOPIC,
  ...fields,
});

export const createHook = (service: TestService, group: string, fields: Json = {}): Promise<Answer> =>
  service.call("POST", `scaling_lifecycle_hook/${group}`, hookBody(fields));

export const callBack = (service: TestService, group: string, body: Json): Promise<Answer> =>
  service.call("PUT", `scaling_instance_hook/${group}/callback`, body);

/** The rows of `instance_hanging_info`. */
export async function suspensionsOf(service: TestService, group: string, query = ""): Promise<Json[]> {
  const { body } = await service.call("GET", `scaling_instance_hook/${group}/list${query}`);
  return body["instance_hanging_info"] as Json[];
}
