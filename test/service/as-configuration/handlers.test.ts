import { describe, expect, it } from "vitest";
import { configurationArgs, everything, OTHER_IMAGE, SYSTEM_DISK } from "../../support/configuration-args";
import { openStack } from "../../support/engine";
import { startProvider, type Wire } from "../../support/provider-process";
import { simulated } from "../../support/simulated";
import { configurations, idOf, opened } from "../support/configurations";

const NAME = /^web-[0-9a-f]{7}$/;

describe("an AS configuration", () => {
  it.each(["null", "absent", "empty"] as const)(
    "with everything is created once and then left alone, where what is empty is %s",
    async (nullness) => {
      const { world, stack } = await opened({ variants: { nullness } });
      const program = { instanceConfig: everything };
      expect(await stack.up(program)).toMatchObject({ operation: "create", failure: undefined });
      expect(world.calls().writes).toEqual(["POST scaling_configuration"]);
      const [made] = configurations(world);
      expect(made?.scaling_configuration_name).toMatch(NAME);
      expect(made?.instance_config).toMatchObject({
        flavorRef: "s3.medium.1,s3.large.2",
        personality: [
          { path: "/etc/motd", content: Buffer.from("grüß dich").toString("base64") },
          { path: "/etc/blob", content: "AAEC/w==" },
        ],
        user_data: Buffer.from("#!/bin/sh\necho grüß dich").toString("base64"),
        metadata: { role: "web" },
        public_ip: {
          eip: { bandwidth: { size: 350, share_type: "PER", charging_mode: "traffic" } },
        },
      });
      expect(stack.recorded()?.outputs).toMatchObject({
        scalingConfigurationId: idOf(stack),
        instanceConfig: everything,
        keyFingerprint: expect.stringMatching(/^SHA256:/) as unknown,
        managedArguments: ["instanceConfig", "scalingConfigurationName"],
      });
      expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
      expect(await stack.refresh()).toMatchObject({ failure: undefined });
      expect(stack.recorded()?.inputs["instanceConfig"]).toEqual(everything);
      expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
      expect(world.calls().writes).toEqual([]);
      expect(await stack.destroy()).toMatchObject({ failure: undefined });
      expect(configurations(world)).toEqual([]);
    },
  );

  it.each([
    ["the image", { imageRef: OTHER_IMAGE }],
    ["the flavors", { flavorRef: ["s3.medium.1", "s3.large.2"] }],
    ["the size of a disk", { disk: [{ size: 41, volumeType: "SAS", diskType: "SYS" }] }],
    ["a new disk", { disk: [SYSTEM_DISK, { size: 10, volumeType: "SAS", diskType: "DATA" }] }],
    ["the key", { keyName: "other" }],
    ["the user data", { userData: "#!/bin/sh\necho other" }],
    ["user data that leaves", { userData: undefined }],
    ["the password", { metadata: { adminPass: "Lighthouse-8" } }],
    ["a password that leaves", { metadata: undefined }],
    ["the address", { publicIp: { eip: { ipType: "5_bgp", bandwidth: { size: 5 } } } }],
    ["a file", { personality: [{ path: "/etc/motd", content: "hi" }] }],
    ["the security groups", { securityGroups: [{ id: OTHER_IMAGE }] }],
  ])("is replaced when the program edits %s: the new one comes first, the old one goes", async (_, edit) => {
    const { world, stack } = await opened({ variants: { login: "any" } });
    const first = { userData: "#!/bin/sh", metadata: { adminPass: "Lighthouse-7" } };
    await stack.up(configurationArgs(first));
    const old = idOf(stack);
    world.calls();
    const program = configurationArgs({ ...first, ...edit });
    expect(await stack.preview(program)).toMatchObject({ operation: "replace", warnings: [] });
    expect(world.calls().writes).toEqual([]);
    expect(await stack.up(program)).toMatchObject({ operation: "replace", failure: undefined });
    expect(world.calls().writes).toEqual(["POST scaling_configuration", "DELETE scaling_configuration/*"]);
    expect(idOf(stack)).not.toBe(old);
    expect(configurations(world).map((each) => each.scaling_configuration_id)).toEqual([idOf(stack)]);
    expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
  });

  it.each([
    ["flavors as text", { flavorRef: "s3.medium.1" }, { flavorRef: ["s3.medium.1"] }],
    [
      "user data in base64",
      { userData: "#!/bin/sh" },
      { userData: undefined, userDataBase64: Buffer.from("#!/bin/sh").toString("base64") },
    ],
    [
      "a disk that is not encrypted",
      {},
      { disk: [{ ...SYSTEM_DISK, metadata: { systemEncrypted: false } }] },
    ],
  ])("is not replaced when the program says the same in other words: %s", async (_, before, after) => {
    const { world, stack } = await opened();
    await stack.up(configurationArgs(before));
    const old = idOf(stack);
    world.calls();
    expect(await stack.up(configurationArgs(after))).toMatchObject({
      operation: "update",
      failure: undefined,
    });
    expect(world.calls().writes).toEqual([]);
    expect(idOf(stack)).toBe(old);
  });

  it("under a chosen name is replaced by one of the same name, and keeps what its new half is", async () => {
    const { world, stack } = await opened();
    const named = { scalingConfigurationName: "shop" };
    await stack.up(configurationArgs({}, named));
    await stack.up(configurationArgs({ imageRef: OTHER_IMAGE }, named));
    expect(configurations(world).map((each) => each.scaling_configuration_name)).toEqual(["shop"]);
  });

  it("is made of an ECS, and of another configuration with other parts", async () => {
    const { world, stack } = await opened();
    const { instance_id: instanceId } = world.simulator.admin.outside("createServer", {}) as {
      instance_id: string;
    };
    const ofServer = { instanceConfig: { instanceId, keyName: "ops" } };
    expect(await stack.up(ofServer)).toMatchObject({ operation: "create", failure: undefined });
    expect(await stack.preview(ofServer)).toMatchObject({ operation: "same" });
    const child = openStack(world, "child", "asConfiguration");
    const ofSource = {
      sourceScalingConfigurationId: idOf(stack),
      instanceConfig: { flavorRef: "s3.large.2", userData: "#!/bin/sh" },
    };
    expect(await child.up(ofSource)).toMatchObject({ operation: "create", failure: undefined });
    expect(await child.preview(ofSource)).toMatchObject({ operation: "same" });
    expect(configurations(world).find((each) => each.scaling_configuration_id === idOf(child))).toMatchObject(
      {
        instance_config: { flavorRef: "s3.large.2", key_name: "ops" },
      },
    );
    const withoutUserData = { ...ofSource, instanceConfig: { flavorRef: "s3.large.2" } };
    expect(await child.preview(withoutUserData)).toMatchObject({ operation: "replace" });
    expect(await child.preview({ sourceScalingConfigurationId: idOf(stack) })).toMatchObject({
      operation: "replace",
    });
    expect(await child.preview(configurationArgs())).toMatchObject({ operation: "replace" });
    await stack.destroy();
    expect(await child.preview(ofSource)).toMatchObject({ operation: "same", warnings: [] });
  });

  it("that is gone is told by the preview and created anew", async () => {
    const { world, stack } = await opened();
    await stack.up(configurationArgs());
    await openStack(world, "else", "asConfiguration").up({ adoptId: idOf(stack) });
    const elsewhere = openStack(world, "else", "asConfiguration");
    await elsewhere.up({ adoptId: idOf(stack) });
    await elsewhere.destroy();
    expect((await stack.preview(configurationArgs())).warnings).toEqual([
      "the AS configuration is gone: it was deleted outside of Pulumi; up creates it anew",
    ]);
    expect(await stack.up(configurationArgs())).toMatchObject({ failure: undefined });
    expect(configurations(world)).toHaveLength(1);
  });

  it("reports every mistake at once, and shows nothing that may be secret", async () => {
    const { world, stack } = await opened();
    const { failure } = await stack.up({
      scalingConfigurationName: "a b",
      instanceConfig: {
        flavorRef: [],
        imageRef: "",
        disk: [{ size: 9, volumeType: "FAST", diskType: "DATA", sise: 1 }],
        userData: "x".repeat(32_769),
        metadata: { adminPass: "hunter2" },
        personality: [{ path: "a/b" }],
        publicIp: { eip: { ipType: "5_bgp", bandwidth: { size: 301, speed: 3 } } },
      },
    });
    expect(failure?.split("\n")).toEqual([
      "instanceConfig.disk[0].sise is not a member of instanceConfig.disk[0]: did you mean size?",
      "instanceConfig.publicIp.eip.bandwidth.speed is not a member of instanceConfig.publicIp.eip.bandwidth: expected one of size, shareType, chargingMode",
      'scalingConfigurationName is "a b": expected 1 to 64 characters of A-Z a-z 0-9 _ -',
      "instanceConfig.flavorRef is a list of 0 entries: expected 1 to 10 flavor ids, none empty or repeated: a list, or text with commas",
      'instanceConfig.imageRef is "": expected the id of an image',
      'instanceConfig.disk[0].volumeType is "FAST": expected one of SSD, SAS, SATA, ESSD, co-p1, uh-l1',
      "instanceConfig.personality[0].path is text of 3 characters: expected an absolute path (Linux) or the name of a file (Windows)",
      "instanceConfig.publicIp.eip.bandwidth.size is 301: expected an integer from 1 to 300, or 350, 400, 450 or 500 (Mbit/s)",
      "instanceConfig.userData is text of 32769 characters: expected text of 1 to 32768 bytes in UTF-8",
      "instanceConfig.metadata.adminPass is text of 7 characters: expected 8 to 26 characters of at least three kinds: A-Z, a-z, 0-9, and !@$%^-_=+[{}]:,./?",
    ]);
    expect(world.calls().writes).toEqual([]);
  });
});

describe("many AS configurations", () => {
  it("are compared with the live ones by the pages of one listing", async () => {
    const world = await simulated();
    const send: Wire = (_, forward) => forward();
    const inputsOf = (name: string) => ({
      ...configurationArgs(),
      selfUrn: `urn:pulumi:dev::e2e::pulumi-nodejs:dynamic/otc:AsConfiguration::${name}`,
    });
    const first = await startProvider(world, send, "asConfiguration");
    const made = [];
    for (let index = 0; index < 30; index += 1) {
      const { inputs } = await first.handlers.check({}, inputsOf(`c${index}`));
      made.push({ inputs, ...(await first.handlers.create(inputs)) });
    }
    expect(configurations(world)).toHaveLength(30);
    world.calls();
    const second = await startProvider(world, send, "asConfiguration");
    const diffs = await Promise.all(
      made.map(({ id, outs, inputs }) => second.handlers.diff(id, outs, inputs)),
    );
    expect(diffs.every((diff) => JSON.stringify(diff) === "{}")).toBe(true);
    expect(world.calls()).toMatchObject({ writes: [], reads: { scaling_configuration: 1 } });
    const third = await startProvider(world, send, "asConfiguration");
    const read = await Promise.all(made.map(({ id, outs }) => third.handlers.read(id, outs)));
    expect(read.map(({ id }) => id)).toEqual(made.map(({ id }) => id));
    expect(world.calls()).toMatchObject({ writes: [], reads: { scaling_configuration: 1 } });
  });
});
