import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lab, makeGroup, read } from "./support";

const OWN = "pulumi-otc-autoscaling";

/** What a project asks for that `adopt` writes beside a manifest with this text. */
const askedFor = async (manifest: string | undefined, out: string): Promise<unknown> => {
  const { call, configurationId, directory, adopt } = await lab();
  if (manifest !== undefined) writeFileSync(join(directory, "package.json"), manifest);
  const id = await makeGroup(call, configurationId);
  const { status } = await adopt("--group", id, "--out", out);
  expect(status).toBe(0);
  const written = JSON.parse(read(directory, join(out, "package.json"))) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return written.dependencies[OWN];
};

describe("the project that adopt writes asks for this package", () => {
  it("as the project around it does, seen from its own place", async () => {
    const manifest = JSON.stringify({ dependencies: { [OWN]: "file:../vendor/package.tgz" } });
    expect(await askedFor(manifest, "shop")).toBe("file:../../vendor/package.tgz");
    expect(await askedFor(manifest, "groups/shop")).toBe("file:../../../vendor/package.tgz");
  });

  it("as the project around it does when that needs it to develop only, or by a range", async () => {
    const manifest = JSON.stringify({ devDependencies: { [OWN]: "^0.1.0" } });
    expect(await askedFor(manifest, "shop")).toBe("^0.1.0");
  });

  it.each([
    ["no project is there", undefined],
    ["the project there does not ask for it", '{ "dependencies": { "fp-ts": "2.16.11" } }'],
    ["the project there cannot be read", "{"],
  ])("by its version when %s", async (_, manifest) => {
    expect(await askedFor(manifest, "shop")).toBe("0.1.0");
  });
});
