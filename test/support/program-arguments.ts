/** Arguments of AS groups as programs write them and as the engine hands them over. */
import fc from "fast-check";
import { UNKNOWN } from "../../provider/core/unknown";

type Bag = Readonly<Record<string, unknown>>;

export const URN = "urn:pulumi:prod::shop::pulumi-nodejs:dynamic/otc:AsGroup::web";
export const UUID = "1d281494-6085-4579-b817-c1f813be835f";

/** The least that a program must give, as the resource passes it on. */
export const least = (overrides: Bag = {}): Bag => ({
  selfUrn: URN,
  vpcId: "vpc-a",
  networks: [{ id: "net-a" }],
  scalingConfigurationId: "config-a",
  ...overrides,
});

/** Every argument, each with a value that the service accepts. */
export const all: Bag = least({
  scalingGroupName: "web",
  networks: [{ id: "net-a", ipv6Enable: true, ipv6Bandwidth: { id: "bandwidth-a" } }, { id: "net-b" }],
  securityGroups: [{ id: "sg-a" }],
  minInstanceNumber: 1,
  desireInstanceNumber: 2,
  maxInstanceNumber: 3,
  coolDownTime: 0,
  lbaasListeners: [{ poolId: "pool-a", protocolPort: 80 }],
  availableZones: ["eu-de-01", "eu-de-02"],
  healthPeriodicAuditMethod: "ELB_AUDIT",
  healthPeriodicAuditTime: 15,
  healthPeriodicAuditGracePeriod: 60,
  instanceTerminatePolicy: "NEW_INSTANCE",
  notifications: ["EMAIL"],
  deletePublicip: false,
  deleteVolume: true,
  enterpriseProjectId: UUID,
  multiAzPriorityPolicy: "PICK_FIRST",
  description: "the shop's front",
  enable: false,
  tags: { env: "prod", empty: "" },
  timeouts: { create: "15m", update: 0, delete: "1h30m" },
  desireInstanceNumberMode: "enforce",
  refreshOnConfigurationChange: { maxSurge: 2, pauseBetweenBatches: "30s" },
  deleteMode: "force",
  lockedChange: "replace",
  waitFor: "healthy",
  drain: { protectedInstances: "release", attachedInstances: "reattach" },
  adoptId: UUID,
  initialLifecycleHooks: [
    {
      lifecycleHookName: "prepare",
      lifecycleHookType: "INSTANCE_LAUNCHING",
      notificationTopicUrn: "urn:smn:eu-de:0123456789abcdef0123456789abcdef:scaling",
    },
  ],
});

const word = fc.constantFrom("", "0", "a", "EMAIL", "ELB_AUDIT", "web", "15m", UUID, UNKNOWN, URN);
const leaf = fc.oneof(
  word,
  fc.string({ maxLength: 5 }),
  fc.integer({ min: -2, max: 400 }),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, undefined),
);
const key = fc.oneof(
  fc.constantFrom("id", "ipv6Enable", "ipv6Bandwidth", "poolId", "protocolPort", "weight", "create", "env"),
  fc.string({ maxLength: 5 }),
);

/** Anything that JSON can hold, with unknown values anywhere. */
export const anyValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    leaf,
    fc.array(tie("value"), { maxLength: 7 }),
    fc.dictionary(key, tie("value"), { maxKeys: 4 }),
  ),
})).value;

/** Arguments, valid or not: some of `all`, some with any value at all, and names that are no arguments. */
export const anyArguments: fc.Arbitrary<Bag> = fc
  .tuple(
    fc.subarray(Object.keys(all)),
    fc.dictionary(fc.constantFrom(...Object.keys(all)), anyValue, { maxKeys: 3 }),
    fc.dictionary(fc.string({ maxLength: 25 }), anyValue, { maxKeys: 1 }),
  )
  .map(([kept, replaced, others]) => ({
    ...others,
    ...Object.fromEntries(kept.map((name) => [name, all[name]])),
    ...replaced,
  }));
