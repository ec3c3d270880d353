import { describe, expect, it } from "vitest";
import { autoScalingBase, locate } from "../../../provider/api/auth/catalog";
import { left, right } from "../support/either";

describe("autoScalingBase", () => {
  it.each([
    ["https://as.example", "https://as.example/autoscaling-api"],
    ["https://as.example/", "https://as.example/autoscaling-api"],
    ["https://as.example:8443/autoscaling-api", "https://as.example:8443/autoscaling-api"],
    ["https://as.example/autoscaling-api/", "https://as.example/autoscaling-api"],
    ["https://as.example/autoscaling-api/v1", "https://as.example/autoscaling-api"],
    ["https://as.example/autoscaling-api/v1/p1", "https://as.example/autoscaling-api"],
    ["https://as.example/autoscaling-api/v2/p1/", "https://as.example/autoscaling-api"],
    ["https://as.example/v1", "https://as.example/autoscaling-api"],
    ["https://as.example/v1/p1", "https://as.example/autoscaling-api"],
    ["https://gateway.example/as", "https://gateway.example/as/autoscaling-api"],
    ["https://gateway.example/as/autoscaling-api/v1", "https://gateway.example/as/autoscaling-api"],
    ["https://user:word@as.example/?q=1#f", "https://as.example/autoscaling-api"],
  ])("of %s is %s", (address, base) => {
    expect(right(autoScalingBase(address))).toBe(base);
  });

  it.each(["", "as.example", "/autoscaling-api"])("refuses %j", (address) => {
    expect(left(autoScalingBase(address))).toEqual({
      _tag: "Misconfigured",
      problems: ["the Auto Scaling endpoint is not a URL"],
    });
  });
});

describe("locate", () => {
  const entry = (type: string, ...regions: readonly string[]) => ({
    type,
    endpoints: regions.map((region) => ({
      url: `https://${type}.${region}.example/autoscaling-api/v1/p1`,
      interface: "public",
      region,
    })),
  });
  const at = (host: string, region: string) => ({ endpoint: `https://${host}/autoscaling-api`, region });

  it.each(["as", "asv1"])("finds an entry of type %s", (type) => {
    const catalog = [entry("compute", "eu-de"), entry(type, "eu-de")];
    expect(right(locate(catalog, { configured: undefined, suggested: "eu-de" }))).toEqual(
      at(`${type}.eu-de.example`, "eu-de"),
    );
  });

  it("takes the configured region rather than the one of the project", () => {
    const catalog = [entry("as", "eu-de", "eu-nl")];
    expect(right(locate(catalog, { configured: "eu-nl", suggested: "eu-de" }))).toEqual(
      at("as.eu-nl.example", "eu-nl"),
    );
  });

  it("takes the region of the project, else the only one", () => {
    const two = [entry("as", "eu-de", "eu-nl")];
    expect(right(locate(two, { configured: undefined, suggested: "eu-nl" }))).toEqual(
      at("as.eu-nl.example", "eu-nl"),
    );
    const one = [entry("as", "eu-de")];
    expect(right(locate(one, { configured: undefined, suggested: "MyProject" }))).toEqual(
      at("as.eu-de.example", "eu-de"),
    );
  });

  it("reads region_id where there is no region", () => {
    const catalog = [
      { type: "as", endpoints: [{ url: "https://as.example", interface: "public", regionId: "eu-de" }] },
    ];
    expect(right(locate(catalog, { configured: "eu-de", suggested: undefined }))).toEqual(
      at("as.example", "eu-de"),
    );
  });

  it("takes no endpoint that is not public", () => {
    const catalog = [
      { type: "as", endpoints: [{ url: "https://as.example", interface: "internal", region: "eu-de" }] },
    ];
    expect(left(locate(catalog, { configured: undefined, suggested: "eu-de" }))).toEqual({
      _tag: "Misconfigured",
      problems: [
        "the catalog of this project has no public Auto Scaling endpoint: set OTC_AS_ENDPOINT, or run `pulumi config set otc:endpoint`",
      ],
    });
  });

  it("asks for the region when there are several", () => {
    const catalog = [entry("as", "eu-de", "eu-nl")];
    expect(left(locate(catalog, { configured: undefined, suggested: "MyProject" }))).toEqual({
      _tag: "Misconfigured",
      problems: [
        "Auto Scaling is in several regions (eu-de, eu-nl): set OS_REGION_NAME, or run `pulumi config set otc:region`",
      ],
    });
  });

  it("names the regions there are when the configured one is missing", () => {
    const catalog = [entry("as", "eu-de", "eu-nl")];
    expect(left(locate(catalog, { configured: "eu-ch2", suggested: "eu-de" }))).toEqual({
      _tag: "Misconfigured",
      problems: ["the catalog has no Auto Scaling endpoint in region eu-ch2, only in eu-de, eu-nl"],
    });
  });
});
