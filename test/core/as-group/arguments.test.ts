import * as E from "fp-ts/Either";
import { describe, expect, it } from "vitest";
import { argumentNames, decodeArguments, knownArguments } from "../../../provider/core/as-group/arguments";
import { malformed } from "../../../provider/core/error";
import { UNKNOWN } from "../../../provider/core/unknown";
import { all, least, URN } from "../../support/program-arguments";

/** What `check` adds. */
const checked = { scalingGroupName: "web-1a2b3c4", nameGeneration: 0 };

const leastDecoded = {
  selfUrn: URN,
  nameGeneration: 0,
  scalingGroupName: "web-1a2b3c4",
  vpcId: "vpc-a",
  networks: [{ id: "net-a", ipv6Enable: false }],
  scalingConfigurationId: "config-a",
  enable: true,
  timeouts: { create: 600, update: 600, delete: 600 },
  desireInstanceNumberMode: "onEdit",
  refreshOnConfigurationChange: false,
  deleteMode: "drain",
  lockedChange: "fail",
  waitFor: "inService",
  drain: { protectedInstances: "stop", attachedInstances: "stop" },
  initialLifecycleHooks: [],
};

describe("decodeArguments", () => {
  it("fills the defaults of arguments that only this package knows, and none of the service's", () => {
    expect(decodeArguments(least(checked))).toStrictEqual(E.right(leastDecoded));
  });

  it("reads every argument", () => {
    expect(decodeArguments({ ...all, nameGeneration: 3 })).toStrictEqual(
      E.right({
        ...all,
        nameGeneration: 3,
        networks: [
          { id: "net-a", ipv6Enable: true, ipv6Bandwidth: { id: "bandwidth-a" } },
          { id: "net-b", ipv6Enable: false },
        ],
        lbaasListeners: [{ poolId: "pool-a", protocolPort: 80, weight: 1 }],
        timeouts: { create: 900, update: 0, delete: 5400 },
        refreshOnConfigurationChange: {
          maxSurge: 2,
          minHealthyPercentage: 100,
          pauseBetweenBatches: 30,
          skipMatching: true,
          protectedInstances: "stop",
          timeout: 3600,
        },
      }),
    );
  });

  it("knows exactly these arguments", () => {
    // The other kind of listener, and what only `check` adds.
    const others = ["lbListenerId", "nameGeneration"];
    expect([...argumentNames].sort()).toEqual([...Object.keys(all), ...others].sort());
  });

  it("takes null as not given and ignores what is no argument", () => {
    const raw = least({ ...checked, description: null, tags: null, __provider: "code", other: 1 });
    expect(decodeArguments(raw)).toStrictEqual(E.right(leastDecoded));
  });

  it("fills the timeouts that are not given", () => {
    expect(decodeArguments(least({ ...checked, timeouts: { update: 5, delete: null } }))).toStrictEqual(
      E.right({ ...leastDecoded, timeouts: { create: 600, update: 5, delete: 600 } }),
    );
  });

  it("keeps a tag without a value out", () => {
    expect(decodeArguments(least({ ...checked, tags: { a: "1", b: null } }))).toStrictEqual(
      E.right({ ...leastDecoded, tags: { a: "1" } }),
    );
  });

  it("names every argument that it cannot read, without its value", () => {
    const raw = { ...least(checked), vpcId: 3, networks: [{ id: "a" }, {}], coolDownTime: "hunter2" };
    expect(decodeArguments(raw)).toStrictEqual(
      E.left(
        malformed("arguments", [
          { path: "vpcId", expected: "a VPC id", found: 3 },
          { path: "networks[1].id", expected: "the network id of a subnet", found: undefined },
          { path: "coolDownTime", expected: "an integer from 0 to 86400", found: "hunter2" },
        ]),
      ),
    );
  });

  it.each([null, undefined, 1, "text", []])("refuses %j as a whole", (raw) => {
    expect(decodeArguments(raw)).toStrictEqual(
      E.left(
        malformed("arguments", [
          { path: "", expected: "an object with the arguments of an AS group", found: raw },
        ]),
      ),
    );
  });
});

describe("knownArguments", () => {
  it("reads what is known and names what holds an unknown value anywhere", () => {
    const raw = least({
      ...checked,
      vpcId: UNKNOWN,
      networks: [{ id: "net-a" }, { id: UNKNOWN }],
      tags: { env: UNKNOWN },
      coolDownTime: 60,
    });
    const { vpcId: _, networks: __, ...rest } = leastDecoded;
    expect(knownArguments(raw)).toStrictEqual(
      E.right({ known: { ...rest, coolDownTime: 60 }, unknown: ["vpcId", "networks", "tags"] }),
    );
  });

  it("reads all when nothing is unknown", () => {
    expect(knownArguments(least(checked))).toStrictEqual(E.right({ known: leastDecoded, unknown: [] }));
  });

  it("refuses a known argument that it cannot read", () => {
    expect(knownArguments(least({ ...checked, vpcId: UNKNOWN, coolDownTime: -1 }))).toStrictEqual(
      E.left(
        malformed("arguments", [{ path: "coolDownTime", expected: "an integer from 0 to 86400", found: -1 }]),
      ),
    );
  });
});
