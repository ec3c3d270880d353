import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SECURITY_GROUP } from "../../e2e/support/group-args";
import { osVariables, run } from "../support";
import { lab, makeGroup, read, typeErrors, unformatted } from "./support";

const TOPIC = "urn:smn:eu-de:0123456789abcdef0123456789abcdef:scaling";

describe("adopt", () => {
  it("declares the configuration, and keeps what it puts into instances out of the program", async () => {
    const { service, call, directory, adopt } = await lab();
    const base64 = (text: string): string => Buffer.from(text).toString("base64");
    const { scaling_configuration_id: configurationId } = service.admin.outside("seedConfiguration", {
      scaling_configuration_name: "2nd-web",
      instance_config: {
        flavorRef: "s3.medium.1,s3.large.2",
        multi_flavor_priority_policy: "PICK_FIRST",
        disk: [
          { size: 40, volume_type: "SAS", disk_type: "SYS" },
          {
            size: 100,
            volume_type: "SSD",
            disk_type: "DATA",
            metadata: { __system__encrypted: "1", __system__cmkid: "5b2f7a90-1c3d-4e5f-8a6b-7c8d9e0f1a09" },
          },
        ],
        personality: [
          { path: "/etc/it's", content: base64("hush") },
          { path: "/etc/bytes", content: "//79" },
        ],
        public_ip: {
          eip: { ip_type: "5_bgp", bandwidth: { size: 5, share_type: "PER", charging_mode: "traffic" } },
        },
        user_data: base64("#!/bin/sh\necho hush\n"),
        metadata: { team: "hush" },
        security_groups: [{ id: SECURITY_GROUP }],
      },
    }) as { readonly scaling_configuration_id: string };
    const id = await makeGroup(call, configurationId);
    expect((await adopt("--group", id, "--out", "shop")).err).toBe("");
    const project = join(directory, "shop");
    expect(await unformatted(project)).toEqual([]);
    expect(typeErrors(project)).toEqual([]);
    const text = read(project, "index.ts");
    expect(text).not.toMatch(/hush|Ly8|aHVzaA/);
    for (const line of [
      'const n2ndWeb = new AsConfiguration("2nd-web", {',
      `  adoptId: "${configurationId}",`,
      '    flavorRef: ["s3.medium.1", "s3.large.2"],',
      '    multiFlavorPriorityPolicy: "PICK_FIRST",',
      "          systemEncrypted: true,",
      'content: config.requireSecret("n2ndWebFile1")',
      'contentBase64: config.requireSecret("n2ndWebFile2")',
      '    userData: config.requireSecret("n2ndWebUserData"),',
      '    metadata: config.requireSecretObject("n2ndWebMetadata"),',
      "  scalingConfigurationId: n2ndWeb.id,",
    ])
      expect(text).toContain(line);
    const readme = read(project, "README.md");
    expect(readme).toContain("```bash\nset -o pipefail ");
    expect(readme).toContain("Give it the same settings first");
    expect(readme).toContain(
      `npx pulumi-otc-autoscaling contents ${configurationId} 'user-data' | pulumi config set --secret n2ndWebUserData`,
    );
    const contents = (part: string) => run(["contents", configurationId, part], osVariables(service));
    expect((await contents("user-data")).out).toBe("#!/bin/sh\necho hush\n");
    expect((await contents("file:/etc/it's")).out).toBe("hush");
    expect((await contents("file:/etc/bytes")).out).toBe("//79");
    expect((await contents("metadata")).out).toBe('{"team":"hush"}');
    expect(await contents("file:/etc/none")).toMatchObject({
      status: 1,
      err: expect.stringContaining("it has user-data, file:/etc/it's, file:/etc/bytes, metadata") as string,
    });
  });

  it("declares the hooks of the group by what they say, with the group's own id", async () => {
    const { call, configurationId, directory, adopt } = await lab();
    const id = await makeGroup(call, configurationId);
    await call("POST", `scaling_lifecycle_hook/${id}`, {
      lifecycle_hook_name: "hold",
      lifecycle_hook_type: "INSTANCE_TERMINATING",
      default_result: "CONTINUE",
      default_timeout: 90,
      notification_topic_urn: TOPIC,
      notification_metadata: "drain it",
    });
    const { out } = await adopt("--group", id, "--out", "shop");
    expect(out).toContain("AS group web: 2 attached objects");
    expect(out).toContain(
      "in plain text: notificationMetadata of lifecycle hook hold; if it holds a secret, put it into the stack's configuration before the project is committed",
    );
    const project = join(directory, "shop");
    expect(await unformatted(project)).toEqual([]);
    expect(typeErrors(project)).toEqual([]);
    expect(read(project, "index.ts")).toContain(
      [
        "new LifecycleHook(",
        '  "hold",',
        "  {",
        `    adoptId: "${id}/hold",`,
        "    scalingGroupId: web.id,",
        '    lifecycleHookName: "hold",',
        '    lifecycleHookType: "INSTANCE_TERMINATING",',
        '    defaultResult: "CONTINUE",',
        "    defaultTimeout: 90,",
        `    notificationTopicUrn:`,
      ].join("\n"),
    );
  });

  it("declares policies of either version of the API, and the topics that are told", async () => {
    const { service, call, configurationId, directory, adopt } = await lab();
    const id = await makeGroup(call, configurationId);
    const alarm = service.admin.outside("registerAlarm") as { readonly alarm_id: string };
    const policies: readonly (readonly [string, object])[] = [
      [
        "scaling_policy",
        {
          scaling_policy_name: "up",
          scaling_group_id: id,
          scaling_policy_type: "ALARM",
          alarm_id: alarm.alarm_id,
          scaling_policy_action: { operation: "ADD", instance_number: 2 },
          cool_down_time: 60,
        },
      ],
      [
        "v2/scaling_policy",
        {
          scaling_policy_name: "night",
          scaling_resource_id: id,
          scaling_resource_type: "SCALING_GROUP",
          scaling_policy_type: "RECURRENCE",
          scheduled_policy: {
            launch_time: "20:00",
            recurrence_type: "Weekly",
            recurrence_value: "2,3,4",
            start_time: "2030-01-01T00:00Z",
            end_time: "2039-01-01T00:00Z",
          },
          scaling_policy_action: { operation: "SET", percentage: 50 },
          description: "less at night",
        },
      ],
    ];
    for (const [path, body] of policies) await call("POST", path, body);
    await call("PUT", `scaling_notification/${id}`, { topic_urn: TOPIC, topic_scene: ["SCALING_UP_FAIL"] });
    expect((await adopt("--group", id, "--out", "shop")).out).toContain("AS group web: 4 attached objects");
    const project = join(directory, "shop");
    expect(await unformatted(project)).toEqual([]);
    expect(typeErrors(project)).toEqual([]);
    const text = read(project, "index.ts");
    for (const line of [
      'new AsPolicy(\n  "up",\n',
      "  scalingResourceId: web.id,",
      `  alarmId: "${alarm.alarm_id}",`,
      '  scalingPolicyAction: { operation: "ADD", size: 2 },',
      '    recurrenceValue: "2,3,4",',
      '  scalingPolicyAction: { operation: "SET", percentage: 50 },',
      '  description: "less at night",',
      'new AsNotification(\n  "scaling",\n',
      '  topicScene: ["SCALING_UP_FAIL"],',
    ])
      expect(text).toContain(line);
  });

  it("goes on where the service knows no notifications, and says so", async () => {
    const { service, call, configurationId, directory, adopt } = await lab();
    const id = await makeGroup(call, configurationId);
    service.admin.fault({
      match: { path: "**/scaling_notification/*" },
      effect: { kind: "status", status: 404, code: "APIGW.0101" },
    });
    expect((await adopt("--group", id, "--out", "shop")).status).toBe(0);
    expect(read(join(directory, "shop"), "index.ts")).toContain("they could not be read");
  });
});
