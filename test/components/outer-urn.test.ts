import { expect, it } from "vitest";
import { outerUrn } from "../../components/outer-urn";

it.each([
  ["urn:pulumi:dev::shop::a:b:Fleet::web", "urn:pulumi:dev::shop::pulumi:pulumi:Stack::web"],
  ["urn:pulumi:dev::shop::a:b:Shop$a:b:Fleet::web", "urn:pulumi:dev::shop::a:b:Shop::web"],
  [
    "urn:pulumi:dev::shop::a:b:Mall$a:b:Shop$a:b:Fleet::w$::b",
    "urn:pulumi:dev::shop::a:b:Mall$a:b:Shop::w$::b",
  ],
])("%s stands in %s", (urn, outer) => {
  expect(outerUrn(urn)).toBe(outer);
});
