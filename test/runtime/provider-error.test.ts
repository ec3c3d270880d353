import { describe, expect, it } from "vitest";
import { guarded, PartialFailure, ProviderError } from "../../provider/runtime/provider-error";

describe("ProviderError", () => {
  it("is shown once: its copy under the stack's row is one short line", () => {
    const error = new ProviderError("AS group web: updating failed");
    expect(error.message).toBe("AS group web: updating failed");
    expect(String(error)).toBe("pulumi-otc-autoscaling");
    expect(error.stack).toBe("see the message of the resource");
  });
});

describe("PartialFailure", () => {
  it("carries what the engine saves, and a reason, which is all that it shows", () => {
    const error = new PartialFailure("some-id", "no capacity", { status: "ERROR", __provider: "text" });
    expect(error).toBeInstanceOf(ProviderError);
    expect(error.id).toBe("some-id");
    expect(error.reasons).toEqual(["no capacity"]);
    expect(error.properties).toEqual({ status: "ERROR", __provider: "text" });
  });
});

describe("guarded", () => {
  it("gives back what the handler gives, at once or later", async () => {
    expect(await guarded(() => 1)).toBe(1);
    expect(await guarded(() => Promise.resolve(2))).toBe(2);
  });

  it("lets an Error through as it is", async () => {
    const error = new Error("as it is");
    await expect(guarded(() => Promise.reject(error))).rejects.toBe(error);
    await expect(
      guarded(() => {
        throw error;
      }),
    ).rejects.toBe(error);
  });

  it.each([undefined, null, "text", 1, { message: "no Error" }])(
    "turns %j into an Error, because the engine hangs on anything else",
    async (thrown) => {
      const rejected = guarded(() => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- that is what is tested
        throw thrown;
      });
      await expect(rejected).rejects.toBeInstanceOf(ProviderError);
      await expect(rejected).rejects.toThrow("an unexpected value was thrown");
    },
  );
});
