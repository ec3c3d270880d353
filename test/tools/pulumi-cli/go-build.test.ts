import { expect, test } from "vitest";
import { goModText, WRAPPER_MODULES } from "../../../tools/pulumi-cli/go-build";

test("the wrapper modules name the program, the versions and the replacement that Go does not inherit", () => {
  expect(WRAPPER_MODULES.map(goModText)).toEqual([
    `module example.com/host
go 1.24
tool github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs
require github.com/pulumi/pulumi/sdk/v3 v3.67.0
`,
    `module example.com/cli
go 1.24
tool github.com/pulumi/pulumi/pkg/v3/cmd/pulumi
require github.com/pulumi/pulumi/pkg/v3 v3.274.1
require github.com/pulumi/pulumi/sdk/v3 v3.274.1
replace github.com/atotto/clipboard => github.com/tgummerer/clipboard v0.0.0-20241001131231-d02d263e614e
`,
  ]);
});
