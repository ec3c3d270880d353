/** The package's own kinds of errors, each with a message as people see it. */
import {
  type AsError,
  interrupted,
  locked,
  malformed,
  misconfigured,
  notFound,
  refreshHalted,
  refused,
  scalingFailed,
  signInFailed,
  stopped,
  timedOut,
  unreachable,
} from "../../../provider/core/error";
import { type MessageContext } from "../../../provider/core/message";

/** What there is to say about a kind. */
export interface ErrorKind {
  readonly heading: string;
  readonly means: string;
  /** Completes "the package …". */
  readonly does: string;
  readonly doing: MessageContext["doing"];
  readonly sample: AsError;
}

const noFlavor = refused({ operation: "modify AS group", status: 400, code: "AS.2027" });

/** All of them: the compiler asks for a new one. */
export const errorKinds: { readonly [Tag in AsError["_tag"]]: ErrorKind } = {
  Locked: {
    heading: "A locked field",
    means: 'a field has to change that the live group does not let change, and `lockedChange` is `"fail"`',
    does: "stops the preview; nothing has been sent. An update that finds the lock only when it looks again right before the write stops there",
    doing: "comparing",
    sample: locked(
      [
        {
          field: "networks",
          from: "[subnet-a]",
          to: "[subnet-b]",
          lockClass: "dormant",
          unmet: ["zero instances", "a paused group"],
        },
      ],
      {
        scalingGroupStatus: "INSERVICE",
        currentInstanceNumber: 3,
        desireInstanceNumber: 3,
        isScaling: false,
      },
    ),
  },
  Refused: {
    heading: "A refusal of the service",
    means: "the service has answered with an error status, and with one of the codes below in most cases",
    does: "repeats reads, modifications and deletions after 429 and 5xx, at most four times, and obeys `Retry-After`; a creation is never simply repeated. What it does about a code stands with the code; at anything else it stops",
    doing: "updating",
    sample: noFlavor,
  },
  NotFound: {
    heading: "Gone",
    means: "what an operation needs does not exist any more, in the documented words of the service",
    does: "counts only HTTP 404 with a code of AS, or 400 with AS.2007, AS.1004, AS.3020 and their like as gone; never a failed sign-in, a missing permission, a fault of the service or an answer from somewhere else",
    doing: "updating",
    sample: notFound({ operation: "modify AS group", code: "AS.2007" }),
  },
  SignInFailed: {
    heading: "No sign-in",
    means: "the identity service refuses what was given, or the service has refused a token twice",
    does: "tries wrong credentials once, so that nobody is locked out; renews a token that has expired once",
    doing: "comparing",
    sample: signInFailed("the user name or the password is wrong (HTTP 401)"),
  },
  Misconfigured: {
    heading: "Settings that are missing or contradict each other",
    means: "settings from the environment, the stack or `clouds.yaml` do not suffice to sign in",
    does: "names all problems at once, before anything is sent; `npx pulumi-otc-autoscaling doctor` says more",
    doing: "comparing",
    sample: misconfigured([
      "no project: set OS_PROJECT_NAME or OS_PROJECT_ID, or otc:projectName or otc:projectId",
    ]),
  },
  Malformed: {
    heading: "Arguments or a recorded state that cannot be read",
    means: "arguments that were known only at `up` break the rules, or a newer version has written the state",
    does: "stops before anything is sent. Mistakes that are known at preview are reported there, all at once",
    doing: "creating",
    sample: malformed("arguments", [
      { path: "coolDownTime", expected: "an integer from 0 to 86400", found: -1 },
    ]),
  },
  Unreachable: {
    heading: "No answer",
    means: "the network, a proxy or a time-out has come between",
    does: "repeats reads, modifications and deletions, at most four times. After a creation without an answer it looks for the object, takes it if it is there, and tries again if it is not",
    doing: "comparing",
    sample: unreachable({
      operation: "list AS groups",
      reason: "ECONNREFUSED 127.0.0.1:8765",
      neverSent: true,
    }),
  },
  Undecodable: {
    heading: "An answer that cannot be read",
    means:
      "an answer does not have the documented form: a proxy has answered instead, or the service has changed",
    does: "stops rather than guess; what has been written is looked at by the next run",
    doing: "comparing",
    sample: {
      _tag: "Undecodable",
      operation: "list AS groups",
      mismatches: [{ path: "scaling_groups", expected: "a list" }],
    },
  },
  TimedOut: {
    heading: "A wait that took too long",
    means: "the time-out of the operation (`timeouts`) ended before the group was as wanted",
    does: "keeps in the state what exists, and says what it has seen last and what the scaling action logs say",
    doing: "creating",
    sample: timedOut({
      wanted: "3 instances in service",
      last: "INSERVICE, 1 instance (desired 3), scaling action in progress",
      seconds: 600,
    }),
  },
  ScalingFailed: {
    heading: "A scaling action that failed",
    means: "AS tried to start instances and gave up: a quota, a sold-out flavor, an image",
    does: "ends the wait at once with the cause from the logs; the group stays in the state",
    doing: "creating",
    sample: scalingFailed({
      wanted: "3 instances in service",
      last: "ERROR, 0 instances (desired 3), no scaling action in progress",
      evidence:
        "AS.7115: The vCPU quota is insufficient.; scaling action of 2026-11-24T22:42:55Z (0 → 3 instances) failed",
    }),
  },
  Stopped: {
    heading: "A stop for a person to decide",
    means: "going on would touch what only a person may decide about, such as a protected instance",
    does: "stops before anything is touched, and says what would let it go on",
    doing: "updating",
    sample: stopped("instance i-1 is protected from scale-in", [
      'let the drain release it: drain: { protectedInstances: "release" }',
      "take the protection off it",
    ]),
  },
  Interrupted: {
    heading: "An interrupted drain",
    means: "a drain has begun and did not get to its end",
    does: "gives the group its capacity and status back when the service refuses the change itself; otherwise the journal on the group lets the next `up` complete the drain, or undo it",
    doing: "updating",
    sample: interrupted({ cause: noFlavor, undone: true, done: "pause, release 3 instances", left: "" }),
  },
  RefreshHalted: {
    heading: "A halted refresh of instances",
    means: "a scaling action has failed, or the time was over, while instances were being replaced",
    does: "leaves the group with its capacity and says how far it has come; the next `up` goes on",
    doing: "updating",
    sample: refreshHalted({
      cause: timedOut({
        wanted: "12 healthy instances",
        last: "INSERVICE, 11 instances (desired 12), scaling action in progress",
        seconds: 3600,
      }),
      total: 10,
      left: ["i-8", "i-9"],
    }),
  },
};
