import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const read = (path: string): unknown => JSON.parse(readFileSync(join(__dirname, "../..", path), "utf8"));

interface Manifest {
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly version: string; readonly engines?: { readonly node?: string } }>
  >;
}

/** fastify takes any light-my-request 6, and a newer one needs a cookie that refuses Node.js 20. */
test("whoever installs the simulator gets packages that run on every Node.js that it names", () => {
  const { engines, dependencies } = read("simulator/package.json") as Manifest;
  const { packages } = read("package-lock.json") as Lock;
  expect(engines.node).toBe(">=20.19");
  expect(dependencies["light-my-request"]).toBe(packages["node_modules/light-my-request"]?.version);
  expect(packages["node_modules/cookie"]?.engines?.node).toBe(">=18");
});
