import * as pulumi from "@pulumi/pulumi";
import { beforeAll, describe, expect, it } from "vitest";
import { declareChild, type Transform } from "../../components/child";
import { LifecycleHook } from "../../provider/resource/lifecycle-hook";
import type { LifecycleHookArgs } from "../../provider/resource/lifecycle-hook-args";
import { declaredBy, optionsOfChildren, withoutEngine, type Declared } from "./support/mocks";

const args: LifecycleHookArgs = {
  scalingGroupId: "62c26ad7-473d-40e2-8f27-a7bae44f4524",
  lifecycleHookType: "INSTANCE_TERMINATING",
  notificationTopicUrn: "urn:smn:eu-de:0123456789abcdef0123456789abcdef:drain",
};

/** A component of one hook. */
class Drain extends pulumi.ComponentResource {
  constructor(
    name: string,
    transform: Transform<LifecycleHookArgs> | undefined,
    options: pulumi.ComponentResourceOptions,
  ) {
    super("test:Drain", name, {}, options);
    declareChild(this, LifecycleHook, { name: `${name}-hook`, args, transform });
    this.registerOutputs();
  }
}

beforeAll(withoutEngine);

async function hookWith(
  transform?: Transform<LifecycleHookArgs>,
): Promise<{ hook: Declared | undefined; options: pulumi.CustomResourceOptions | undefined }> {
  const { options, transformations } = optionsOfChildren();
  const declared = await declaredBy(() => new Drain("web", transform, { transformations }));
  const hook = declared.find(({ type }) => type.endsWith("LifecycleHook"));
  return { hook, options: options.get(hook?.name ?? "") };
}

describe("a child", () => {
  it("is declared as the component wants it", async () => {
    const { hook } = await hookWith();
    expect(hook).toMatchObject({ name: "web-hook", args });
  });

  it("belongs to the component, and is the same resource as one that was declared alone", async () => {
    const { options } = await hookWith();
    expect(options?.parent).toBeInstanceOf(Drain);
    expect(options?.aliases).toEqual([{ parent: pulumi.rootStackResource }]);
  });

  it("gets the members that a program lays over its arguments", async () => {
    const { hook } = await hookWith({ defaultTimeout: 600 });
    expect(hook?.args).toMatchObject({ ...args, defaultTimeout: 600 });
  });

  it("gets what a function of the program returns, and keeps the rest", async () => {
    const { hook, options } = await hookWith(({ name, options: own }) => ({
      name: `${name}-2`,
      options: { ...own, protect: true },
    }));
    expect(hook).toMatchObject({ name: "web-hook-2", args });
    expect(options?.protect).toBe(true);
    expect(options?.parent).toBeInstanceOf(Drain);
  });
});
