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

interface HookOfComponent {
  readonly hook: Declared | undefined;
  readonly options: pulumi.CustomResourceOptions | undefined;
  readonly aliases: readonly string[];
}

async function hookWith(
  transform?: Transform<LifecycleHookArgs>,
  more: pulumi.ComponentResourceOptions = {},
): Promise<HookOfComponent> {
  const { options, aliasesOf, transformations } = optionsOfChildren();
  const declared = await declaredBy(() => new Drain("web", transform, { ...more, transformations }));
  const hook = declared.find(({ type }) => type.endsWith("LifecycleHook"));
  const { name = "" } = hook ?? {};
  return { hook, options: options.get(name), aliases: await aliasesOf(name) };
}

const STACK = "urn:pulumi:stack::project::";
const HOOK = "pulumi-nodejs:dynamic/otc:LifecycleHook::web-hook";
const ALONE = `${STACK}${HOOK}`;

describe("a child", () => {
  it("is declared as the component wants it", async () => {
    const { hook } = await hookWith();
    expect(hook).toMatchObject({ name: "web-hook", args });
  });

  it("belongs to the component, and is the same resource as one that was declared alone", async () => {
    const { options, aliases } = await hookWith();
    expect(options?.parent).toBeInstanceOf(Drain);
    expect([...new Set(aliases)]).toEqual([ALONE]);
  });

  it("of a component in another one is the same resource as one that was declared beside it, too", async () => {
    const shop = new pulumi.ComponentResource("test:Shop", "shop");
    const { aliases } = await hookWith(undefined, { parent: shop });
    expect(aliases).toEqual([ALONE, `${STACK}test:Shop$${HOOK}`]);
  });

  it("gets the members that a program lays over its arguments", async () => {
    const { hook } = await hookWith({ defaultTimeout: 600 });
    expect(hook?.args).toMatchObject({ ...args, defaultTimeout: 600 });
  });

  it("gets what a function of the program returns, and keeps the rest", async () => {
    const { hook, options, aliases } = await hookWith(({ name }) => ({
      name: `${name}-2`,
      args: { defaultTimeout: 600, notificationTopicUrn: undefined },
      options: { protect: true },
    }));
    const { notificationTopicUrn: _, ...others } = args;
    expect(hook).toEqual({
      type: "pulumi-nodejs:dynamic/otc:LifecycleHook",
      name: "web-hook-2",
      args: { ...others, defaultTimeout: 600 },
    });
    expect(options?.protect).toBe(true);
    expect(options?.parent).toBeInstanceOf(Drain);
    expect(aliases).toContain(`${ALONE}-2`);
  });

  it.each<[string, Transform<LifecycleHookArgs>]>([
    ["alone", () => ({ options: { aliases: [{ name: "old" }] } })],
    [
      "with those that it got",
      ({ options }) => ({ options: { ...options, aliases: [{ name: "old" }, ...(options.aliases ?? [])] } }),
    ],
  ])("keeps its aliases when a function returns others, %s", async (_, transform) => {
    const { options, aliases } = await hookWith(transform);
    expect(options?.aliases).toHaveLength(3);
    expect([...new Set(aliases)]).toEqual([
      `${STACK}test:Drain$pulumi-nodejs:dynamic/otc:LifecycleHook::old`,
      ALONE,
    ]);
  });
});
