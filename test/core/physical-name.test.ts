import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { physicalName } from "../../provider/core/physical-name";

const SEED = 20261124;
const URN = "urn:pulumi:prod::shop::pulumi-nodejs:dynamic/otc:AsGroup::web";

describe("physicalName", () => {
  it("is the logical name with seven hex digits, the same in every version of this package", () => {
    expect(physicalName(URN, 0)).toBe("web-82a90e9");
    expect(physicalName(URN, 1)).toBe("web-08f2336");
  });

  it("differs between stacks", () => {
    expect(physicalName(URN.replace("prod", "test"), 0)).not.toBe(physicalName(URN, 0));
  });

  it("replaces characters that AS does not allow", () => {
    expect(physicalName("urn:pulumi:s::p::t::my web/größe.1", 0)).toMatch(/^my-web-gr--e-1-[0-9a-f]{7}$/);
  });

  it("keeps the hash of a long name", () => {
    const name = physicalName(`urn:pulumi:s::p::t::${"x".repeat(100)}`, 0);
    expect(name).toMatch(/^x{56}-[0-9a-f]{7}$/);
  });

  it("is valid and the same every time, for any URN and generation", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(), (text, generation) => {
        const name = physicalName(text, generation);
        expect(name).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
        expect(physicalName(text, generation)).toBe(name);
      }),
      { seed: SEED },
    );
  });

  it("differs between the generations of a group", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1000 }), (generation) => {
        expect(physicalName(URN, generation + 1)).not.toBe(physicalName(URN, generation));
      }),
      { seed: SEED },
    );
  });
});
