import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodedSize, sizeOf, toBase64 } from "../../provider/core/base64";

describe("base64", () => {
  it("is what Node makes of any text, and tells its size", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const bytes = Buffer.from(text);
        expect(toBase64(text)).toBe(bytes.toString("base64"));
        expect(sizeOf(text)).toBe(bytes.length);
        expect(decodedSize(toBase64(text))).toBe(bytes.length);
      }),
      { seed: 7 },
    );
  });

  it.each(["a", "ab=", "a===", "####", "ab==cd=="])("is not %j", (text) => {
    expect(decodedSize(text)).toBeUndefined();
  });
});
