import type { Input } from "@pulumi/pulumi";
import type { DeleteMode, DrainConsent, LockedChangeMode, WaitForMode } from "../core/as-group/arguments";
import type { DesireInstanceNumberMode } from "../core/as-group/capacity";
import type {
  HealthPeriodicAuditMethod,
  InstanceTerminatePolicy,
  MultiAzPriorityPolicy,
} from "../core/as-group/model";
import type { RefreshMannerArgs } from "./instance-refresh-args";
import type { LifecycleHookArgs } from "./lifecycle-hook-args";

/** A subnet that instances are attached to. */
export interface NetworkArgs {
  /** Network ID of a subnet in the group's VPC. */
  id: Input<string>;
  /**
   * Give instances an IPv6 address from this subnet. The subnet and the zones must offer IPv6 (AS.2048, AS.2049).
   * @default false
   */
  ipv6Enable?: Input<boolean>;
  /**
   * Shared bandwidth of the IPv6 addresses; only with `ipv6Enable` (AS.2050).
   * @default - none: the addresses are reachable inside the VPC only
   */
  ipv6Bandwidth?: Input<BandwidthArgs>;
}

/** A shared bandwidth. */
export interface BandwidthArgs {
  /** ID of the shared bandwidth. */
  id: Input<string>;
}

/** A security group. */
export interface SecurityGroupArgs {
  /** Security group ID. */
  id: Input<string>;
}

/** A backend server group of an enhanced load balancer. */
export interface LbaasListenerArgs {
  /** Backend server group (pool) ID. */
  poolId: Input<string>;
  /** Port on which instances serve, 1 to 65535. */
  protocolPort: Input<number>;
  /**
   * Share of the requests, 0 to 100; 0 takes no new requests.
   * @default 1
   */
  weight?: Input<number>;
}

/** How long each operation waits, as a duration such as `"15m"`, `"90s"`, `"1h30m"`, or a number of seconds. */
export interface TimeoutsArgs {
  /**
   * Until the desired instances are in service; 0 does not wait for them.
   * @default "10m"
   */
  create?: Input<string | number>;
  /**
   * For a running scaling action to end, and for the new number of instances; 0 does not wait for them.
   * @default "10m"
   */
  update?: Input<string | number>;
  /**
   * Until the group is verified gone.
   * @default "10m"
   */
  delete?: Input<string | number>;
}

/** What a drain may do with instances that AS would not touch by itself. */
export interface DrainArgs {
  /**
   * Instances that are protected from scale-in: `"stop"` before anything is touched, or `"release"` them like others.
   * @default "stop"
   */
  protectedInstances?: Input<DrainConsent["protectedInstances"]>;
  /**
   * Instances that AS did not create. In a drain: `"stop"` before anything is touched, or detach them and attach them
   * again afterwards. They are never deleted.
   * @default "stop"
   */
  attachedInstances?: Input<DrainConsent["attachedInstances"]>;
}

/** A lifecycle hook of a group that does not exist yet. */
export type InitialLifecycleHookArgs = Omit<
  LifecycleHookArgs,
  "scalingGroupId" | "lifecycleHookName" | "timeouts" | "adoptId"
> & {
  /** Name of the hook, unique in the group: 1 to 32 characters of `A-Z a-z 0-9 _ -`, not `list`. */
  lifecycleHookName: Input<string>;
};

/** What an `AsGroup` is declared with. */
export interface AsGroupArgs {
  /**
   * Name of the group: 1 to 64 letters, digits, `_` and `-`. Names are not unique in AS.
   * @default - the resource's name and seven hexadecimal digits
   */
  scalingGroupName?: Input<string>;
  /** VPC of the group. Fixed: a change replaces the group. */
  vpcId: Input<string>;
  /**
   * One to five subnets of the VPC; the first is the primary NIC, so the order counts. Dormant: changes only while
   * the group has no scaling action, no instances, and is not in service (AS.2030); see `lockedChange`.
   */
  networks: Input<Input<NetworkArgs>[]>;
  /**
   * At most one security group. The one of the AS configuration wins. Dormant, like `networks`.
   * @default - the security group of the AS configuration, or else the default security group
   */
  securityGroups?: Input<Input<SecurityGroupArgs>[]>;
  /**
   * AS configuration from which new instances are made. Existing instances stay as they are, unless
   * `refreshOnConfigurationChange` says otherwise.
   */
  scalingConfigurationId: Input<string>;
  /**
   * Smallest number of instances, 0 to 300.
   * @default 0
   */
  minInstanceNumber?: Input<number>;
  /**
   * Wanted number of instances ("expected number" in the console), from minimum to maximum.
   * Who decides it later: `desireInstanceNumberMode`.
   * @default - the minimum at creation, then AS and its policies decide
   */
  desireInstanceNumber?: Input<number>;
  /**
   * Largest number of instances, 0 to 300; the instance quota of a group may be lower (AS.2045).
   * @default 1
   */
  maxInstanceNumber?: Input<number>;
  /**
   * `"onEdit"`: an edit of `desireInstanceNumber` is applied, otherwise AS and its policies decide, within the bounds.
   * `"enforce"`: every `up` restores the program's number. `"initial"`: the program's number counts at creation only.
   * @default "onEdit"
   */
  desireInstanceNumberMode?: Input<DesireInstanceNumberMode>;
  /**
   * Seconds after a scaling action during which alarms trigger no other, 0 to 86400.
   * @default 300
   */
  coolDownTime?: Input<number>;
  /**
   * Listener IDs of classic load balancers, at most six, separated by commas. Excludes `lbaasListeners`. Dormant.
   * @default - none
   */
  lbListenerId?: Input<string>;
  /**
   * Backend server groups that instances join, at most six. Excludes `lbListenerId`. Adding, removing or exchanging a
   * pool is dormant; weight and port of an attached pool are settled.
   * @default - none
   */
  lbaasListeners?: Input<Input<LbaasListenerArgs>[]>;
  /**
   * Availability zones for new instances; under `PICK_FIRST` the order counts. Settled: a running scaling action is
   * waited for (AS.2054). Removing the argument leaves the zones as they are: the API cannot unset them.
   * @default - the service chooses
   */
  availableZones?: Input<Input<string>[]>;
  /**
   * How unhealthy instances are found: `NOVA_AUDIT` by the ECS, `ELB_AUDIT` by the load balancer (which must be given).
   * @default - `ELB_AUDIT` with a load balancer, else `NOVA_AUDIT`
   */
  healthPeriodicAuditMethod?: Input<HealthPeriodicAuditMethod>;
  /**
   * Minutes between health checks: 0 (every 10 seconds), 1, 5, 15, 60 or 180.
   * @default 5
   */
  healthPeriodicAuditTime?: Input<number>;
  /**
   * Seconds after which a new instance's health counts, 0 to 86400; only with `ELB_AUDIT`.
   * @default 600
   */
  healthPeriodicAuditGracePeriod?: Input<number>;
  /**
   * Which instance leaves first in a scale-in.
   * @default "OLD_CONFIG_OLD_INSTANCE"
   */
  instanceTerminatePolicy?: Input<InstanceTerminatePolicy>;
  /**
   * `["EMAIL"]` sends a mail after each scaling action.
   * @default - none
   */
  notifications?: Input<Input<"EMAIL">[]>;
  /**
   * Release the EIPs of instances that leave, rather than unbinding them.
   * @default false
   */
  deletePublicip?: Input<boolean>;
  /**
   * Delete the data disks of instances that leave, rather than detaching them.
   * @default false
   */
  deleteVolume?: Input<boolean>;
  /**
   * Enterprise project: `"0"` or a UUID. New instances inherit it.
   * @default "0"
   */
  enterpriseProjectId?: Input<string>;
  /**
   * How instances are spread over the zones.
   * @default "EQUILIBRIUM_DISTRIBUTE"
   */
  multiAzPriorityPolicy?: Input<MultiAzPriorityPolicy>;
  /**
   * 1 to 256 characters.
   * @default - none
   */
  description?: Input<string>;
  /**
   * The group scales (`true`) or is paused (`false`).
   * @default true
   */
  enable?: Input<boolean>;
  /**
   * At most ten tags; instances created afterwards inherit them. Keys of 1 to 36, values of 0 to 43 letters, digits,
   * `-`, `_`, `@`. Keys that start with `pulumi-` are reserved. Tags of the stack configuration (`otc:defaultTags`) are
   * added; one of the program with the same key wins.
   * @default - tags are not managed, unless the stack configuration has default tags
   */
  tags?: Input<Record<string, Input<string>>>;
  /**
   * What happens when a dormant field has to change on a group that is in service or has instances. `"fail"`: the
   * preview stops and explains. `"drain"`: the group is paused and emptied, changed, and given its capacity back; it has
   * no instances meanwhile. An interrupted drain is completed or undone by the next `up`: its journal is kept in tags of
   * the group. `"replace"`: a new group is created, then the old one is deleted.
   * @default "fail"
   */
  lockedChange?: Input<LockedChangeMode>;
  /**
   * What a drain, or a destroy that drains, may do with instances that AS would not touch by itself.
   * @default - it stops before anything is touched, and names them
   */
  drain?: Input<DrainArgs>;
  /**
   * Another `scalingConfigurationId` leaves existing instances as they are. With `true`, or an object that says how, the
   * update that changes it ends by replacing them, as an `InstanceRefresh` does.
   * @default false
   */
  refreshOnConfigurationChange?: Input<boolean | RefreshMannerArgs>;
  /**
   * How `destroy` treats instances. `"drain"`: those that AS created are released, attached ones are detached and live
   * on, protected ones stop it; then the group is deleted. `"force"`: the service deletes the group with all that AS
   * created, protected or not. `"refuse"`: only an empty group is deleted.
   * @default "drain"
   */
  deleteMode?: Input<DeleteMode>;
  /**
   * What create and update wait for: the desired instances in service, or also healthy by the group's health check, or
   * nothing. A drain always waits until the capacity is back.
   * @default "inService"
   */
  waitFor?: Input<WaitForMode>;
  /**
   * Lifecycle hooks that the group has before its first instance comes: they are made after the group, which begins
   * paused, and before it is put into service; also whenever a group without instances is resumed. Afterwards they are
   * left alone. A `LifecycleHook` of the same name takes one over, to change it or to delete it. At most five.
   * @default - none
   */
  initialLifecycleHooks?: Input<Input<InitialLifecycleHookArgs>[]>;
  /** How long to wait. */
  timeouts?: Input<TimeoutsArgs>;
  /**
   * ID of a group that exists, which this resource takes over instead of creating one. The preview says how program and
   * group differ; `up` changes just that, under `lockedChange`. What the program does not mention stays as it is, the
   * name included. Afterwards the group is managed like any other, and `destroy` follows `deleteMode`. Once the resource
   * has a group, the argument does nothing and may be taken out. A group in another VPC is not taken over.
   * @default - a new group is created
   */
  adoptId?: Input<string>;
}
