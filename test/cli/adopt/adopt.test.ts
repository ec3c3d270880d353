import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { OTHER_SUBNET, POOL, SECURITY_GROUP, SUBNET } from "../../e2e/support/group-args";
import { run } from "../support";
import { lab, makeGroup, read, sources, typeErrors, unformatted } from "./support";

const ENTERPRISE_PROJECT = "4c1f0a2b-9d3e-4b5c-8f7a-6e5d4c3b2a10";

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

  it("gives no object the name under which the group's id is exported", async () => {
    const { service, call, directory, adopt } = await lab();
    const { scaling_configuration_id: id } = service.admin.outside("seedConfiguration", {
      scaling_configuration_name: "webId",
    }) as { readonly scaling_configuration_id: string };
    await adopt("--group", await makeGroup(call, id), "--out", "shop");
    const project = join(directory, "shop");
    expect(typeErrors(project)).toEqual([]);
    expect(read(project, "index.ts")).toContain("const webIdConfiguration = ");
  });

  it("names the project with text, whatever the directory looks like", async () => {
    const { call, configurationId, directory, adopt } = await lab();
    await adopt("--group", await makeGroup(call, configurationId), "--out", "2026-11-24");
    expect(read(join(directory, "2026-11-24"), "Pulumi.yaml")).toContain('name: "2026-11-24"\n');
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

  it("gives groups files that differ on a disk that knows no capital letters, too", async () => {
    const { call, configurationId, directory, adopt } = await lab();
    for (const scaling_group_name of ["webA", "weba"])
      await makeGroup(call, configurationId, { scaling_group_name });
    await adopt("--all", "--out", "all");
    const files = readdirSync(join(directory, "all", "groups")).map((path) => path.toLowerCase());
    expect(files).toHaveLength(2);
    expect(new Set(files).size).toBe(2);
  });

  it("leaves out a group that lacks a required argument, says why, and type-checks", async () => {
    const { call, configurationId, directory, adopt } = await lab({
      variants: { configuration: "optional" },
    });
    await makeGroup(call, configurationId);
    const id = await makeGroup(call, configurationId, {
      scaling_group_name: "old",
      scaling_configuration_id: undefined,
    });
    const said = `AS group old (${id}), because it has no scalingConfigurationId that can be written here`;
    expect((await adopt("--all", "--out", "all")).out).toContain(`left out: ${said}\n`);
    const project = join(directory, "all");
    expect(typeErrors(project)).toEqual([]);
    expect(await unformatted(project)).toEqual([]);
    expect(read(project, "index.ts")).toContain(`// Left out: ${said}.\n`);
    const alone = await adopt("--group", id, "--out", "old");
    expect(alone.status).toBe(1);
    expect(alone.err).toContain(`no AS group can be declared: ${said}`);
    expect(existsSync(join(directory, "old"))).toBe(false);
  });

  it("asks for a secret of each configuration, however late their names differ", async () => {
    const { service, call, directory, adopt } = await lab();
    for (const scaling_configuration_name of ["production-web-api-v1", "production-web-api-v2"]) {
      const { scaling_configuration_id: id } = service.admin.outside("seedConfiguration", {
        scaling_configuration_name,
        instance_config: { user_data: Buffer.from(scaling_configuration_name).toString("base64") },
      }) as { readonly scaling_configuration_id: string };
      await makeGroup(call, id, { scaling_group_name: scaling_configuration_name });
    }
    expect((await adopt("--all", "--out", "all")).status).toBe(0);
    const keys = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, key]) => key).sort();
    const project = join(directory, "all");
    const required = keys(read(project, "configurations.ts"), /requireSecret\("(\w+)"\)/g);
    expect(new Set(required).size).toBe(2);
    expect(required).toContain("productionWebApiUserData");
    expect(keys(read(project, "README.md"), /--secret (\w+)/g)).toEqual(required);
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

describe("a group that goes while it is adopted", () => {
  it("is left out of --all, and the others are written", async () => {
    const { service, call, configurationId, directory, adopt } = await lab();
    const gone = await makeGroup(call, configurationId, { scaling_group_name: "gone" });
    await makeGroup(call, configurationId, { scaling_group_name: "stays" });
    service.admin.fault({
      match: { method: "GET", path: `**/scaling_group_tag/${gone}/tags` },
      effect: { kind: "status", status: 404, code: "AS.0007" },
    });
    const { status, out } = await adopt("--all", "--out", "shop");
    expect(status).toBe(0);
    expect(out).toContain(`left out: AS group gone (${gone}), because it is gone`);
    expect(
      sources(join(directory, "shop"))
        .map((path) => read(join(directory, "shop"), path))
        .join(),
    ).not.toContain(`adoptId: "${gone}"`);
  });
});
