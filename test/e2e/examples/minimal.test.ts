import { test } from "vitest";
import { followReadme } from "./support/example";

test("the minimal example creates, scales and destroys, and prints what its README says", async () => {
  await followReadme("minimal");
});
