/** Calls and bodies that the checks of variants share. */
import {
  createRunningGroup,
  groupBody,
  POOL,
  SECOND,
  UNKNOWN,
  type Answer,
  type Json,
  type TestService,
} from "../support/service";

/** Tries one reading on a service that was started with it. */
export type Check = (service: TestService) => Promise<void>;

export const pool = { pool_id: POOL, protocol_port: 80, weight: 1 };
export const otherPool = { ...pool, pool_id: UNKNOWN };

export const put = (service: TestService, id: string, body: Json): Promise<Answer> =>
  service.call("PUT", `scaling_group/${id}`, body);
export const post = (service: TestService, fields: Json): Promise<Answer> =>
  service.call("POST", "scaling_group", groupBody(service, fields));
export const act = (service: TestService, id: string, action: string): Promise<Answer> =>
  service.call("POST", `scaling_group/${id}/action`, { action });
export const batch = (service: TestService, id: string, body: Json): Promise<Answer> =>
  service.call("POST", `scaling_group_instance/${id}/action`, body);
export const tag = (service: TestService, id: string, value: string): Promise<Answer> =>
  service.call("POST", `scaling_group_tag/${id}/tags/action`, {
    action: "create",
    tags: [{ key: "key", value }],
  });

export async function createScalingGroup(service: TestService, fields: Json = {}): Promise<string> {
  const id = await createRunningGroup(service, 1, fields);
  await put(service, id, { desire_instance_number: 2 });
  service.advance(4 * SECOND);
  return id;
}
