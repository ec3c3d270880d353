import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { createAsConfiguration } from "../../provider/api/as-configuration";
import {
  getAsConfiguration,
  getAsConfigurationOutput,
  getAsConfigurations,
  getAsConfigurationsOutput,
} from "../../provider/lookup/as-configuration";
import { valueOf } from "../api/support/either";
import { NOTHING, simulated, type Simulated } from "../api/support/simulated";
import { programFor } from "./support/program";

const IMAGE = "11111111-2222-4333-8444-555555555555";
const USER_DATA = Buffer.from("the password is swordfish").toString("base64");

const create = ({ client }: Simulated, name: string, userData?: string): Promise<string> =>
  valueOf(
    createAsConfiguration(client)({
      scalingConfigurationName: name,
      instanceConfig: {
        flavorRef: "s3.medium.1",
        imageRef: IMAGE,
        disk: [{ size: 40, volumeType: "SAS", diskType: "SYS" }],
        keyName: "key",
        ...(userData === undefined ? {} : { userData }),
      },
    }),
  );

describe("getAsConfiguration", () => {
  it("finds an AS configuration by its ID or its whole name, in one call", async () => {
    const world = await simulated();
    const scalingConfigurationId = await create(world, "base", USER_DATA);
    await create(world, "base-2");
    const program = programFor(world.simulator);
    const found = await getAsConfiguration({ scalingConfigurationId });
    expect(found).toMatchObject({
      scalingConfigurationId,
      scalingConfigurationName: "base",
      instanceConfig: { flavorRef: "s3.medium.1", imageRef: IMAGE, userData: USER_DATA },
    });
    expect(program.calls()).toEqual({ signIns: 1, reads: { "scaling_configuration/*": 1 } });
    expect(await getAsConfiguration({ scalingConfigurationName: "base" })).toEqual(found);
  });

  it("rejects when there is none, or several of this name", async () => {
    const world = await simulated();
    await create(world, "base");
    await create(world, "base");
    programFor(world.simulator);
    await expect(getAsConfiguration({ scalingConfigurationId: NOTHING })).rejects.toThrow(
      `getAsConfiguration: AS configuration ${NOTHING} does not exist`,
    );
    await expect(getAsConfiguration({ scalingConfigurationName: "base" })).rejects.toThrow(
      "there are 2 AS configurations of this name",
    );
  });

  it("gives a secret output when there are user data, and a plain one when there are none", async () => {
    const world = await simulated();
    const withData = await create(world, "base", USER_DATA);
    const without = await create(world, "plain");
    programFor(world.simulator);
    const isSecret = (scalingConfigurationId: string): Promise<boolean> =>
      pulumi.isSecret(getAsConfigurationOutput({ scalingConfigurationId }).instanceConfig);
    expect(await isSecret(withData)).toBe(true);
    expect(await isSecret(without)).toBe(false);
    expect(await pulumi.isSecret(getAsConfigurationsOutput())).toBe(true);
    const plain = getAsConfigurationsOutput({ scalingConfigurationName: "plain" });
    expect(await pulumi.isSecret(plain)).toBe(false);
  });
});

describe("getAsConfigurations", () => {
  it("leaves the choice to the service", async () => {
    const world = await simulated();
    const id = await create(world, "base");
    const program = programFor(world.simulator);
    const found = await getAsConfigurations({ scalingConfigurationName: "as", imageId: IMAGE });
    expect(found.map(({ scalingConfigurationId }) => scalingConfigurationId)).toEqual([id]);
    expect(program.queries()).toEqual([
      { scaling_configuration_name: "as", image_id: IMAGE, start_number: "0", limit: "100" },
    ]);
    expect(await getAsConfigurations()).toHaveLength(2);
  });
});
