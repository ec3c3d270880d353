/** Limits of the account. */

/** How many there may be. All of them can be changed while the simulator runs. */
export interface Quotas {
  /** AS groups of the project (AS.2023). */
  groups: number;
  /** AS configurations of the project (AS.1024). */
  configurations: number;
  /** AS policies of a group (AS.3032). */
  policies: number;
  /** Instances of a group (AS.2045). */
  instances: number;
  /** Load balancers; AS only reports this one. */
  loadBalancers: number;
  /** Bandwidth scaling policies of the project. */
  bandwidthPolicies: number;
  /** ECSs of the project, not a quota of AS itself (AS.7111). */
  servers: number;
}

/** What a new account has. */
export const defaultQuotas: Readonly<Quotas> = {
  groups: 25,
  configurations: 100,
  policies: 50,
  instances: 200,
  loadBalancers: 6,
  bandwidthPolicies: 10,
  servers: 1000,
};

/** How far an account's limits can be raised by the provider of the service. */
const HIGHEST = {
  groups: 50,
  configurations: 200,
  policies: 50,
  instances: 1000,
  loadBalancers: 6,
  bandwidthPolicies: 100,
} as const;

const TYPES = {
  groups: "scaling_Group",
  configurations: "scaling_Config",
  policies: "scaling_Policy",
  instances: "scaling_Instance",
  loadBalancers: "load_balance",
  bandwidthPolicies: "bandwidth_scaling_policy",
} as const satisfies Record<keyof typeof HIGHEST, string>;

/** One line of a quota answer. */
export interface QuotaResource {
  readonly type: string;
  readonly used: number;
  readonly quota: number;
  readonly max: number;
  readonly min: number;
}

/** @param used -1 where the limit counts per group and the question is about the project */
export function quotaResource(quotas: Quotas, name: keyof typeof TYPES, used: number): QuotaResource {
  const quota = quotas[name];
  return { type: TYPES[name], used, quota, max: Math.max(HIGHEST[name], quota), min: 0 };
}
