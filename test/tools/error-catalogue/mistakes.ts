/** For each code that a mistake in arguments would cause: such a mistake. The check of the package finds it. */
import { isLeft } from "fp-ts/Either";
import { asConfigurationKind } from "../../../provider/service/as-configuration/kind";
import { asPolicyKind } from "../../../provider/service/as-policy/kind";
import { lifecycleHookKind } from "../../../provider/service/lifecycle-hook/kind";
import { check } from "../../../provider/core/as-group/check";
import { type LookupArguments, readArguments } from "../../../provider/core/lookup/arguments";
import {
  asPolicyExecutionsArguments,
  scalingActionsArguments,
} from "../../../provider/core/lookup/scaling-action";
import { type CheckedKind, checkResource } from "../../../provider/core/resource/check";
import { templateOf } from "../../support/configuration-args";
import { least, URN } from "../../support/program-arguments";

type Bag = Readonly<Record<string, unknown>>;

/** A mistake and the argument that is blamed for it. */
interface Mistake {
  readonly blamed: string;
  /** The arguments that the check blames. */
  readonly found: () => readonly (string | undefined)[];
}

const properties = (failures: readonly { readonly property?: string }[]): readonly (string | undefined)[] => [
  ...new Set(failures.map(({ property }) => property)),
];

const inGroup = (blamed: string, args: Bag): Mistake => ({
  blamed,
  found: () => properties(check({}, least(args), 0).failures),
});

const inKind =
  <Args>(kind: CheckedKind<Args>, base: Bag) =>
  (blamed: string, args: Bag): Mistake => ({
    blamed,
    found: () => properties(checkResource(kind, {}, { selfUrn: URN, ...base, ...args }, 0).failures),
  });

const inConfiguration = inKind(asConfigurationKind, { instanceConfig: templateOf() });
const inTemplate = (blamed: string, template: Bag): Mistake =>
  inConfiguration(blamed, { instanceConfig: templateOf(template) });
const inPolicy = inKind(asPolicyKind, {
  scalingResourceId: "group-a",
  scalingPolicyType: "ALARM",
  alarmId: "al1700000000001abcDEF12Z",
});
const inSchedule = (blamed: string, type: string, scheduledPolicy: Bag): Mistake =>
  inPolicy(blamed, { alarmId: undefined, scalingPolicyType: type, scheduledPolicy });
const inAction = (blamed: string, scalingPolicyAction: Bag): Mistake =>
  inPolicy(blamed, { scalingPolicyAction });
/** The failures of a look-up begin with the argument that they blame. */
const inLookup =
  <Args>(args: LookupArguments<Args>, base: Bag) =>
  (blamed: string, wrong: Bag): Mistake => ({
    blamed,
    found: () => {
      const read = readArguments("look-up", args, { ...base, ...wrong });
      return isLeft(read) ? read.left.map((failure) => failure.split(" ")[0]) : [];
    },
  });
const inActions = inLookup(scalingActionsArguments, { scalingGroupId: "group-a" });
const inExecutions = inLookup(asPolicyExecutionsArguments, { scalingPolicyId: "policy-a" });
const hook = {
  lifecycleHookName: "prepare",
  lifecycleHookType: "INSTANCE_LAUNCHING",
  notificationTopicUrn: "urn:smn:eu-de:0123456789abcdef0123456789abcdef:scaling",
};
const inHook = inKind(lifecycleHookKind, { scalingGroupId: "group-a", ...hook });

const disk = (more: Bag): Bag => ({ size: 40, volumeType: "SAS", diskType: "SYS", ...more });
const eip = (bandwidth: Bag, more: Bag = {}): Bag => ({
  publicIp: {
    eip: {
      ipType: "5_bgp",
      bandwidth: { size: 5, shareType: "PER", chargingMode: "traffic", ...bandwidth },
      ...more,
    },
  },
});
const listener = { poolId: "pool-a", protocolPort: 80 };
const several = <A>(count: number, make: (index: number) => A): readonly A[] =>
  Array.from({ length: count }, (_, index) => make(index));
const long = (length: number): string => "x".repeat(length);

const END = "2027-12-31T00:00Z";
const weekly = { launchTime: "20:00", recurrenceType: "Weekly", recurrenceValue: "2", endTime: END };

/** By code. */
export const mistakes: Readonly<Record<string, Mistake>> = {
  "AS.1008": inConfiguration("scalingConfigurationName", { scalingConfigurationName: long(65) }),
  "AS.1011": inConfiguration("instanceConfig", { instanceConfig: undefined }),
  "AS.1014": inTemplate("instanceConfig.imageRef", { imageRef: undefined }),
  "AS.1016": inTemplate("instanceConfig.flavorRef", { flavorRef: undefined }),
  "AS.1023": inConfiguration("scalingConfigurationName", { scalingConfigurationName: "a b" }),
  "AS.1026": inTemplate("instanceConfig.keyName", { keyName: undefined }),
  "AS.1027": inTemplate("instanceConfig.personality", {
    personality: several(6, (index) => ({ path: `/etc/file-${index}`, content: "x" })),
  }),
  "AS.1028": inTemplate("instanceConfig.disk", { disk: undefined }),
  "AS.1029": inTemplate("instanceConfig.disk", { disk: [disk({}), disk({})] }),
  "AS.1031": inTemplate("instanceConfig.disk[0].size", { disk: [disk({ size: 1025 })] }),
  "AS.1032": inTemplate("instanceConfig.disk", {
    disk: [disk({}), ...several(24, () => disk({ diskType: "DATA" }))],
  }),
  "AS.1034": inTemplate("instanceConfig.disk[0].diskType", { disk: [disk({ diskType: "SWAP" })] }),
  "AS.1035": inTemplate("instanceConfig.metadata.adminPass", {
    keyName: undefined,
    metadata: { adminPass: "simple" },
  }),
  "AS.1041": inTemplate("instanceConfig.publicIp.eip", { publicIp: {} }),
  "AS.1042": inTemplate("instanceConfig.publicIp.eip.bandwidth.size", eip({ size: 0 })),
  "AS.1044": inTemplate("instanceConfig.publicIp.eip.bandwidth.chargingMode", eip({ chargingMode: "flat" })),
  "AS.1045": inTemplate("instanceConfig.publicIp.eip.bandwidth.shareType", eip({ shareType: "ALL" })),
  "AS.1046": inTemplate("instanceConfig.publicIp.eip.bandwidth.size", eip({ size: undefined })),
  "AS.1049": inTemplate("instanceConfig.userData", { userData: long(32 * 1024 + 1) }),
  "AS.1052": inTemplate("instanceConfig.metadata", { metadata: { a: long(512) } }),
  "AS.1055": inTemplate("instanceConfig.disk[0].dataDiskImageId", {
    disk: [disk({ dataDiskImageId: "image-b" })],
  }),
  "AS.1085": inTemplate("instanceConfig.multiFlavorPriorityPolicy", { multiFlavorPriorityPolicy: "RANDOM" }),
  "AS.1087": inTemplate("instanceConfig.flavorRef", { flavorRef: several(11, (index) => `s3.${index}`) }),
  "AS.2003": inGroup("scalingGroupName", { scalingGroupName: long(65) }),
  "AS.2004": inGroup("minInstanceNumber", { minInstanceNumber: 301 }),
  "AS.2005": inGroup("desireInstanceNumber", { maxInstanceNumber: 3, desireInstanceNumber: 5 }),
  "AS.2006": inGroup("coolDownTime", { coolDownTime: -1 }),
  "AS.2017": inGroup("vpcId", { vpcId: undefined }),
  "AS.2018": inGroup("scalingConfigurationId", { scalingConfigurationId: undefined }),
  "AS.2022": inGroup("scalingGroupName", { scalingGroupName: "a b" }),
  "AS.2024": inGroup("networks", { networks: several(6, (index) => ({ id: `net-${index}` })) }),
  "AS.2025": inGroup("securityGroups", { securityGroups: [{ id: "sg-a" }, { id: "sg-b" }] }),
  "AS.2026": inGroup("lbListenerId", { lbListenerId: "listener-a", lbaasListeners: [listener] }),
  "AS.2029": inGroup("healthPeriodicAuditMethod", { healthPeriodicAuditMethod: "PING" }),
  "AS.2031": inGroup("healthPeriodicAuditTime", { healthPeriodicAuditTime: 2 }),
  "AS.2032": inGroup("instanceTerminatePolicy", { instanceTerminatePolicy: "RANDOM" }),
  "AS.2034": inGroup("notifications[0]", { notifications: ["SMS"] }),
  "AS.2037": inGroup("lbaasListeners", {
    lbaasListeners: several(7, (index) => ({ ...listener, protocolPort: 80 + index })),
  }),
  "AS.2039": inGroup("lbaasListeners[0].protocolPort", {
    lbaasListeners: [{ ...listener, protocolPort: 0 }],
  }),
  "AS.2040": inGroup("lbaasListeners[0].weight", { lbaasListeners: [{ ...listener, weight: 101 }] }),
  "AS.2046": inGroup("healthPeriodicAuditGracePeriod", { healthPeriodicAuditGracePeriod: 86_401 }),
  "AS.2050": inGroup("networks[0].ipv6Bandwidth", {
    networks: [{ id: "net-a", ipv6Bandwidth: { id: "bandwidth-a" } }],
  }),
  "AS.2053": inGroup("multiAzPriorityPolicy", { multiAzPriorityPolicy: "RANDOM" }),
  "AS.3002": inPolicy("scalingPolicyType", { scalingPolicyType: "SOMETIMES" }),
  "AS.3003": inPolicy("scheduledPolicy", { alarmId: undefined, scalingPolicyType: "SCHEDULED" }),
  "AS.3004": inSchedule("scheduledPolicy.recurrenceType", "RECURRENCE", {
    ...weekly,
    recurrenceType: "Yearly",
  }),
  "AS.3005": inSchedule("scheduledPolicy.endTime", "RECURRENCE", { ...weekly, endTime: undefined }),
  "AS.3006": inSchedule("scheduledPolicy.endTime", "RECURRENCE", { ...weekly, endTime: "2027" }),
  "AS.3008": inSchedule("scheduledPolicy.launchTime", "SCHEDULED", {}),
  "AS.3009": inSchedule("scheduledPolicy.launchTime", "SCHEDULED", { launchTime: "20:00" }),
  "AS.3011": inPolicy("scalingPolicyType", { scalingPolicyType: undefined }),
  "AS.3012": inPolicy("coolDownTime", { coolDownTime: -1 }),
  "AS.3014": inPolicy("scalingPolicyName", { scalingPolicyName: long(65) }),
  "AS.3017": inAction("scalingPolicyAction.operation", { operation: "DOUBLE" }),
  "AS.3018": inAction("scalingPolicyAction.size", { operation: "ADD", size: 301 }),
  "AS.3023": inSchedule("scheduledPolicy.recurrenceType", "RECURRENCE", {
    launchTime: "20:00",
    endTime: END,
  }),
  "AS.3024": inSchedule("scheduledPolicy.recurrenceValue", "RECURRENCE", {
    ...weekly,
    recurrenceValue: undefined,
  }),
  "AS.3025": inSchedule("scheduledPolicy.recurrenceValue", "RECURRENCE", { ...weekly, recurrenceValue: "8" }),
  "AS.3026": inPolicy("alarmId", { alarmId: undefined }),
  "AS.3028": inSchedule("scheduledPolicy.startTime", "RECURRENCE", { ...weekly, startTime: "2026" }),
  "AS.3029": inSchedule("scheduledPolicy.startTime", "RECURRENCE", {
    ...weekly,
    startTime: "2028-01-01T00:00Z",
  }),
  "AS.3031": inPolicy("scalingPolicyName", { scalingPolicyName: "a b" }),
  "AS.3033": inSchedule("scheduledPolicy.launchTime", "RECURRENCE", {
    ...weekly,
    startTime: "2027-12-30T21:00Z",
  }),
  "AS.3035": inAction("scalingPolicyAction.percentage", { operation: "ADD", percentage: 20_001 }),
  "AS.3036": inAction("scalingPolicyAction.percentage", { operation: "ADD", size: 1, percentage: 10 }),
  "AS.3037": inPolicy("scalingResourceType", { scalingResourceType: "DISK" }),
  "AS.3041": inPolicy("scalingResourceId", { scalingResourceId: undefined }),
  "AS.3043": inAction("scalingPolicyAction.limits", { operation: "ADD", size: 1, limits: 100 }),
  "AS.3050": inPolicy("alarmId", { alarmId: "cpu-high" }),
  "AS.7030": inHook("defaultTimeout", { defaultTimeout: 59 }),
  "AS.7031": inHook("lifecycleHookName", { lifecycleHookName: "a b" }),
  "AS.7033": inHook("lifecycleHookType", { lifecycleHookType: "INSTANCE_RUNNING" }),
  "AS.7034": inHook("defaultResult", { defaultResult: "RETRY" }),
  "AS.7035": inHook("notificationMetadata", { notificationMetadata: long(257) }),
  "AS.7037": inHook("lifecycleHookType", { lifecycleHookType: undefined }),
  "AS.7038": inGroup("initialLifecycleHooks", {
    initialLifecycleHooks: several(6, (index) => ({ ...hook, lifecycleHookName: `hook-${index}` })),
  }),
  "AS.7055": inHook("notificationMetadata", { notificationMetadata: "<b>" }),
  "AS.7045": inGroup("tags", { tags: Object.fromEntries(several(11, (index) => [`k${index}`, ""])) }),
  "AS.7046": inGroup("tags", { tags: { "a b": "" } }),
  "AS.7047": inGroup("tags", { tags: { a: long(44) } }),
  "AS.7062": inGroup("tags", { tags: { "": "a" } }),
  "AS.7063": inGroup("tags", { tags: { [long(37)]: "a" } }),
  "AS.7065": inGroup("enterpriseProjectId", { enterpriseProjectId: "shop" }),
  "AS.9001": inActions("startTime", { startTime: "yesterday" }),
  "AS.9002": inActions("endTime", { endTime: "2026-01-31" }),
  "AS.9007": inExecutions("startTime", { startTime: "yesterday" }),
  "AS.9012": inActions("type[0]", { type: ["SOMETIMES"] }),
  "AS.9013": inActions("status", { status: "LOST" }),
};
