/** Why a scaling action can fail. */

/** A cause of failure, as logs and group details report it. */
export interface ActionFailure {
  /** Empty where no code is documented. */
  readonly code: string;
  readonly text: string;
  /** Needs repair by the user: the group becomes abnormal. Otherwise AS tries again by itself. */
  readonly lasting: boolean;
}

/** Code and text in one. */
export const failureDetail = ({ code, text }: ActionFailure): string =>
  code === "" ? text : `${code}: ${text}`;

/** A launching lifecycle hook did not let an instance in: AS tries again with another one. */
export const abandonedBy = (hookName: string, timedOut: boolean): ActionFailure => ({
  code: "",
  text: timedOut
    ? `Lifecycle hook ${hookName} timed out, and its default result is ABANDON.`
    : `Lifecycle hook ${hookName} abandoned the instance.`,
  lasting: false,
});

const lasting = (code: string, text: string): ActionFailure => ({ code, text, lasting: true });

/** Every cause the simulator knows. */
export const FAILURES = {
  "configuration-missing": lasting("AS.2018", "The AS group has no AS configuration."),
  "flavour-sold-out": lasting("AS.2038", "The flavor is sold out in the AZs of the AS group."),
  "disk-sold-out": lasting("AS.2043", "The disk type is sold out in the AZs of the AS group."),
  "server-quota": lasting("AS.7111", "The ECS quota is insufficient."),
  "disk-quota": lasting("AS.7112", "The disk quota is insufficient."),
  "eip-quota": lasting("AS.7113", "The EIP quota is insufficient."),
  "memory-quota": lasting("AS.7114", "The memory quota is insufficient."),
  "vcpu-quota": lasting("AS.7115", "The vCPU quota is insufficient."),
  "addresses-exhausted": lasting("AS.7019", "The private IP addresses of the subnet are exhausted."),
  "vpc-missing": lasting("AS.2012", "The VPC does not exist."),
  "network-missing": lasting("AS.2013", "A subnet of the AS group does not exist."),
  "security-group-missing": lasting("AS.2014", "The security group does not exist."),
  "listener-missing": lasting("AS.7012", "A listener of the AS group does not exist."),
  "pool-missing": lasting("AS.2042", "A backend server group of the AS group does not exist."),
  "image-missing": lasting("AS.1015", "The image of the AS configuration does not exist."),
  "flavour-missing": lasting("AS.1017", "The flavor of the AS configuration does not exist."),
  "key-pair-missing": lasting("AS.7022", "The key pair of the AS configuration does not exist."),
  "internal-error": { code: "AS.0001", text: "System error. Try again later.", lasting: false },
} as const satisfies Record<string, ActionFailure>;

/** A name of a cause. */
export type FailureName = keyof typeof FAILURES;

/** The next scaling action, of one group or of any, that would create instances fails. */
export interface PlannedFailure {
  readonly groupId: string | null;
  readonly failure: ActionFailure;
}
