import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPage, relativeLinks } from "../tools/docs/support/pages";
import { context } from "./support/context";
import { groupArgs } from "./support/group-args";
import { openProject, type Project } from "./support/project";

const repository = resolve(__dirname, "../..");

describe("the tarball", () => {
  test("holds compiled JavaScript, types, source maps, documents, and nothing else", () => {
    const expected =
      /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|CONTRIBUTING\.md|simulator\/\w+\.md|docs\/guides\/[\w./-]+\.(md|svg)|examples\/[\w./-]+\.(md|ts|js|json|yaml|sh)|dist\/(provider|components|cli)\/[\w./-]+\.(js|js\.map|d\.ts|d\.ts\.map))$/;
    expect(context().packedFiles.filter((path) => !expected.test(path))).toEqual([]);
  });

  test("holds what its pages lead to, but for the repository's own tests and sources", () => {
    const packed = context().packedFiles;
    const leadsNowhere = packed
      .filter((path) => path.endsWith(".md") && path !== "CONTRIBUTING.md")
      .flatMap((path) =>
        relativeLinks(readPage(path))
          .map((link) => link.split("#")[0] ?? "")
          .filter((link) => link !== "")
          .map((link) => join(dirname(path), link).replace(/\/$/, ""))
          .filter((target) => !packed.some((file) => file === target || file.startsWith(`${target}/`)))
          .filter((target) => !/^(test|tools|provider|components|simulator\/src)\//.test(target))
          .map((target) => `${path}: ${target}`),
      );
    expect(leadsNowhere).toEqual([]);
  });

  test("holds nothing whose source is gone", () => {
    const sources = context()
      .packedFiles.filter((path) => /^dist\/.*\.js$/.test(path))
      .map((path) => path.replace(/^dist\//, "").replace(/\.js$/, ".ts"));
    expect(sources).not.toEqual([]);
    expect(sources.filter((source) => !existsSync(join(repository, source)))).toEqual([]);
  });
});

describe("the installed package", () => {
  const installed = createRequire(join(context().template, "package.json"));

  test("exports what programs use", () => {
    expect(Object.keys(installed("pulumi-otc-autoscaling") as object).sort()).toEqual([
      "AsConfiguration",
      "AsGroup",
      "AsNotification",
      "AsPolicy",
      "BlueGreenSwitch",
      "InstanceAttachment",
      "InstanceProtection",
      "InstanceRefresh",
      "LifecycleHook",
      "getAsConfiguration",
      "getAsConfigurationOutput",
      "getAsConfigurations",
      "getAsConfigurationsOutput",
      "getAsGroup",
      "getAsGroupOutput",
      "getAsGroups",
      "getAsGroupsOutput",
      "getAsInstances",
      "getAsInstancesOutput",
      "getAsPolicies",
      "getAsPoliciesOutput",
      "getAsPolicyExecutions",
      "getAsPolicyExecutionsOutput",
      "getAsQuotas",
      "getAsQuotasOutput",
      "getLifecycleHooks",
      "getLifecycleHooksOutput",
      "getScalingActions",
      "getScalingActionsOutput",
      "getSuspendedInstances",
      "getSuspendedInstancesOutput",
    ]);
  });

  // States that were written once name these for ever.
  test("keeps the subpath and the handlers that recorded states refer to", () => {
    const provider = installed("pulumi-otc-autoscaling/provider") as Record<string, Record<string, unknown>>;
    for (const resource of [
      "asConfiguration",
      "asGroup",
      "asNotification",
      "asPolicy",
      "blueGreenSwitch",
      "instanceAttachment",
      "instanceProtection",
      "instanceRefresh",
      "lifecycleHook",
    ])
      for (const handler of ["configure", "check", "diff", "create", "read", "update", "delete"])
        expect(provider[resource]?.[handler]).toBeTypeOf("function");
  });

  test("resolves nothing but what it exports", () => {
    expect(() => installed("pulumi-otc-autoscaling/dist/provider/index.js") as unknown).toThrow(
      'is not defined by "exports"',
    );
  });
});

describe("the recorded state", () => {
  let project: Project;

  beforeAll(async () => {
    project = await openProject();
    await project.declare({
      name: "web",
      args: groupArgs(project.configurationId, { desireInstanceNumber: 0 }),
    });
    await project.succeed("up");
  });
  afterAll(() => project.close());

  test("holds the frozen type and the frozen text of the provider, of at most 400 bytes", async () => {
    const text = 'exports.handler = () => require("pulumi-otc-autoscaling/provider").asGroup';
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(400);
    const { resources = [] } = (await project.stack.exportState()).deployment;
    const group = resources.find(({ id }) => id === project.group().id);
    expect(group?.type).toBe("pulumi-nodejs:dynamic/otc:AsGroup");
    expect(group?.inputs?.["__provider"]).toBe(text);
    expect(group?.outputs?.["__provider"]).toBe(text);
  });
});
