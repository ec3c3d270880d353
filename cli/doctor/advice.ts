/** What a failure means for somebody who examines a sign-in, and what to do about it. */
import { asCode } from "../../provider/core/as-code";
import type { AsError, Refused, Unreachable } from "../../provider/core/error";
import type { Origin } from "../../provider/core/settings/origin";
import { type Finding, problem } from "./finding";

const CERTIFICATE =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE|CERT_\w+|ERR_TLS_CERT_ALTNAME_INVALID)\b/;

interface Cause {
  readonly when: RegExp;
  readonly meaning: string;
  readonly ways: readonly string[];
}

const causes: readonly Cause[] = [
  {
    when: CERTIFICATE,
    meaning: "its TLS certificate is not trusted",
    ways: [
      "if a proxy or a private authority has issued the certificate, give that authority: OS_CACERT (a PEM file) or otc:caCert",
      "check that the address is the right one; an expired certificate or one for another host is not yours to solve",
    ],
  },
  {
    when: /^(ENOTFOUND|EAI_AGAIN)\b/,
    meaning: "its name is not known",
    ways: ["check the spelling of the address, and that this machine can look up names (DNS, VPN)"],
  },
  {
    when: /^ECONNREFUSED\b/,
    meaning: "nothing listens there",
    ways: ["check host and port of the address", "check the proxy, if there is one: HTTPS_PROXY, NO_PROXY"],
  },
  {
    when: /^(ETIMEDOUT|ECONNABORTED|EHOSTUNREACH|ENETUNREACH)\b/,
    meaning: "it does not answer",
    ways: ["check the network, the firewall and the proxy: HTTPS_PROXY, NO_PROXY"],
  },
];

const ANY_CAUSE: Omit<Cause, "when"> = {
  meaning: "the connection has failed",
  ways: ["check the network and the proxy (HTTPS_PROXY, NO_PROXY), then try again"],
};

const unreachable = ({ reason, operation }: Unreachable, doing: string): Finding => {
  const { meaning, ways } = causes.find(({ when }) => when.test(reason)) ?? ANY_CAUSE;
  const [code = "", host = "the service"] = reason.split(" ");
  return problem(
    `${doing}: ${host} cannot be reached, because ${meaning} (${code}, while trying to ${operation})`,
    ways,
  );
};

const refused = ({ code, status, text }: Refused, doing: string): Finding => {
  const known = code === undefined ? undefined : asCode(code);
  const said = text === undefined ? "" : `; the service says: ${text}`;
  return problem(
    `${doing}: refused with HTTP ${status}${code === undefined ? "" : `, ${code}`}${known === undefined ? "" : ` (${known.meaning})`}${said}`,
    status >= 500
      ? ["the service has a fault of its own: try again in a few minutes"]
      : [known?.next ?? "check that the endpoint and the project belong to this user"],
  );
};

/** A user looks at what was given, so say where that is. */
const waysOfSignIn = (origins: readonly Origin[]): readonly string[] => {
  const given = origins
    .filter(({ setting }) => !["endpoint", "region", "insecure", "caCert"].includes(setting))
    .map(({ spelling, place }) => `${spelling} (${place})`);
  return [
    `check what you have given: ${given.join(", ")}`,
    "a user that was made for the console only cannot sign in here, and a federated user has no password: use an access key or a token",
  ];
};

/** A failure as a finding. */
export const findingOf = (error: AsError, doing: string, origins: readonly Origin[]): Finding => {
  switch (error._tag) {
    case "SignInFailed":
      return problem(`${doing}: ${error.reason}`, waysOfSignIn(origins));
    case "Unreachable":
      return unreachable(error, doing);
    case "Refused":
      return refused(error, doing);
    case "Misconfigured":
      return problem(`${doing}: ${error.problems.join("; ")}`);
    case "Undecodable":
      return problem(`${doing}: what answers there does not speak the language of this service`, [
        "check the addresses: OS_AUTH_URL is that of IAM and ends in /v3, OTC_AS_ENDPOINT is that of Auto Scaling",
      ]);
    case "NotFound":
    case "Malformed":
    case "Locked":
    case "TimedOut":
    case "ScalingFailed":
    case "Stopped":
    case "Interrupted":
    case "RefreshHalted":
      // No read that is made here can fail so.
      return problem(`${doing}: ${error._tag}`, ["report this as a bug of pulumi-otc-autoscaling"]);
  }
};
