/** Settings from real files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as E from "fp-ts/Either";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { loadSettings } from "../../../provider/runtime/settings/load";
import { revealed } from "../../core/support/revealed";

type Bag = Readonly<Record<string, string>>;

const PEM = "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n";

/** A cloud whose user tells from which file it comes. */
const clouds = (user: string, more = ""): string =>
  `clouds:\n  otc:\n    auth: {auth_url: "https://iam.example", user_id: ${user}, password: p, project_id: p1}\n${more}`;

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "otc-as-settings-"));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
});

const write = (path: string, text: string): string => {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
  return full;
};

const load = (environment: Bag, configuration: Bag = {}) =>
  loadSettings(
    { environment, configuration: (key) => configuration[key] },
    { directory: join(root, "program"), home: join(root, "home") },
  );

const loaded = (environment: Bag, configuration: Bag = {}) => {
  const result = load(environment, configuration);
  if (E.isLeft(result)) throw new Error(result.left.problems.join("\n"));
  return result.right;
};

const userOf = (environment: Bag, configuration: Bag = {}): unknown =>
  (revealed(loaded(environment, configuration).settings) as { signIn: { user: { id: string } } }).signIn.user
    .id;

const problemsOf = (environment: Bag, configuration: Bag = {}): readonly string[] => {
  const result = load(environment, configuration);
  return E.isLeft(result) ? result.left.problems : [];
};

const OTC = { OS_CLOUD: "otc" };

describe("clouds.yaml", () => {
  it("is not looked at unless a cloud is named", () => {
    write("program/clouds.yaml", "clouds: [broken");
    expect(problemsOf({}).join()).not.toContain("clouds.yaml is not");
    expect(problemsOf({ OS_TOKEN: "t", OS_AUTH_URL: "https://iam.example" })).toEqual([]);
  });

  it("is that of the program's directory, else of the user, else of the machine", () => {
    write("home/.config/openstack/clouds.yaml", clouds("home"));
    expect(userOf(OTC)).toBe("home");
    write("program/clouds.yaml", clouds("program"));
    expect(userOf(OTC)).toBe("program");
    expect(problemsOf({ OS_CLOUD: "other" })).toEqual([
      'cloud "other" is wanted, but clouds.yaml has only otc',
    ]);
  });

  it("is that of XDG_CONFIG_HOME instead of ~/.config, if it is set", () => {
    write("home/.config/openstack/clouds.yaml", clouds("home"));
    write("xdg/openstack/clouds.yaml", clouds("xdg"));
    expect(userOf({ ...OTC, XDG_CONFIG_HOME: join(root, "xdg") })).toBe("xdg");
  });

  it("may end in .yml or .json, after .yaml", () => {
    write(
      "program/clouds.json",
      JSON.stringify({
        clouds: {
          otc: { auth: { auth_url: "https://iam.example", user_id: "json", password: "p", project_id: "p" } },
        },
      }),
    );
    expect(userOf(OTC)).toBe("json");
    write("program/clouds.yml", clouds("yml"));
    expect(userOf(OTC)).toBe("yml");
    write("program/clouds.yaml", clouds("yaml"));
    expect(userOf(OTC)).toBe("yaml");
  });

  it.each(["own/file.yaml", "./own/file.yaml"])("is the one that OS_CLIENT_CONFIG_FILE names: %s", (path) => {
    write("program/clouds.yaml", clouds("program"));
    write("program/own/file.yaml", clouds("own"));
    expect(userOf({ ...OTC, OS_CLIENT_CONFIG_FILE: path })).toBe("own");
    expect(userOf({ ...OTC, OS_CLIENT_CONFIG_FILE: join(root, "program", path) })).toBe("own");
  });

  it("that OS_CLIENT_CONFIG_FILE names must be there", () => {
    write("program/clouds.yaml", clouds("program"));
    expect(problemsOf({ ...OTC, OS_CLIENT_CONFIG_FILE: "nothing.yaml" })).toEqual([
      `${join(root, "program/nothing.yaml")} cannot be read (ENOENT)`,
    ]);
  });

  it("that is nowhere is looked for in places that the message names", () => {
    expect(problemsOf(OTC)).toEqual([
      `cloud "otc" is wanted, but there is no clouds.yaml: looked for ${join(root, "program/clouds.yaml")}, ${join(root, "home/.config/openstack/clouds.yaml")}, /etc/openstack/clouds.yaml`,
    ]);
  });

  it("that cannot be used is not passed over in silence, and both files are told of", () => {
    const path = write("program/clouds.yaml", "clouds:\n  a: {password: hunter2\n x: [");
    write("home/.config/openstack/clouds.yaml", clouds("home"));
    mkdirSync(join(root, "program/secure.yaml"));
    expect(problemsOf(OTC)).toEqual([
      `${path} is not valid YAML: line 3: bad indent`,
      `${join(root, "program/secure.yaml")} cannot be read (EISDIR)`,
    ]);
  });

  it("may be named in the stack configuration, and by OS_CLOUD before that", () => {
    write(
      "program/clouds.yaml",
      `${clouds("one")}  two:\n    auth: {auth_url: "https://iam.example", user_id: two, password: p, project_id: p}\n`,
    );
    expect(userOf({}, { "otc:cloud": "two" })).toBe("two");
    expect(userOf(OTC, { "otc:cloud": "two" })).toBe("one");
  });
});

describe("secure.yaml", () => {
  it("adds to clouds.yaml, wherever each of them is", () => {
    write("program/clouds.yaml", clouds("program"));
    write("home/.config/openstack/secure.yaml", "clouds: {otc: {auth: {password: 0815}}}");
    expect(revealed(loaded(OTC).settings)).toHaveProperty("signIn.password", "0815");
    write("own.yaml", "clouds: {otc: {auth: {password: own}}}");
    expect(
      revealed(loaded({ ...OTC, OS_CLIENT_SECURE_FILE: join(root, "own.yaml") }).settings),
    ).toHaveProperty("signIn.password", "own");
  });
});

describe("certificate authorities", () => {
  const signedIn = { OS_TOKEN: "t", OS_AUTH_URL: "https://iam.example" };

  it("are read from the file, relative to the program's directory or to ~", () => {
    write("program/ca.pem", PEM);
    write("home/ca.pem", `${PEM}home`);
    expect(loaded({ ...signedIn, OS_CACERT: "ca.pem" }).http).toStrictEqual({ ca: PEM });
    expect(loaded(signedIn, { "otc:caCert": "~/ca.pem" }).http).toStrictEqual({ ca: `${PEM}home` });
    write("program/clouds.yaml", clouds("u", `    cacert: ${join(root, "home/ca.pem")}\n`));
    expect(loaded(OTC).http).toStrictEqual({ ca: `${PEM}home` });
  });

  it("may be given as text, as the Terraform provider takes them", () => {
    expect(loaded(signedIn, { "otc:caCert": PEM }).http).toStrictEqual({ ca: PEM.trim() });
  });

  it("that cannot be used are told of together with what else is missing", () => {
    write("program/empty.pem", "hunter2");
    const ways = "set OS_CACERT, or run `pulumi config set otc:caCert`";
    expect(problemsOf({ OS_TOKEN: "t", OS_CACERT: "nothing.pem" })).toEqual([
      "the authentication address is missing: set OS_AUTH_URL, or run `pulumi config set otc:authUrl` (such as https://iam.eu-de.otc.t-systems.com/v3)",
      `the certificate authorities in ${join(root, "program/nothing.pem")} cannot be read (ENOENT): ${ways}`,
    ]);
    expect(problemsOf({ ...signedIn, OS_CACERT: "empty.pem" })).toEqual([
      `${join(root, "program/empty.pem")} holds no certificate in PEM form: ${ways}`,
    ]);
  });
});

describe("unverified certificates", () => {
  const WARNING = expect.stringMatching(/^TLS certificates are not verified/) as string;
  const signedIn = { OS_TOKEN: "t", OS_AUTH_URL: "https://iam.example" };

  it("come with a warning, and only when somebody has asked for them", () => {
    expect(loaded(signedIn)).toMatchObject({ http: {}, warnings: [] });
    expect(loaded(signedIn).http).not.toHaveProperty("insecure");
    expect(loaded({ ...signedIn, OS_INSECURE: "true" })).toMatchObject({
      http: { insecure: true },
      warnings: [WARNING],
    });
    write("program/clouds.yaml", clouds("u", "    verify: false\n"));
    expect(loaded(OTC)).toMatchObject({ http: { insecure: true }, warnings: [WARNING] });
  });
});
