import { test } from "vitest";
import { followReadme } from "./support/example";

test("the plain-javascript example runs as it is, without a build, and prints what its README says", async () => {
  await followReadme("plain-javascript");
});
