import * as E from "fp-ts/Either";
import { describe, expect, it } from "vitest";
import { settingOrigins } from "../../../provider/core/settings";
import { decodeCloud } from "../../../provider/core/settings/cloud";

type Bag = Readonly<Record<string, string>>;

const origins = (environment: Bag, configuration: Bag = {}) =>
  settingOrigins({ environment, configuration: (key) => configuration[key] }).map(
    ({ setting, spelling, place, shown }) => `${setting}=${shown} (${spelling}, ${place})`,
  );

describe("settingOrigins", () => {
  it("tells how and where each setting is written, the environment before the configuration", () => {
    expect(
      origins({ OS_REGION_NAME: "eu-de", OS_TENANT_ID: "p1" }, { "otc:region": "eu-nl", "otc:cloud": "x" }),
    ).toEqual([
      "region=eu-de (OS_REGION_NAME, the environment)",
      "cloud=x (otc:cloud, the stack configuration)",
      "projectId=p1 (OS_TENANT_ID, the environment)",
    ]);
  });

  it("shows no secret, no access key, and no address with a password in it", () => {
    const shown = origins({
      OS_AUTH_URL: "https://me:hush@iam.example/v3?x=hush",
      OS_ACCESS_KEY: "hush",
      OS_SECRET_KEY: "hush",
      OS_SECURITY_TOKEN: "hush",
      OS_CACERT: "-----BEGIN CERTIFICATE-----\nhush",
      OTC_AS_ENDPOINT: "hush hush",
    });
    expect(shown.join()).not.toContain("hush");
    expect(shown).toContain("authUrl=https://iam.example/v3 (OS_AUTH_URL, the environment)");
  });

  it("tells only what signs in: a token before a key pair, that before a password, of one place", () => {
    const all = { OS_TOKEN: "t", OS_ACCESS_KEY: "a", OS_SECRET_KEY: "s", OS_USERNAME: "u", OS_PASSWORD: "p" };
    const { OS_TOKEN: _, ...keys } = all;
    const settingsOf = (environment: Bag) =>
      origins(environment, { "otc:userName": "other" }).map((line) => line.split("=")[0]);
    expect(settingsOf(all)).toEqual(["token"]);
    expect(settingsOf(keys)).toEqual(["accessKey", "secretKey"]);
    expect(settingsOf({ OS_USERNAME: "u", OS_PASSWORD: "p" })).toEqual(["userName", "password"]);
  });

  it("names the path in a cloud, also of what another key or the profile says", () => {
    const content = {
      clouds: { otc: { profile: "otc", verify: "false", auth: { user_name: "u", password: "hush" } } },
    };
    const read = decodeCloud("otc", { clouds: { path: "clouds.yaml", content }, lookedFor: [] });
    if (E.isLeft(read)) throw new Error(read.left.join());
    const found = settingOrigins({ environment: {}, configuration: () => undefined, cloud: read.right });
    expect(found.map(({ setting, spelling, place }) => [setting, spelling, place])).toEqual([
      ["authUrl", "profile", 'cloud "otc" of clouds.yaml'],
      ["insecure", "verify", 'cloud "otc" of clouds.yaml'],
      ["userName", "auth.user_name", 'cloud "otc" of clouds.yaml'],
      ["password", "auth.password", 'cloud "otc" of clouds.yaml'],
    ]);
  });
});
