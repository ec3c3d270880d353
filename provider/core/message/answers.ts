/** Explanations of what a server answered, or did not answer. */
import { asCode } from "../as-code";
import type { NotFound, Refused, SignInFailed, Undecodable, Unreachable } from "../error";
import { type Explanation, UP_AGAIN } from "./explanation";

const RUN_AGAIN = `${UP_AGAIN}: it looks at what is live first and goes on from there`;
const REFRESH = "run `pulumi refresh`, then `pulumi up` creates it anew";

/** What a status says when the service gives no code that is known. */
const waysByStatus = (status: number): readonly string[] => {
  if (status === 401) return ["check the sign-in settings (OS_* variables or otc:* configuration)"];
  if (status === 403) return ["give the user the permissions of Auto Scaling in this project"];
  if (status === 404) return ["check the AS endpoint and the region (OTC_AS_ENDPOINT or otc:endpoint)"];
  if (status === 429) return ["too many requests: wait a minute and run `pulumi up` again"];
  if (status >= 500) return ["the service has a fault of its own: wait a few minutes", RUN_AGAIN];
  return ["compare the answer of the service with the arguments", RUN_AGAIN];
};

const codeLine = (code: string, meaning: string | undefined): string =>
  meaning === undefined ? `code ${code}, which this package does not know` : `${code}: ${meaning}`;

export const explainRefused = (doing: string, error: Refused): Explanation => {
  const known = error.code === undefined ? undefined : asCode(error.code);
  return {
    headline: `${doing} failed: the service refused to ${error.operation} (HTTP ${error.status})`,
    details: [
      ...(error.code === undefined ? [] : [codeLine(error.code, known?.meaning)]),
      ...(error.text === undefined ? [] : [`the service says: ${error.text}`]),
    ],
    ways: known === undefined ? waysByStatus(error.status) : [known.next],
  };
};

/** @param title kind of the object, such as `AS group` */
export const explainNotFound = (doing: string, error: NotFound, title: string): Explanation => ({
  headline: `${doing} failed: the ${title === "AS group" ? "group" : title} does not exist`,
  details: [
    error.code === undefined
      ? `the service answered so to: ${error.operation}`
      : `the service answered ${error.code} to: ${error.operation}`,
  ],
  ways: [REFRESH, "check that you are signed in to the project and region in which it was created"],
});

export const explainSignInFailed = (doing: string, error: SignInFailed): Explanation => ({
  headline: `${doing} failed: no sign-in`,
  details: [error.reason],
  ways: [
    "check OS_AUTH_URL, OS_USERNAME, OS_PASSWORD, OS_USER_DOMAIN_NAME and OS_PROJECT_NAME, or otc:authUrl, otc:userName, otc:password, otc:domainName and otc:projectName",
    "or what else signs in: a token (OS_AUTH_TOKEN, otc:token), an access key (OS_ACCESS_KEY, OS_SECRET_KEY, OS_SECURITY_TOKEN, otc:accessKey, otc:secretKey, otc:securityToken), or the cloud that OS_CLOUD or otc:cloud names in clouds.yaml",
  ],
});

export const explainUnreachable = (doing: string, error: Unreachable): Explanation => ({
  headline: `${doing} failed: no answer to: ${error.operation}`,
  details: [
    error.reason,
    error.neverSent
      ? "the request was never sent, so it has changed nothing"
      : "the request may have been carried out",
  ],
  ways: ["check the network, the proxy and the addresses (OS_AUTH_URL, OTC_AS_ENDPOINT)", RUN_AGAIN],
});

export const explainUndecodable = (doing: string, error: Undecodable): Explanation => ({
  headline: `${doing} failed: the answer to "${error.operation}" does not have the documented form`,
  details: error.mismatches.map(
    ({ path, expected }) => `${path === "" ? "the whole answer" : path}: expected ${expected}`,
  ),
  ways: [
    "check that the endpoint is that of Auto Scaling (OTC_AS_ENDPOINT or otc:endpoint)",
    "if it is, report this as a bug of pulumi-otc-autoscaling",
  ],
});
