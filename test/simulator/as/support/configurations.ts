/** Calls on AS configurations that tests share. */
import { SUBNET, UNKNOWN, type Answer, type Json, type TestService } from "./service";

export const IMAGE = SUBNET;
export const system = { size: 40, volume_type: "SAS", disk_type: "SYS" };
export const data = { size: 10, volume_type: "SSD", disk_type: "DATA" };
export const config = { flavorRef: "s3.medium.1", imageRef: IMAGE, disk: [system], key_name: "key" };
export const eip = { ip_type: "5_bgp", bandwidth: { size: 10, share_type: "PER", charging_mode: "traffic" } };
export const encrypted = { __system__encrypted: "1", __system__cmkid: UNKNOWN };
export const base64 = (bytes: number): string => Buffer.alloc(bytes, "x").toString("base64");

export const create = (service: TestService, instance_config: unknown, fields: Json = {}): Promise<Answer> =>
  service.call("POST", "scaling_configuration", {
    scaling_configuration_name: "config",
    instance_config,
    ...fields,
  });

export async function created(
  service: TestService,
  instance_config: unknown,
  fields: Json = {},
): Promise<string> {
  const { status, body } = await create(service, instance_config, fields);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body["scaling_configuration_id"] as string;
}

export async function read(service: TestService, id: string): Promise<Json> {
  return (await service.call("GET", `scaling_configuration/${id}`)).body["scaling_configuration"] as Json;
}
