import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Tests run the TypeScript sources; only the end-to-end tests use what `npm pack` builds. */
const shared = {
  resolve: { alias: { "otc-as-simulator": source("./simulator/src/index.ts") } },
};
/** fp-ts and io-ts have directory imports, which Node's own ESM loader refuses. */
const deps = { inline: ["fp-ts", "io-ts"] };

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          include: ["test/{core,wait,resource,runtime,tools,components}/**/*.test.ts"],
          // Properties take seconds on a busy machine.
          testTimeout: 60_000,
          server: { deps },
        },
      },
      {
        ...shared,
        test: {
          name: "contract",
          include: ["test/{api,service,lookup,simulator,cli,examples}/**/*.test.ts"],
          testTimeout: 60_000,
          server: { deps },
        },
      },
      {
        ...shared,
        test: {
          name: "crash",
          include: ["test/crash/**/*.test.ts"],
          testTimeout: 60_000,
          maxWorkers: 2,
          server: { deps },
        },
      },
      {
        ...shared,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/browser/support/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        ...shared,
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/e2e/support/global-setup.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          maxWorkers: 2,
          server: { deps },
        },
      },
    ],
  },
});
