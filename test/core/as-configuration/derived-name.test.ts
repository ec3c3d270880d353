import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { configurationTable } from "../../../provider/core/as-configuration/arguments";
import { derivedName, derivedNames } from "../../../provider/core/as-configuration/derived-name";
import { wayMark } from "../../../provider/core/as-configuration/way-back";
import { physicalName } from "../../../provider/core/physical-name";
import { right } from "../../api/support/either";
import type { Args } from "../../e2e/support/group-args";
import { configurationArgs, everything, OTHER_IMAGE } from "../../support/configuration-args";

const URN = "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/otc:AsConfiguration::web";

const args = (template: Args, more: Args = {}) =>
  right(configurationTable.decode({ selfUrn: URN, nameGeneration: 2, ...configurationArgs(template, more) }));
const nameOf = (template: Args, more: Args = {}): string => derivedName(args(template, more));

const texts = fc.stringMatching(/^[a-z0-9]{1,20}$/);

describe("the derived name of an AS configuration", () => {
  it("says nothing of user data, files, metadata and the password, however they are chosen", () => {
    const secrets = fc.record({ data: texts, content: texts, role: texts, digits: fc.nat({ max: 999999 }) });
    const named = ({ data, content, role, digits }: Record<string, string | number>): string =>
      nameOf({
        userData: `#!/bin/sh\nPIN=${data}`,
        personality: [{ path: `/etc/${content}`, content }],
        metadata: { [`key-${role}`]: role, adminPass: `Lighthouse-${digits}` },
      });
    fc.assert(
      fc.property(secrets, secrets, (one, other) => {
        expect(named(one)).toBe(named(other));
      }),
      { seed: 6, numRuns: 100 },
    );
  });

  it.each<[string, Args, Args]>([
    ["the image", { imageRef: OTHER_IMAGE }, {}],
    ["the flavors", { flavorRef: ["s3.large.2"] }, {}],
    ["the key", { keyName: "other" }, {}],
    ["that there is user data", { userData: "x" }, {}],
    ["that there are files", { personality: [{ path: "/a", content: "a" }] }, {}],
    ["that there are metadata", { metadata: { role: "web" } }, {}],
    ["that there is a password", { metadata: { adminPass: "Lighthouse-7" } }, {}],
    ["the source", {}, { sourceScalingConfigurationId: "s" }],
  ])("depends on %s", (_, template, more) => {
    expect(nameOf(template, more)).not.toBe(nameOf({}));
  });

  it("is the same in other words", () => {
    expect(nameOf({ flavorRef: "a,b", securityGroups: [{ id: "x" }, { id: "y" }] })).toBe(
      nameOf({ flavorRef: ["a", "b"], securityGroups: [{ id: "y" }, { id: "x" }] }),
    );
    expect(nameOf({ metadata: {}, personality: [] })).toBe(nameOf({}));
  });

  it("comes before the one that earlier versions derived of the generation", () => {
    expect(derivedNames(args(everything))).toEqual([nameOf(everything), physicalName(URN, 2)]);
  });
});

describe("the mark of what is kept", () => {
  it("does not depend on the resource, which may be renamed", () => {
    const { selfUrn: _, ...rest } = args(everything);
    expect(wayMark({ ...rest, selfUrn: `${URN}-2` })).toBe(wayMark(args(everything)));
    expect(wayMark(args(everything))).not.toBe(wayMark(args({})));
  });
});
