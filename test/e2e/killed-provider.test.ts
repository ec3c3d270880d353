import { describe } from "vitest";
import { killProvider, proveKilled } from "./support/killed";

describe("after the provider was killed, the next command", () => {
  proveKilled(killProvider, () => Promise.resolve());
});
