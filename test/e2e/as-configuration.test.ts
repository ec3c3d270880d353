import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { byHand } from "../support/by-hand";
import { configurationArgs, everything, IMAGE, OTHER_IMAGE } from "../support/configuration-args";
import type { EngineCommand } from "../../tools/engine/stack";
import { groupArgs, type Args } from "./support/group-args";
import { openProject, type Project } from "./support/project";

const USER_DATA = "#!/bin/sh\necho user-data-that-nobody-may-read";
const OTHER_USER_DATA = "#!/bin/sh\necho other-data-that-nobody-may-read";
const FILE = "file-that-nobody-may-read";
const PASSWORD = "Nobody-may-read-1";
const ROLE = "role-that-nobody-may-read";

interface SimulatedConfiguration {
  readonly scaling_configuration_id: string;
  readonly scaling_configuration_name: string;
  readonly instance_config: Readonly<Record<string, unknown>>;
}

interface Declared {
  readonly kind: string;
  readonly name: string;
  readonly args?: Args;
  readonly get?: string;
}

/** One stack from its first `up` to its `destroy`: each test goes on where the one before has ended. */
describe("AS configurations", () => {
  let project: Project;
  /** All that the engine has said. */
  let told = "";

  const named = (name: string): readonly SimulatedConfiguration[] =>
    (
      project.simulator.admin.snapshot().configurations as readonly {
        readonly scaling_configuration: SimulatedConfiguration;
      }[]
    )
      .map(({ scaling_configuration: configuration }) => configuration)
      .filter(({ scaling_configuration_name: found }) => found.startsWith(`${name}-`));
  const idsOf = (name: string) => named(name).map(({ scaling_configuration_id: id }) => id);
  const used = () => project.group().document["scaling_configuration_id"];

  const succeed = async (command: EngineCommand): Promise<string> => {
    const { output } = await project.succeed(command, ["--diff"]);
    told += output;
    return output;
  };
  const expectSecret = async (): Promise<void> => {
    const state = JSON.stringify(await project.stack.exportState());
    for (const text of [USER_DATA, OTHER_USER_DATA, FILE, PASSWORD, ROLE])
      for (const form of [text, JSON.stringify(text).slice(1, -1), Buffer.from(text).toString("base64")]) {
        expect(told.split("\n").filter((line) => line.includes(form))).toEqual([]);
        expect(state.includes(form)).toBe(false);
      }
  };
  const template = (more: Args = {}): Args => ({
    instanceConfig: {
      ...everything,
      userData: USER_DATA,
      personality: [{ path: "/etc/motd", content: FILE }],
      metadata: { adminPass: PASSWORD, role: ROLE },
      ...more,
    },
    timeouts: { delete: "20s" },
  });
  const declare = (more: Args = {}, group: Args = {}, ...others: readonly Declared[]) =>
    project.declare(
      { kind: "AsConfiguration", name: "template", args: template(more) },
      {
        name: "web",
        args: groupArgs("", {
          scalingConfigurationId: { $output: ["template", "id"] },
          desireInstanceNumber: 0,
          ...group,
        }),
      },
      ...others,
    );

  beforeAll(async () => {
    project = await openProject({ simulator: { variants: { login: "any" } } });
  });
  afterAll(() => project.close());

  test("are created with everything, used by a group of the same program, and secret where they must be", async () => {
    await declare();
    await succeed("preview");
    await succeed("up");
    const [made] = named("template");
    expect(used()).toBe(made?.scaling_configuration_id);
    expect(made?.instance_config).toMatchObject({
      flavorRef: "s3.medium.1,s3.large.2",
      imageRef: IMAGE,
      user_data: Buffer.from(USER_DATA).toString("base64"),
      personality: [{ path: "/etc/motd", content: Buffer.from(FILE).toString("base64") }],
      metadata: { role: ROLE },
    });
    await expectSecret();
  });

  test("are left alone by a preview without changes, which takes one call for them", async () => {
    project.calls();
    expect(await succeed("preview")).toContain("3 unchanged");
    expect(project.calls()).toMatchObject({ writes: [], reads: { scaling_configuration: 1 } });
  });

  test("are replaced by an edit: created, used by the group, then the old one is deleted", async () => {
    const [old] = idsOf("template");
    await declare({ imageRef: OTHER_IMAGE, publicIp: undefined });
    project.calls();
    await succeed("up");
    expect(project.calls().writes).toEqual([
      "POST scaling_configuration",
      "PUT scaling_group/*",
      "DELETE scaling_configuration/*",
    ]);
    expect(idsOf("template")).toEqual([used()]);
    expect(used()).not.toBe(old);
  });

  test("whose group cannot be updated stay until the next up, which deletes the old one", async () => {
    const [old] = idsOf("template");
    await declare({ imageRef: OTHER_IMAGE, publicIp: undefined, userData: OTHER_USER_DATA });
    project.simulator.admin.fault({
      match: { method: "PUT" },
      effect: { kind: "status", status: 400, code: "AS.2006" },
    });
    const failed = await project.fail("up", ["--diff"]);
    told += failed.output;
    expect(failed.output).toContain("AS.2006");
    expect(used()).toBe(old);
    expect(idsOf("template")).toHaveLength(2);
    project.simulator.admin.clearFaults();
    await succeed("up");
    expect(idsOf("template")).toEqual([used()]);
    expect(used()).not.toBe(old);
    await expectSecret();
  });

  test("are unchanged by a refresh, and one that was deleted outside is told and created anew", async () => {
    const now = { imageRef: OTHER_IMAGE, publicIp: undefined, userData: OTHER_USER_DATA };
    const spare = { kind: "AsConfiguration", name: "spare", args: configurationArgs() };
    const adopted = { kind: "AsConfiguration", name: "adopted", args: { adoptId: project.configurationId } };
    const [looked = ""] = idsOf("template");
    await declare(now, {}, spare, adopted, { kind: "AsConfiguration", name: "looked", get: looked });
    const preview = await succeed("preview");
    expect(preview).toContain(`adopts AS configuration ${project.configurationId}: nothing differs`);
    await succeed("up");
    await expectSecret();
    expect(await succeed("refresh")).toMatch(/[56] unchanged/);
    await expectSecret();
    const call = await byHand(project.simulator);
    await call("POST", "scaling_configurations", { scaling_configuration_id: idsOf("spare") });
    expect(await succeed("preview")).toContain(
      "the AS configuration is gone: it was deleted outside of Pulumi; up creates it anew",
    );
    await succeed("up");
    expect(idsOf("spare")).toHaveLength(1);
  });

  test("that are kept stay when the present one is deleted outside, and the program can go back to one", async () => {
    const args = (imageRef: string) => configurationArgs({ imageRef }, { keepConfigurations: 1 });
    const keep = (imageRef: string) =>
      declare(
        { imageRef: OTHER_IMAGE, publicIp: undefined, userData: OTHER_USER_DATA },
        {},
        { kind: "AsConfiguration", name: "spare", args: args(imageRef) },
        { kind: "AsConfiguration", name: "adopted", args: { adoptId: project.configurationId } },
      );
    await keep(IMAGE);
    await succeed("up");
    const [first = ""] = idsOf("spare");
    await keep(OTHER_IMAGE);
    await succeed("up");
    const [second = ""] = idsOf("spare").filter((id) => id !== first);
    const call = await byHand(project.simulator);
    await call("POST", "scaling_configurations", { scaling_configuration_id: [second] });
    await succeed("up");
    const third = idsOf("spare").filter((id) => id !== first);
    expect(idsOf("spare")).toContain(first);
    expect(third).toHaveLength(1);
    expect(third).not.toContain(second);
    expect(await succeed("preview")).toMatch(/[45] unchanged/);
    await keep(IMAGE);
    expect(await succeed("preview")).toContain(
      `plan: up goes back to AS configuration ${first}, which was kept`,
    );
    project.calls();
    await succeed("up");
    expect(project.calls().writes).toEqual([]);
    expect([...idsOf("spare")].sort()).toEqual([first, ...third].sort());
    expect(await succeed("preview")).toMatch(/[45] unchanged/);
  });

  test("are deleted, the adopted one, too, after the group that uses them", async () => {
    await succeed("destroy");
    expect(project.groups()).toEqual([]);
    expect(project.simulator.admin.snapshot().configurations).toEqual([]);
    await expectSecret();
  });
});
