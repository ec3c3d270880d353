import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as prettier from "prettier";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { OTHER_SUBNET, POOL, SECURITY_GROUP, SUBNET, VPC } from "../../e2e/support/group-args";
import { byHand, type ByHand } from "../../support/by-hand";
import { osVariables, run, scratch, simulator } from "../support";

const ENTERPRISE_PROJECT = "4c1f0a2b-9d3e-4b5c-8f7a-6e5d4c3b2a10";

const TOPIC = "urn:smn:eu-de:0123456789abcdef0123456789abcdef:scaling";

/** A service with one AS configuration, and a hand that makes things in it. */
const lab = async () => {
  const service = await simulator();
  const { scaling_configuration_id: configurationId } = service.admin.outside("seedConfiguration") as {
    readonly scaling_configuration_id: string;
  };
  const call = await byHand(service);
  const directory = scratch();
  const adopt = (...args: readonly string[]) => run(["adopt", ...args], osVariables(service), { directory });
  return { service, call, configurationId, directory, adopt };
};

const makeGroup = async (call: ByHand, configurationId: string, more: object = {}): Promise<string> => {
  const { scaling_group_id: id } = await call("POST", "scaling_group", {
    scaling_group_name: "web",
    scaling_configuration_id: configurationId,
    vpc_id: VPC,
    networks: [{ id: SUBNET }],
    ...more,
  });
  return String(id);
};

/** Every field that has one value beside its default. */
const EVERY_FIELD = {
  scaling_group_name: "the-whole-shop",
  networks: [{ id: SUBNET, ipv6_enable: true }, { id: OTHER_SUBNET }],
  security_groups: [{ id: SECURITY_GROUP }],
  min_instance_number: 0,
  desire_instance_number: 0,
  max_instance_number: 7,
  cool_down_time: 17,
  lbaas_listeners: [{ pool_id: POOL, protocol_port: 80, weight: 2 }],
  available_zones: ["eu-de-02", "eu-de-01"],
  health_periodic_audit_method: "ELB_AUDIT",
  health_periodic_audit_time: 15,
  health_periodic_audit_grace_period: 60,
  instance_terminate_policy: "NEW_INSTANCE",
  notifications: ["EMAIL"],
  delete_publicip: true,
  delete_volume: true,
  enterprise_project_id: ENTERPRISE_PROJECT,
  multi_az_priority_policy: "PICK_FIRST",
  description: 'the "front" of the shop, which isn\'t described in fewer words than these',
};

const sources = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));

/** What the compiler says about the program, with the sources of this package in place of the installed one. */
const typeErrors = (directory: string): readonly string[] => {
  const root = join(__dirname, "../../..");
  const program = ts.createProgram(
    sources(directory).map((path) => join(directory, path)),
    {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      ignoreDeprecations: "6.0",
      types: [],
      paths: {
        "pulumi-otc-autoscaling": [join(root, "provider/index.ts")],
        "@pulumi/pulumi": [join(root, "node_modules/@pulumi/pulumi")],
      },
    },
  );
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file?.fileName.startsWith(directory) === true)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
};

const unformatted = async (directory: string): Promise<readonly string[]> => {
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.(ts|json|yaml|md)$/.test(path),
  );
  const checks = await Promise.all(
    files.map((path) => prettier.check(readFileSync(join(directory, path), "utf8"), { filepath: path })),
  );
  return files.filter((_, index) => checks[index] === false);
};

const read = (directory: string, path: string): string => readFileSync(join(directory, path), "utf8");

describe("adopt --group", () => {
  it("writes a project that is formatted, type-checks, and holds every field of the group", async () => {
    const { call, configurationId, directory, adopt } = await lab();
    const id = await makeGroup(call, configurationId, EVERY_FIELD);
    await call("POST", `scaling_group_tag/${id}/tags/action`, {
      action: "create",
      tags: [
        { key: "env", value: "prod" },
        { key: "a-b", value: "x_1" },
      ],
    });
    const { status, out, err } = await adopt("--group", id, "--out", "shop");
    expect([status, err]).toEqual([0, ""]);
    const project = join(directory, "shop");
    expect(out).toContain("Pulumi.yaml, package.json, tsconfig.json, README.md, .gitignore, index.ts");
    expect(await unformatted(project)).toEqual([]);
    expect(typeErrors(project)).toEqual([]);
    const text = read(project, "index.ts");
    for (const line of [
      `adoptId: "${id}",`,
      'scalingGroupName: "the-whole-shop",',
      `networks: [`,
      "ipv6Enable: true",
      `securityGroups: [{ id: "${SECURITY_GROUP}" }],`,
      "maxInstanceNumber: 7,",
      "coolDownTime: 17,",
      "weight: 2,",
      'availableZones: ["eu-de-02", "eu-de-01"],',
      'healthPeriodicAuditMethod: "ELB_AUDIT",',
      "healthPeriodicAuditTime: 15,",
      "healthPeriodicAuditGracePeriod: 60,",
      'instanceTerminatePolicy: "NEW_INSTANCE",',
      'notifications: ["EMAIL"],',
      "deletePublicip: true,",
      "deleteVolume: true,",
      `enterpriseProjectId: "${ENTERPRISE_PROJECT}",`,
      'multiAzPriorityPolicy: "PICK_FIRST",',
      'the \\"front\\" of the shop',
      "enable: false,",
      '"a-b": "x_1"',
      "{ protect: true },",
    ])
      expect(text.replace(/\\?"front\\?"/, '\\"front\\"')).toContain(line);
    expect(text).not.toContain("desireInstanceNumber");
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
    expect((await adopt("--group", id, "--out", "shop")).out).toContain("AS group web: 1 attached object");
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
    expect((await adopt("--group", id, "--out", "shop")).out).toContain("AS group web: 3 attached objects");
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

  it("writes nothing to the service", async () => {
    const { service, call, configurationId, adopt } = await lab();
    const id = await makeGroup(call, configurationId);
    service.admin.clearRequests();
    await adopt("--group", id, "--out", "shop");
    const toAs = service.admin.requests().filter((request) => request.service === "as");
    expect(toAs.every(({ method }) => method === "GET")).toBe(true);
  });

  it("overwrites nothing unless it is told to", async () => {
    const { call, configurationId, directory, adopt } = await lab();
    const id = await makeGroup(call, configurationId);
    mkdirSync(join(directory, "shop"));
    writeFileSync(join(directory, "shop", "index.ts"), "mine");
    const { status, err } = await adopt("--group", id, "--out", "shop");
    expect(status).toBe(1);
    expect(err).toContain("there is already index.ts in");
    expect(readdirSync(join(directory, "shop"))).toEqual(["index.ts"]);
    expect((await adopt("--group", id, "--out", "shop", "--force")).status).toBe(0);
    expect(read(join(directory, "shop"), "index.ts")).toContain(id);
  });

  it("leaves a group alone that does not exist, and says so", async () => {
    const { directory, adopt } = await lab();
    const { status, err } = await adopt("--group", "none", "--out", "shop");
    expect(status).toBe(1);
    expect(err).toContain("there is no AS group with the id none");
    expect(existsSync(join(directory, "shop"))).toBe(false);
  });

  it("hides the journal of a drain, which is no tag of the program", async () => {
    const { service, call, configurationId, directory, adopt } = await lab();
    const id = await makeGroup(call, configurationId);
    service.admin.outside("setTags", { scaling_group_id: id, tags: { "pulumi-drain": "v1_0_1_5_0badcafe" } });
    await adopt("--group", id, "--out", "shop");
    expect(read(join(directory, "shop"), "index.ts")).not.toContain("tags");
  });
});

describe("adopt --all", () => {
  it("writes a file for each group, gives different names to groups of one name, and type-checks", async () => {
    const { call, configurationId, directory, adopt } = await lab();
    const names = ["web", "web", "class", "2-tier", "a".repeat(64)];
    for (const scaling_group_name of names) await makeGroup(call, configurationId, { scaling_group_name });
    expect((await adopt("--all", "--out", "all")).status).toBe(0);
    const project = join(directory, "all");
    expect(sources(project).filter((path) => path.startsWith("groups"))).toHaveLength(5);
    expect(await unformatted(project)).toEqual([]);
    expect(typeErrors(project)).toEqual([]);
    const text = sources(project)
      .map((path) => read(project, path))
      .join("\n");
    expect(text).toContain('new AsGroup(\n  "web",\n');
    expect(text).toContain('new AsGroup(\n  "web-2",\n');
  });

  it("says that there is nothing to adopt", async () => {
    const { adopt } = await lab();
    expect(await adopt("--all", "--out", "all")).toMatchObject({
      status: 1,
      err: expect.stringContaining("there is no AS group in this project") as string,
    });
  });
});

it.each([
  ["neither a group nor --all", ["--out", "x"], "say which groups"],
  ["both", ["--all", "--group", "g", "--out", "x"], "say which groups"],
  ["no directory", ["--all"], "required option '--out <directory>' not specified"],
])("refuses %s with status 2", async (_, args, said) => {
  const { status, err } = await run(["adopt", ...args], {});
  expect(status).toBe(2);
  expect(err).toContain(said);
});
