import { describe, expect, test } from "vitest";
import { system, data, config, eip, base64, create, created, read, IMAGE } from "./support/configurations";
import {
  configurationOf,
  createGroup,
  createRunningGroup,
  idsOf,
  instancesOf,
  PROJECT,
  SECURITY_GROUP,
  startService,
  UNKNOWN,
  type Answer,
  type Json,
  type TestService,
} from "./support/service";

describe("creating a configuration", () => {
  test("with mandatory fields only shows null for what is unset", async () => {
    const service = startService();
    const id = await created(service, config);
    expect(await read(service, id)).toEqual({
      scaling_configuration_id: id,
      scaling_configuration_name: "config",
      tenant: PROJECT,
      create_time: "2026-01-01T00:00:00Z",
      instance_config: {
        ...config,
        key_fingerprint: expect.stringMatching(/^SHA256:[\w+/]{43}$/) as string,
        personality: null,
        public_ip: null,
        user_data: null,
        metadata: {},
        security_groups: [],
        adminPass: "***",
        instance_id: null,
        instance_name: null,
        server_group_id: null,
        tenancy: null,
        dedicated_host_id: null,
        market_type: null,
        multi_flavor_priority_policy: null,
      },
    });
  });

  test("with every field returns what was given, but never the password", async () => {
    const service = startService({ variants: { login: "any" } });
    const full = {
      ...config,
      flavorRef: "s3.medium.1,s3.large.2",
      disk: [system, { ...data, metadata: { __system__encrypted: "0" }, data_disk_image_id: UNKNOWN }],
      personality: [{ path: "/etc/motd", content: base64(1024) }],
      public_ip: { eip },
      user_data: base64(32 * 1024),
      security_groups: [{ id: SECURITY_GROUP }, { id: UNKNOWN }],
      multi_flavor_priority_policy: "PICK_FIRST",
    };
    const id = await created(service, { ...full, metadata: { admin_pass: "Secret-Secret-1", role: "web" } });
    const document = await read(service, id);
    expect(document["instance_config"]).toMatchObject({ ...full, metadata: { role: "web" } });
    expect(JSON.stringify(document)).not.toContain("Secret-Secret-1");
  });

  test.each<[string, unknown, Json?]>([
    ["AS.1007", config, { scaling_configuration_name: null }],
    ["AS.1007", config, { scaling_configuration_name: "" }],
    ["AS.1008", config, { scaling_configuration_name: "n".repeat(65) }],
    ["AS.1023", config, { scaling_configuration_name: "a.b" }],
    ["AS.1003", config, { source_scaling_configuration_id: "" }],
    ["AS.1004", config, { source_scaling_configuration_id: UNKNOWN }],
    ["AS.1011", null],
    ["AS.1011", "no object"],
    ["AS.4006", { ...config, instance_id: UNKNOWN }],
    ["AS.1016", { ...config, flavorRef: null }],
    ["AS.1087", { ...config, flavorRef: Array.from({ length: 11 }, (_, i) => `f${String(i)}`).join(",") }],
    ["AS.1017", { ...config, flavorRef: "a,,b" }],
    ["AS.1014", { ...config, imageRef: "" }],
    ["AS.1075", { ...config, imageRef: "no-id" }],
    ["AS.1026", { ...config, key_name: null }],
    ["AS.1050", { ...config, key_name: null, metadata: { admin_pass: "Secret-Secret-1" } }],
    ["AS.1025", { ...config, metadata: { admin_pass: "Secret-Secret-1" } }],
    ["AS.1035", { ...config, metadata: { admin_pass: "secretsecret" } }],
    ["AS.1035", { ...config, metadata: { admin_pass: "Sec-1" } }],
    ["AS.1035", { ...config, metadata: { admin_pass: "Secret Secret-1" } }],
    ["AS.1052", { ...config, metadata: { "a.b": "c" } }],
    ["AS.1052", { ...config, metadata: { a: "c".repeat(512) } }],
    ["AS.1052", { ...config, metadata: [] }],
    ["AS.1027", { ...config, personality: [{ path: "/a", content: "no base64!" }] }],
    ["AS.1027", { ...config, personality: [{ path: "/a", content: base64(1025) }] }],
    ["AS.1027", { ...config, personality: [{ content: base64(1) }] }],
    ["AS.1027", { ...config, personality: [{ path: "etc/motd", content: base64(1) }] }],
    [
      "AS.1027",
      { ...config, personality: Array.from({ length: 6 }, () => ({ path: "/a", content: base64(1) })) },
    ],
    ["AS.1049", { ...config, user_data: "#!/bin/sh" }],
    ["AS.1049", { ...config, user_data: base64(32 * 1024 + 1) }],
    ["AS.1041", { ...config, public_ip: {} }],
    ["AS.1043", { ...config, public_ip: { eip: { ...eip, ip_type: "6_bgp" } } }],
    ["AS.1046", { ...config, public_ip: { eip: { ip_type: "5_bgp" } } }],
    ["AS.1042", { ...config, public_ip: { eip: { ...eip, bandwidth: { ...eip.bandwidth, size: 501 } } } }],
    ["AS.1042", { ...config, public_ip: { eip: { ...eip, bandwidth: { ...eip.bandwidth, size: 310 } } } }],
    [
      "AS.1045",
      { ...config, public_ip: { eip: { ...eip, bandwidth: { ...eip.bandwidth, share_type: "WHOLE" } } } },
    ],
    [
      "AS.1044",
      { ...config, public_ip: { eip: { ...eip, bandwidth: { ...eip.bandwidth, charging_mode: "day" } } } },
    ],
    ["AS.2014", { ...config, security_groups: [{ id: "no-id" }] }],
    ["AS.1085", { ...config, multi_flavor_priority_policy: "CHEAPEST" }],
  ])("refuses with %s the instance_config %j %j", async (code, instanceConfig, fields) => {
    const service = startService();
    expect(await create(service, instanceConfig, fields)).toMatchObject({ status: 400, code });
    expect(service.snapshot().configurations).toEqual([]);
  });

  test.each([
    ["AS.1015", "image", IMAGE],
    ["AS.1056", "image", UNKNOWN],
    ["AS.1017", "flavour", "s3.medium.1"],
    ["AS.7022", "key_pair", "key"],
    ["AS.2014", "security_group", SECURITY_GROUP],
  ])("refuses with %s when the %s %s does not exist", async (code, kind, id) => {
    const service = startService();
    service.outside("forget", { kind, id });
    const full = {
      ...config,
      disk: [system, { ...data, data_disk_image_id: UNKNOWN }],
      security_groups: [{ id: SECURITY_GROUP }],
    };
    expect(await create(service, full)).toMatchObject({ status: 400, code });
  });

  test("copies a source and overrides what is given", async () => {
    const service = startService();
    const source = await created(service, { ...config, user_data: base64(3) });
    const copy = await created(
      service,
      { flavorRef: "s3.large.2", imageRef: null },
      { scaling_configuration_name: null, source_scaling_configuration_id: source },
    );
    expect(await read(service, copy)).toMatchObject({
      scaling_configuration_name: "config",
      instance_config: { ...config, flavorRef: "s3.large.2", user_data: base64(3) },
    });
  });

  test("takes flavour, image and disks from an ECS when it is the template", async () => {
    const service = startService();
    const { instance_id } = service.outside("createServer");
    const id = await created(service, { instance_id, key_name: "key", flavorRef: "ignored" });
    const [server] = service.snapshot().servers;
    expect(await read(service, id)).toMatchObject({
      instance_config: {
        instance_id,
        flavorRef: server!.flavour,
        imageRef: server!.image,
        disk: server!.disks,
      },
    });
  });

  test("ends at the quota", async () => {
    const service = startService({ quotas: { configurations: 1 } });
    await created(service, config);
    expect(await create(service, config)).toMatchObject({ status: 400, code: "AS.1024" });
  });
});

describe("reading configurations", () => {
  test("list filters by a part of the name and by image, newest first, without a password field", async () => {
    const service = startService();
    await created(service, config, { scaling_configuration_name: "web-1" });
    await created(service, { ...config, imageRef: UNKNOWN }, { scaling_configuration_name: "web-2" });
    await created(service, config, { scaling_configuration_name: "db-1" });
    const names = async (query: string): Promise<unknown[]> => {
      const { body } = await service.call("GET", `scaling_configuration?${query}`);
      return (body["scaling_configurations"] as Json[]).map((it) => it["scaling_configuration_name"]);
    };
    expect(await names("")).toEqual(["db-1", "web-2", "web-1"]);
    expect(await names("scaling_configuration_name=web")).toEqual(["web-2", "web-1"]);
    expect(await names(`image_id=${UNKNOWN}`)).toEqual(["web-2"]);
    expect(await names("start_number=1&limit=1")).toEqual(["web-2"]);
    const { body } = await service.call("GET", "scaling_configuration");
    expect(JSON.stringify(body)).not.toContain("adminPass");
    expect(await service.call("GET", "scaling_configuration?limit=101")).toMatchObject({ code: "AS.1002" });
    expect(await service.call("GET", "scaling_configuration?start_number=a")).toMatchObject({
      code: "AS.1001",
    });
  });

  test("shows the one group that uses it", async () => {
    const service = startService();
    const id = await created(service, config);
    const group = await createGroup(service, { scaling_configuration_id: id });
    expect(await read(service, id)).toMatchObject({ scaling_group_id: group });
    await createGroup(service, { scaling_configuration_id: id });
    expect(await read(service, id)).not.toHaveProperty("scaling_group_id");
  });

  test("a missing one is 404", async () => {
    const service = startService();
    const missing = { status: 404, code: "AS.0007" };
    expect(await service.call("GET", `scaling_configuration/${UNKNOWN}`)).toMatchObject(missing);
    expect(await service.call("DELETE", `scaling_configuration/${UNKNOWN}`)).toMatchObject(missing);
  });
});

describe("deleting configurations", () => {
  test("is refused while a group uses it, even an empty one; its instances do not count", async () => {
    const service = startService();
    const id = await created(service, config);
    const group = await createRunningGroup(service, 1, { scaling_configuration_id: id });
    const path = `scaling_configuration/${id}`;
    expect(await service.call("DELETE", path)).toMatchObject({ status: 400, code: "AS.1006" });
    await service.call("PUT", `scaling_group/${group}`, {
      scaling_configuration_id: configurationOf(service),
    });
    expect(await service.call("DELETE", path)).toMatchObject({ status: 204 });
    expect(await service.call("GET", path)).toMatchObject({ status: 404 });
    const [instance] = await instancesOf(service, group);
    expect(instance).toMatchObject({ scaling_configuration_id: id, scaling_configuration_name: "config" });
    expect(idsOf([instance!])).toHaveLength(1);
  });

  const batch = (service: TestService, ids: unknown): Promise<Answer> =>
    service.call("POST", "scaling_configurations", { scaling_configuration_id: ids });

  test("a batch deletes all", async () => {
    const service = startService();
    const ids = [await created(service, config), await created(service, config)];
    expect(await batch(service, ids)).toEqual({ status: 204, body: {}, code: undefined });
    expect(service.snapshot().configurations).toEqual([]);
  });

  test("a batch with a bad item deletes nothing and names every bad item", async () => {
    const service = startService();
    const good = await created(service, config);
    const used = await created(service, config);
    await createGroup(service, { scaling_configuration_id: used });
    const answer = await batch(service, [good, used, UNKNOWN]);
    expect(answer).toMatchObject({ status: 400, code: "AS.1038" });
    const { message } = answer.body["error"] as { message: string };
    expect(JSON.parse(message)).toMatchObject([
      { id: used, errorCode: "AS.1006" },
      { id: UNKNOWN, errorCode: "AS.1004" },
    ]);
    expect(service.snapshot().configurations).toHaveLength(2);
  });

  test.each<[string, unknown]>([
    ["AS.1040", []],
    ["AS.1040", null],
    ["AS.1040", "id"],
    ["AS.1039", Array.from({ length: 51 }, (_, i) => String(i))],
    ["AS.1003", [""]],
  ])("a batch is refused with %s for %j", async (code, ids) => {
    expect(await batch(startService(), ids)).toMatchObject({ status: 400, code });
  });
});
