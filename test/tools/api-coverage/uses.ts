/**
 * How the provider uses the API: its own functions, called with every field that they take. The compiler refuses a field
 * that a function does not take.
 */
import type { TaskEither } from "fp-ts/TaskEither";
import {
  createAsConfiguration,
  deleteAsConfiguration,
  getAsConfiguration,
  listAsConfigurations,
} from "../../../provider/api/as-configuration";
import {
  createAsGroup,
  deleteAsGroup,
  getAsGroup,
  listAsGroups,
  modifyAsGroup,
  pauseAsGroup,
  resumeAsGroup,
} from "../../../provider/api/as-group";
import {
  addAsInstances,
  listAsInstances,
  protectAsInstances,
  removeAsInstances,
} from "../../../provider/api/as-instance";
import {
  deleteAsNotification,
  listAsNotifications,
  putAsNotification,
} from "../../../provider/api/as-notification";
import {
  createAsPolicy,
  deleteAsPolicy,
  getAsPolicy,
  listAsPolicies,
  listAsPoliciesOf,
  modifyAsPolicy,
  pauseAsPolicy,
  resumeAsPolicy,
} from "../../../provider/api/as-policy";
import { getAsGroupQuotas, getAsQuotas } from "../../../provider/api/as-quota";
import {
  getAsGroupTags,
  putAsGroupTags,
  removeAsGroupTags,
  tagsOfAllAsGroups,
} from "../../../provider/api/as-tag";
import type { AsClient } from "../../../provider/api/client";
import { listHeldInstances, listSuspendedInstances } from "../../../provider/api/held-instance";
import {
  createLifecycleHook,
  deleteLifecycleHook,
  listLifecycleHooks,
  modifyLifecycleHook,
} from "../../../provider/api/lifecycle-hook";
import { listPolicyExecutions } from "../../../provider/api/policy-execution-log";
import { listScalingActionLogs, listScalingActions } from "../../../provider/api/scaling-action-log";
import type { AsGroupModification } from "../../../provider/core/as-group/model";
import type { AsPolicyCreation } from "../../../provider/core/as-policy/model";
import type { LifecycleHookSettings } from "../../../provider/core/lifecycle-hook/model";

/** One function of the provider, and a call of it. */
export interface Use {
  readonly by: unknown;
  readonly call: (client: AsClient) => TaskEither<unknown, unknown>;
}

const use = (by: unknown, call: Use["call"]): Use => ({ by, call });

const group: Required<AsGroupModification> = {
  scalingGroupName: "web",
  scalingConfigurationId: "c",
  desireInstanceNumber: 1,
  minInstanceNumber: 1,
  maxInstanceNumber: 1,
  coolDownTime: 1,
  lbListenerId: "l",
  lbaasListeners: [{ poolId: "p", protocolPort: 80, weight: 1 }],
  availableZones: ["z"],
  networks: [{ id: "n", ipv6Enable: true, ipv6Bandwidth: { id: "b" } }],
  securityGroups: [{ id: "s" }],
  healthPeriodicAuditMethod: "NOVA_AUDIT",
  healthPeriodicAuditTime: 5,
  healthPeriodicAuditGracePeriod: 600,
  instanceTerminatePolicy: "OLD_INSTANCE",
  notifications: ["EMAIL"],
  deletePublicip: true,
  deleteVolume: true,
  enterpriseProjectId: "0",
  multiAzPriorityPolicy: "PICK_FIRST",
  description: "d",
};

const policy: Required<AsPolicyCreation> = {
  scalingPolicyName: "p",
  scalingResourceId: "g",
  scalingResourceType: "SCALING_GROUP",
  scalingPolicyType: "RECURRENCE",
  alarmId: "a",
  scheduledPolicy: {
    launchTime: "07:00",
    recurrenceType: "Weekly",
    recurrenceValue: "1",
    startTime: "s",
    endTime: "e",
  },
  scalingPolicyAction: { operation: "ADD", size: 1, percentage: 1, limits: 1 },
  coolDownTime: 1,
  description: "d",
};

const hook: Required<LifecycleHookSettings> = {
  lifecycleHookType: "INSTANCE_LAUNCHING",
  defaultResult: "CONTINUE",
  defaultTimeout: 60,
  notificationTopicUrn: "u",
  notificationMetadata: "m",
};

/** By operation. What is not here has to be among what is left out. */
export const uses: Readonly<Record<string, readonly Use[]>> = {
  as_06_0101: [use(createAsGroup, (client) => createAsGroup(client)({ ...group, vpcId: "v" }))],
  as_06_0102: [
    use(listAsGroups, (client) =>
      listAsGroups(client)({
        scalingGroupName: "n",
        scalingConfigurationId: "c",
        scalingGroupStatus: "PAUSED",
        enterpriseProjectId: "0",
      }),
    ),
  ],
  as_06_0103: [use(getAsGroup, (client) => getAsGroup(client)("g"))],
  as_06_0104: [use(modifyAsGroup, (client) => modifyAsGroup(client)("g", group))],
  as_06_0105: [use(deleteAsGroup, (client) => deleteAsGroup(client)("g", { force: true }))],
  as_06_0106: [
    use(resumeAsGroup, (client) => resumeAsGroup(client)("g")),
    use(pauseAsGroup, (client) => pauseAsGroup(client)("g")),
  ],
  as_06_0201: [
    use(createAsConfiguration, (client) =>
      createAsConfiguration(client)({
        scalingConfigurationName: "n",
        sourceScalingConfigurationId: "s",
        instanceConfig: {
          instanceId: "i",
          flavorRef: "f",
          imageRef: "i",
          disk: [
            {
              size: 10,
              volumeType: "SAS",
              diskType: "DATA",
              dataDiskImageId: "d",
              snapshotId: "s",
              metadata: { systemEncrypted: true, systemCmkid: "k" },
            },
          ],
          keyName: "k",
          personality: [{ path: "p", content: "c" }],
          publicIp: {
            eip: { ipType: "5_bgp", bandwidth: { size: 5, shareType: "PER", chargingMode: "traffic" } },
          },
          userData: "u",
          metadata: { admin_pass: "a" },
          securityGroups: [{ id: "s" }],
          marketType: "m",
          multiFlavorPriorityPolicy: "PICK_FIRST",
        },
      }),
    ),
  ],
  as_06_0202: [
    use(listAsConfigurations, (client) =>
      listAsConfigurations(client)({ scalingConfigurationName: "n", imageId: "i" }),
    ),
  ],
  as_06_0203: [use(getAsConfiguration, (client) => getAsConfiguration(client)("c"))],
  as_06_0204: [use(deleteAsConfiguration, (client) => deleteAsConfiguration(client)("c"))],
  as_06_0301: [
    use(listAsInstances, (client) =>
      listAsInstances(client)("g", {
        lifeCycleState: "INSERVICE",
        healthStatus: "NORMAL",
        protectFromScalingDown: true,
      }),
    ),
  ],
  as_06_0303: [
    use(addAsInstances, (client) => addAsInstances(client)("g", ["i"])),
    use(removeAsInstances, (client) => removeAsInstances(client)("g", ["i"], { deleteInstances: true })),
    use(protectAsInstances, (client) => protectAsInstances(client)("g", ["i"], true)),
  ],
  as_06_0402: [use(createAsPolicy, (client) => createAsPolicy(client)(policy))],
  as_06_0404: [use(modifyAsPolicy, (client) => modifyAsPolicy(client)("p", policy))],
  as_06_0406: [
    use(listAsPoliciesOf, (client) =>
      listAsPoliciesOf(client)("g", {
        scalingPolicyName: "n",
        scalingPolicyType: "ALARM",
        scalingPolicyId: "p",
      }),
    ),
  ],
  as_06_0407: [
    use(listAsPolicies, (client) =>
      listAsPolicies(client)({
        scalingResourceId: "g",
        scalingResourceType: "SCALING_GROUP",
        scalingPolicyName: "n",
        scalingPolicyType: "ALARM",
        scalingPolicyId: "p",
        alarmId: "a",
        enterpriseProjectId: "0",
        sortBy: "CREATE_TIME",
        order: "ASC",
      }),
    ),
  ],
  as_06_0409: [use(getAsPolicy, (client) => getAsPolicy(client)("p"))],
  as_06_0410: [
    use(resumeAsPolicy, (client) => resumeAsPolicy(client)("p")),
    use(pauseAsPolicy, (client) => pauseAsPolicy(client)("p")),
  ],
  as_06_0411: [use(deleteAsPolicy, (client) => deleteAsPolicy(client)("p"))],
  as_06_0501: [
    use(listPolicyExecutions, (client) =>
      listPolicyExecutions(client)("p", {
        logId: "l",
        scalingResourceType: "SCALING_GROUP",
        scalingResourceId: "g",
        executeType: "ALARM",
        startTime: "s",
        endTime: "e",
      }),
    ),
  ],
  as_06_0602: [
    use(listScalingActions, (client) =>
      listScalingActions(client)("g", {
        logId: "l",
        startTime: "s",
        endTime: "e",
        type: ["NORMAL"],
        status: "FAIL",
      }),
    ),
    use(listScalingActionLogs, (client) => listScalingActionLogs(client)("g", { since: new Date(0) })),
  ],
  as_06_0701: [use(getAsQuotas, (client) => getAsQuotas(client))],
  as_06_0702: [use(getAsGroupQuotas, (client) => getAsGroupQuotas(client)("g"))],
  as_06_0901: [use(createLifecycleHook, (client) => createLifecycleHook(client)("g", "h", hook))],
  as_06_0902: [use(listLifecycleHooks, (client) => listLifecycleHooks(client)("g"))],
  as_06_0904: [use(modifyLifecycleHook, (client) => modifyLifecycleHook(client)("g", "h", hook))],
  as_06_0906: [
    use(listSuspendedInstances, (client) => listSuspendedInstances(client)("g", { instanceId: "i" })),
    use(listHeldInstances, (client) => listHeldInstances(client)("g")),
  ],
  as_06_0907: [use(deleteLifecycleHook, (client) => deleteLifecycleHook(client)("g", "h"))],
  as_06_1002: [use(getAsGroupTags, (client) => getAsGroupTags(client)("g"))],
  as_06_1003: [
    use(putAsGroupTags, (client) => putAsGroupTags(client)("g", { k: "v" })),
    use(removeAsGroupTags, (client) => removeAsGroupTags(client)("g", ["k"])),
  ],
  as_06_1004: [use(tagsOfAllAsGroups, (client) => tagsOfAllAsGroups(client))],
  "as_07_0209 PUT": [
    use(putAsNotification, (client) =>
      putAsNotification(client)("g", { topicUrn: "u", topicScene: ["SCALING_UP"] }),
    ),
  ],
  "as_07_0209 GET": [use(listAsNotifications, (client) => listAsNotifications(client)("g"))],
  "as_07_0209 DELETE": [use(deleteAsNotification, (client) => deleteAsNotification(client)("g", "u"))],
};
