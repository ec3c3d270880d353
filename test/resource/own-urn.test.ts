import * as pulumi from "@pulumi/pulumi";
import { beforeAll, expect, it } from "vitest";
import { AsConfiguration } from "../../provider/resource/as-configuration";
import { AsGroup } from "../../provider/resource/as-group";
import { declaredBy, withoutEngine } from "../components/support/mocks";

/** A component of two children of which one needs the other. */
class Pair extends pulumi.ComponentResource {
  constructor(name: string) {
    super("test:Pair", name);
    const configuration = new AsConfiguration(`${name}-template`, {}, { parent: this });
    const { id: scalingConfigurationId } = configuration;
    new AsGroup(`${name}-group`, { vpcId: "v", networks: [], scalingConfigurationId }, { parent: this });
    this.registerOutputs();
  }
}

beforeAll(withoutEngine);

it("children of a component do not wait for each other because of their own URNs", async () => {
  const declared = await declaredBy(() => new Pair("web"));
  expect(declared.map(({ name }) => name)).toEqual(["web", "web-template", "web-group"]);
});
