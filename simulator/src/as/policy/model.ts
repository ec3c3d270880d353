/** AS policies, in the terms of version 2 of the API, which knows more. */
import type { Tasks } from "../tasks";

/** What makes a policy act. */
export const POLICY_TYPES = ["ALARM", "SCHEDULED", "RECURRENCE"] as const;
/** One of {@link POLICY_TYPES}. */
export type PolicyType = (typeof POLICY_TYPES)[number];

/** What a policy acts upon. */
export const RESOURCE_TYPES = ["SCALING_GROUP", "BANDWIDTH"] as const;
/** One of {@link RESOURCE_TYPES}. */
export type ResourceType = (typeof RESOURCE_TYPES)[number];

/** How often a periodic policy acts. */
export const RECURRENCE_TYPES = ["Daily", "Weekly", "Monthly"] as const;

/** When a periodic policy acts. */
export interface Recurrence {
  readonly recurrence_type: (typeof RECURRENCE_TYPES)[number];
  /** Days, separated by commas: of the week from 1 (Sunday) on, or of the month. Empty for every day. */
  readonly recurrence_value: string;
  /** `YYYY-MM-DDThh:mmZ`, as `end_time`. */
  readonly start_time: string;
  readonly end_time: string;
}

/** When a policy acts. */
export interface Schedule {
  /** `YYYY-MM-DDThh:mmZ`; `hh:mm` with a recurrence. All times are UTC. */
  readonly launch_time: string;
  readonly recurrence: Recurrence | null;
}

/** What a policy does. Exactly one of size and percentage is set. */
export interface PolicyAction {
  readonly operation: "ADD" | "REDUCE" | "SET";
  /** Instances or Mbit/s. */
  readonly size: number | null;
  readonly percentage: number | null;
  /** Mbit/s that ADD does not exceed and REDUCE does not undercut. */
  readonly limits: number | null;
}

/** What a policy is told. Unset texts are empty. */
export interface PolicySettings {
  readonly scaling_policy_name: string;
  readonly scaling_resource_type: ResourceType;
  readonly scaling_resource_id: string;
  readonly scaling_policy_type: PolicyType;
  /** Of ALARM policies only. */
  readonly alarm_id: string;
  /** Of all others only. */
  readonly schedule: Schedule | null;
  readonly action: PolicyAction;
  /** Seconds. */
  readonly cool_down_time: number;
  readonly description: string;
}

/** What made a policy act; MANUAL is the call. */
export const EXECUTE_TYPES = [...POLICY_TYPES, "MANUAL"] as const;
/** One of {@link EXECUTE_TYPES}. */
export type ExecuteType = (typeof EXECUTE_TYPES)[number];

/** The record of one run of a policy. */
export interface ExecutionLog {
  readonly id: string;
  readonly resourceType: ResourceType;
  readonly resourceId: string;
  readonly executeType: ExecuteType;
  readonly executeTime: Date;
  readonly action: PolicyAction;
  readonly oldValue: number;
  readonly desireValue: number;
  status: "SUCCESS" | "FAIL" | "EXECUTING";
  /** Code and text; empty unless the run has failed. */
  failedReason: string;
  /** When that was decided. */
  endTime: Date | null;
}

/** An AS policy. */
export interface Policy {
  readonly id: string;
  readonly createTime: Date;
  readonly tasks: Tasks;
  /** The oldest first. */
  readonly logs: ExecutionLog[];
  settings: PolicySettings;
  paused: boolean;
  executing: boolean;
  cancelLaunch: () => void;
}

/** The bandwidth of an elastic IP address: the other thing that policies can scale. */
export interface Bandwidth {
  readonly id: string;
  readonly shareType: "PER" | "WHOLE";
  readonly eipId: string;
  readonly eipAddress: string;
  /** Mbit/s. */
  size: number;
  /** Until then requests of alarm policies are refused. */
  cooldownUntil: Date | null;
}
