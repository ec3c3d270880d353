import * as fc from "fast-check";
import * as prettier from "prettier";
import { expect, it } from "vitest";
import { Code, printImport, printObject, type Value } from "../../../cli/adopt/source-text";

const name = fc.oneof(
  fc.constantFrom("id", "size", "vpcId", "healthPeriodicAuditGracePeriod", "a-b", "__system__cmkid", "0"),
  fc.stringMatching(/^[a-z@_-]{1,30}$/),
);

const leaf: fc.Arbitrary<Value> = fc.oneof(
  fc.string({ maxLength: 90, size: "max" }),
  fc.string({ unit: "grapheme-ascii", maxLength: 90, size: "max" }),
  fc.constantFrom("it's", 'say "yes"', `'"'`, "two\nlines", "5b2f7a90-1c3d-4e5f-8a6b-7c8d9e0f1a01"),
  fc.integer({ min: 0, max: 100_000 }),
  fc.boolean(),
  fc.constantFrom(new Code("web.id"), new Code("webConfigurationOfTheWholeShop.id")),
);

const { value } = fc.letrec<{ value: Value; object: Value; list: Value }>((tie) => ({
  value: fc.oneof({ maxDepth: 3, depthSize: "small" }, leaf, tie("object"), tie("list")),
  object: fc.dictionary(name, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  list: fc.oneof(
    fc.array(tie("value"), { maxLength: 4 }),
    fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 40, size: "max" }),
  ),
}));

const members = fc.dictionary(name, value, { minKeys: 1, maxKeys: 6, noNullPrototype: true });

it("prints what Prettier leaves as it is", async () => {
  await fc.assert(
    fc.asyncProperty(members, async (object) => {
      const text = `export const x = new AsGroup("web", ${printObject(object)});\n`;
      expect(await prettier.format(text, { parser: "typescript" })).toBe(text);
    }),
    { seed: 11, numRuns: 400 },
  );
});

it.each([[["AsGroup"]], [["AsPolicy", "AsGroup", "AsConfiguration", "AsNotification", "LifecycleHook"]]])(
  "prints the import of %j as Prettier does",
  async (names) => {
    const text = `${printImport(names, "pulumi-otc-autoscaling")}\n`;
    expect(await prettier.format(text, { parser: "typescript" })).toBe(text);
  },
);
