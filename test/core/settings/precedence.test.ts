/**
 * The table of the guide on sign-in: the environment comes before the stack configuration, and that before the cloud
 * that is named. What signs in is never mixed.
 */
import { describe, expect, it } from "vitest";
import { type Bag, found, type Given, settingsOf, warningsOf } from "../support/found";
import { authoritiesOf } from "../../../provider/core/settings";

const PLACES = ["environment", "configuration", "cloud"] as const;
type Place = (typeof PLACES)[number];

/** How a setting is written in each place. */
type Spelling = Readonly<Record<Place, string>>;

/** All places that may hold a setting at the same time, in their order. */
const combinations: readonly (readonly Place[])[] = Array.from({ length: 7 }, (_, index) =>
  PLACES.filter((_place, bit) => ((index + 1) >> bit) % 2 === 1),
);

const at = (path: string, value: string): Entry => {
  const [first = "", ...rest] = path.split(".");
  return { [first]: rest.length === 0 ? value : at(rest.join("."), value) };
};

interface Entry {
  readonly auth?: object;
}

const join = (one: Entry, other: Entry): Entry => ({
  ...one,
  ...other,
  auth: { ...one.auth, ...other.auth },
});

/** Each of these settings, given in a place. */
const write = (place: Place, settings: readonly (readonly [Spelling, string])[]): Given => {
  if (place === "cloud")
    return { entry: settings.map(([names, value]) => at(names.cloud, value)).reduce(join, {}) };
  return { [place]: Object.fromEntries(settings.map(([names, value]) => [names[place], value])) };
};

/** A sign-in that hides nothing of what is tested. */
const rest: Bag = {
  "otc:userId": "u",
  "otc:password": "p",
  "otc:projectName": "eu-de",
  "otc:authUrl": "https://iam.example",
};
const TOKEN: Bag = { OS_TOKEN: "t" };

const merge = (...parts: readonly Given[]): Given => ({
  environment: Object.assign({}, ...parts.map(({ environment }) => environment)) as Bag,
  configuration: Object.assign({}, ...parts.map(({ configuration }) => configuration)) as Bag,
  entry: parts.map(({ entry }) => entry ?? {}).reduce(join, {}),
});

describe("a setting that stands for itself comes from the first place that holds it", () => {
  const alone: readonly (readonly [string, Spelling, (value: string) => string])[] = [
    [
      "authUrl",
      { environment: "OS_AUTH_URL", configuration: "otc:authUrl", cloud: "auth.auth_url" },
      (place) => `https://${place}.example`,
    ],
    [
      "region",
      { environment: "OS_REGION_NAME", configuration: "otc:region", cloud: "region_name" },
      (place) => place,
    ],
    [
      "endpoint",
      { environment: "OTC_AS_ENDPOINT", configuration: "otc:endpoint", cloud: "as_endpoint_override" },
      (place) => `https://${place}.example`,
    ],
  ];

  it.each(
    alone.flatMap(([name, names, value]) => combinations.map((places) => ({ name, names, value, places }))),
  )("$name in $places", ({ name, names, value, places }) => {
    const parts = places.map((place) => write(place, [[names, value(place)]]));
    const settings = settingsOf(
      merge(
        { environment: TOKEN, configuration: { "otc:projectId": "p" } },
        { configuration: name === "authUrl" ? {} : { "otc:authUrl": "https://iam.example" } },
        ...parts,
      ),
    );
    expect(settings).toHaveProperty(name, value(places[0] ?? ""));
  });

  it.each(combinations.map((places) => ({ places })))("the authorities in $places", ({ places }) => {
    const names = { environment: "OS_CACERT", configuration: "otc:caCert", cloud: "cacert" };
    const parts = places.map((place) => write(place, [[names, `${place}.pem`]]));
    expect(authoritiesOf(found(merge(...parts))).caCert).toBe(`${places[0] ?? ""}.pem`);
  });

  it.each(combinations.map((places) => ({ places })))(
    "whether certificates count in $places",
    ({ places }) => {
      const names = { environment: "OS_INSECURE", configuration: "otc:insecure", cloud: "insecure" };
      const parts = places.map((place, index) => write(place, [[names, index === 0 ? "true" : "false"]]));
      expect(settingsOf(merge({ configuration: rest }, ...parts))).toHaveProperty("insecure", true);
    },
  );
});

describe("what signs in comes from the first place that holds any of it", () => {
  const methods: Readonly<Record<string, readonly (readonly [string, Spelling])[]>> = {
    token: [["token", { environment: "OS_TOKEN", configuration: "otc:token", cloud: "auth.token" }]],
    accessKey: [
      ["accessKey", { environment: "OS_ACCESS_KEY", configuration: "otc:accessKey", cloud: "auth.ak" }],
      ["secretKey", { environment: "OS_SECRET_KEY", configuration: "otc:secretKey", cloud: "auth.sk" }],
    ],
    password: [
      ["user", { environment: "OS_USER_ID", configuration: "otc:userId", cloud: "auth.user_id" }],
      ["password", { environment: "OS_PASSWORD", configuration: "otc:password", cloud: "auth.password" }],
    ],
  };
  const where = { configuration: { "otc:authUrl": "https://iam.example", "otc:projectId": "p" } };

  const signIn = (method: string, place: Place): Given =>
    write(
      place,
      (methods[method] ?? []).map(([part, names]) => [names, `${part} of ${place}`]),
    );

  const wanted = (method: string, place: Place): unknown =>
    Object.fromEntries(
      (methods[method] ?? []).map(([part]) => [
        part,
        part === "user" ? { id: `${part} of ${place}` } : `${part} of ${place}`,
      ]),
    );

  const cases = Object.keys(methods).flatMap((first) =>
    Object.keys(methods).flatMap((other) => combinations.map((places) => ({ first, other, places }))),
  );

  it.each(cases)("a $first there, a $other in the others: $places", ({ first, other, places }) => {
    const [winner = "cloud"] = places;
    const parts = places.map((place, index) => signIn(index === 0 ? first : other, place));
    expect(settingsOf(merge(where, ...parts))).toHaveProperty("signIn", {
      method: first,
      ...(wanted(first, winner) as object),
    });
  });

  it.each(PLACES)("and in one place (%s) a token before a key pair before a password", (place) => {
    const all = ["password", "accessKey", "token"].map((method) => signIn(method, place));
    expect(settingsOf(merge(where, ...all))).toHaveProperty("signIn.method", "token");
    expect(settingsOf(merge(where, ...all.slice(0, 2)))).toHaveProperty("signIn.method", "accessKey");
  });

  it("with a warning when that of a named cloud is passed over", () => {
    const cloud = signIn("password", "cloud");
    expect(warningsOf(merge(where, cloud))).toEqual([]);
    expect(warningsOf(merge(where, cloud, signIn("token", "environment")))).toEqual([
      'the sign-in of cloud "c" of clouds.yaml is not used, because there is one in the environment, which comes first',
    ]);
    expect(warningsOf(merge(where, cloud, signIn("password", "configuration")))).toEqual([
      'the sign-in of cloud "c" of clouds.yaml is not used, because there is one in the stack configuration, which comes first',
    ]);
  });
});

describe("the project comes from the first place that holds its id or its name", () => {
  const names = {
    environment: "OS_PROJECT_NAME",
    configuration: "otc:projectName",
    cloud: "auth.project_name",
  };
  const ids = { environment: "OS_PROJECT_ID", configuration: "otc:projectId", cloud: "auth.project_id" };
  const { "otc:projectName": _, ...signIn } = rest;

  it.each(combinations.map((places) => ({ places })))("$places", ({ places }) => {
    const parts = places.map((place, index) => write(place, [[index === 0 ? names : ids, place]]));
    expect(settingsOf(merge({ configuration: signIn }, ...parts))).toHaveProperty("project", {
      name: places[0],
    });
  });
});

describe("keys for object storage", () => {
  const S3 = { S3_ACCESS_KEY_ID: "s3", S3_SECRET_ACCESS_KEY: "s3-secret", S3_SECURITY_TOKEN: "s3-token" };
  const where = { configuration: { "otc:authUrl": "https://iam.example", "otc:projectId": "p" } };
  const beside = { ak: "beside", sk: "beside-secret" };

  it("sign in when nothing else does, those of the cloud first", () => {
    expect(settingsOf(merge(where, { environment: S3 }))).toHaveProperty("signIn", {
      method: "accessKey",
      accessKey: "s3",
      secretKey: "s3-secret",
      securityToken: "s3-token",
    });
    expect(settingsOf(merge(where, { environment: S3, entry: beside }))).toHaveProperty("signIn", {
      method: "accessKey",
      accessKey: "beside",
      secretKey: "beside-secret",
    });
  });

  it.each<[string, Given]>([
    ["the environment", { environment: { OS_USER_ID: "u", OS_PASSWORD: "p" } }],
    ["the stack configuration", { configuration: { "otc:userId": "u", "otc:password": "p" } }],
    ["the cloud", { entry: { auth: { user_id: "u", password: "p" } } }],
  ])("do not sign in when a password in %s does", (_place, password) => {
    expect(settingsOf(merge(where, { environment: S3, entry: beside }, password))).toHaveProperty("signIn", {
      method: "password",
      user: { id: "u" },
      password: "p",
    });
  });
});
