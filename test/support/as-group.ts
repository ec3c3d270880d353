/** AS groups for tests: one ordinary group, and generators of plausible ones. */
import * as fc from "fast-check";
import type { AsGroupArguments } from "../../provider/core/as-group/arguments";
import type { AsGroup } from "../../provider/core/as-group/model";

/** A group in service with three instances. */
export const group = (overrides: Partial<AsGroup> = {}): AsGroup => ({
  scalingGroupId: "77a7a397-7d2f-4e79-9da9-6a35e2709150",
  scalingGroupName: "web-1a2b3c4",
  scalingGroupStatus: "INSERVICE",
  scalingConfigurationId: "1d281494-6085-4579-b817-c1f813be835f",
  scalingConfigurationName: "web-config",
  currentInstanceNumber: 3,
  desireInstanceNumber: 3,
  minInstanceNumber: 2,
  maxInstanceNumber: 10,
  coolDownTime: 300,
  lbaasListeners: [],
  availableZones: ["eu-de-01", "eu-de-02"],
  networks: [{ id: "net-a", ipv6Enable: false }],
  securityGroups: [{ id: "sg-a" }],
  createTime: "2026-01-31T12:00:00Z",
  vpcId: "vpc-a",
  isScaling: false,
  healthPeriodicAuditMethod: "NOVA_AUDIT",
  healthPeriodicAuditTime: 5,
  healthPeriodicAuditGracePeriod: 600,
  instanceTerminatePolicy: "OLD_CONFIG_OLD_INSTANCE",
  notifications: [],
  deletePublicip: false,
  deleteVolume: false,
  enterpriseProjectId: "0",
  multiAzPriorityPolicy: "EQUILIBRIUM_DISTRIBUTE",
  ...overrides,
});

/** The arguments of a program that wants exactly `group()`. */
export const args = (overrides: Partial<AsGroupArguments> = {}): AsGroupArguments => ({
  selfUrn: "urn:pulumi:prod::shop::pulumi-nodejs:dynamic/otc:AsGroup::web",
  nameGeneration: 0,
  scalingGroupName: "web-1a2b3c4",
  vpcId: "vpc-a",
  networks: [{ id: "net-a", ipv6Enable: false }],
  scalingConfigurationId: "1d281494-6085-4579-b817-c1f813be835f",
  minInstanceNumber: 2,
  desireInstanceNumber: 3,
  maxInstanceNumber: 10,
  enable: true,
  timeouts: { create: 600, update: 600, delete: 600 },
  desireInstanceNumberMode: "onEdit",
  refreshOnConfigurationChange: false,
  deleteMode: "drain",
  lockedChange: "fail",
  waitFor: "inService",
  drain: { protectedInstances: "stop", attachedInstances: "stop" },
  initialLifecycleHooks: [],
  ...overrides,
});

const optional = <A>(arbitrary: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

const subset = (...words: readonly string[]): fc.Arbitrary<string[]> => fc.shuffledSubarray([...words]);

const nonEmpty = (...words: readonly string[]): fc.Arbitrary<string[]> =>
  fc.shuffledSubarray([...words], { minLength: 1 });

const networks = nonEmpty("net-a", "net-b", "net-c").map((ids) =>
  ids.map((id) => ({ id, ipv6Enable: false })),
);
const securityGroups = fc.constantFrom([], [{ id: "sg-a" }], [{ id: "sg-b" }]);
const listeners = subset("pool-a", "pool-b").chain((pools) =>
  fc.tuple(
    ...pools.map((poolId) =>
      fc.record({ poolId: fc.constant(poolId), protocolPort: fc.constantFrom(80, 443), weight: fc.nat(100) }),
    ),
  ),
);
const capacity = fc
  .tuple(fc.nat(4), fc.nat(4), fc.nat(4))
  .map((numbers) => [...numbers].sort((a, b) => a - b) as [number, number, number]);

/** Any live group: running or paused, idle or scaling, empty or not. */
export const anyGroup: fc.Arbitrary<AsGroup> = fc
  .record({
    scalingGroupStatus: fc.constantFrom("INSERVICE", "PAUSED", "ERROR"),
    currentInstanceNumber: fc.nat(4),
    isScaling: fc.boolean(),
    capacity,
    coolDownTime: fc.constantFrom(0, 300, 900),
    availableZones: nonEmpty("eu-de-01", "eu-de-02", "eu-de-03"),
    networks,
    securityGroups,
    lbaasListeners: listeners,
    multiAzPriorityPolicy: fc.constantFrom("EQUILIBRIUM_DISTRIBUTE", "PICK_FIRST"),
    notifications: subset("EMAIL"),
    deletePublicip: fc.boolean(),
  })
  .map(({ capacity: [min, desired, max], ...fields }) =>
    group({
      ...fields,
      minInstanceNumber: min,
      desireInstanceNumber: desired,
      maxInstanceNumber: max,
      // A paused or failed group starts nothing; at rest, a running one has what it desires.
      isScaling: fields.scalingGroupStatus === "INSERVICE" && fields.isScaling,
      currentInstanceNumber:
        fields.scalingGroupStatus === "INSERVICE" && !fields.isScaling
          ? desired
          : fields.currentInstanceNumber,
    }),
  );

const withoutUndefined = <A extends object>(bag: A): A =>
  Object.fromEntries(Object.entries(bag).filter(([, value]) => value !== undefined)) as A;

/** Any sound program. */
export const anyArgs: fc.Arbitrary<AsGroupArguments> = fc
  .record({
    capacity: fc.option(capacity, { nil: undefined }),
    coolDownTime: optional(fc.constantFrom(0, 300, 600)),
    availableZones: optional(nonEmpty("eu-de-01", "eu-de-02", "eu-de-03")),
    networks,
    securityGroups: optional(securityGroups),
    lbaasListeners: optional(listeners),
    multiAzPriorityPolicy: optional(
      fc.constantFrom("EQUILIBRIUM_DISTRIBUTE" as const, "PICK_FIRST" as const),
    ),
    notifications: optional(subset("EMAIL")),
    deletePublicip: optional(fc.boolean()),
    tags: optional(fc.dictionary(fc.constantFrom("env", "team"), fc.constantFrom("a", "b"))),
    enable: fc.boolean(),
    desireInstanceNumberMode: fc.constantFrom("onEdit" as const, "enforce" as const, "initial" as const),
  })
  .map(({ capacity: numbers, ...given }) => {
    const {
      minInstanceNumber: _min,
      desireInstanceNumber: _desired,
      maxInstanceNumber: _max,
      ...base
    } = args();
    return withoutUndefined({
      ...base,
      ...given,
      ...(numbers === undefined
        ? {}
        : { minInstanceNumber: numbers[0], desireInstanceNumber: numbers[1], maxInstanceNumber: numbers[2] }),
    }) as AsGroupArguments;
  });
