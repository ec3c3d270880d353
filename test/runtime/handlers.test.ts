import { beforeEach, describe, expect, it } from "vitest";
import { UNKNOWN } from "../../provider/core/unknown";
import { asGroup } from "../../provider/runtime";
import { beginProcess, surroundings, type Surroundings } from "../../provider/runtime/process";
import { least, URN } from "../support/program-arguments";

/** Nobody answers: what needs the network fails. */
const alone = (variables: Surroundings["variables"] = {}): void => {
  beginProcess({
    ...surroundings(),
    variables,
    http: () => () => () => Promise.reject(new Error("a call was made")),
  });
};

beforeEach(() => {
  alone();
});

describe("the handlers", () => {
  it("are named as the engine calls them, and as every recorded state expects", () => {
    expect(Object.keys(asGroup).sort()).toEqual([
      "check",
      "configure",
      "create",
      "delete",
      "diff",
      "read",
      "update",
    ]);
  });
});

describe("check", () => {
  it("names a new group and asks nobody", async () => {
    const { inputs, failures } = await asGroup.check({}, least());
    expect(failures).toEqual([]);
    expect(inputs).toMatchObject({ ...least(), nameGeneration: 0 });
    expect(inputs["scalingGroupName"]).toMatch(/^web-[0-9a-f]{7}$/);
    expect((await asGroup.check({}, least())).inputs).toEqual(inputs);
  });

  it("keeps the name of a group that exists", async () => {
    const olds = { ...least(), scalingGroupName: "web-old", nameGeneration: 3 };
    const { inputs } = await asGroup.check(olds, least());
    expect(inputs).toMatchObject({ scalingGroupName: "web-old", nameGeneration: 3 });
  });

  it("names all failures at once, and leaves unknown values alone", async () => {
    const { failures } = await asGroup.check(
      {},
      least({ vpcId: UNKNOWN, coolDownTime: -1, desireInstanceNumber: 301 }),
    );
    expect(failures.map(({ property }) => property).sort()).toEqual(["coolDownTime", "desireInstanceNumber"]);
  });

  it.each([{}, { selfUrn: 1 }, least({ networks: "none", timeouts: 1, tags: [] })])(
    "answers with failures and does not throw, given %j",
    async (bag) => {
      const { failures } = await asGroup.check({ scalingGroupName: 1, nameGeneration: "x" }, bag);
      expect(failures.length).toBeGreaterThan(0);
    },
  );
});

describe("configure", () => {
  it("takes a mistake, which the first operation explains", async () => {
    await asGroup.configure({
      config: { get: (key) => (key === "otc:authUrl" ? "http://iam.example" : undefined) },
    });
    await expect(asGroup.read("some-id", {})).rejects.toThrow(
      /the settings are not complete or not valid[\s\S]*must be an https address/,
    );
  });

  it("is not needed: the environment alone may say how to sign in", async () => {
    alone({ OS_AUTH_URL: "https://iam.example/v3" });
    await expect(asGroup.read("some-id", {})).rejects.toThrow("the password is missing");
  });
});

describe("create", () => {
  it("refuses arguments that were never checked, before anything is asked of anybody", async () => {
    await expect(asGroup.create({ selfUrn: URN })).rejects.toThrow("creating failed");
  });
});

describe("a defect below the handlers", () => {
  it.each(["read", "delete"] as const)("reaches the engine as an Error from %s", async (handler) => {
    alone({
      OS_AUTH_URL: "https://iam.example/v3",
      OS_USERNAME: "user",
      OS_PASSWORD: "password",
      OS_USER_DOMAIN_NAME: "domain",
      OS_PROJECT_NAME: "project",
    });
    await expect(asGroup[handler]("some-id", {})).rejects.toThrow("a call was made");
  });
});
