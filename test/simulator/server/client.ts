/** A client for the tests of the simulator's shell: plain fetch, nothing retried. */
import type { Simulator } from "../../../simulator/src";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface Call {
  readonly headers?: Record<string, string>;
  /** A string goes out as it is, everything else as JSON. */
  readonly body?: unknown;
}

export async function call(
  simulator: Simulator,
  method: string,
  path: string,
  given: Call = {},
): Promise<Answer> {
  const { headers = {}, body } = given;
  const response = await fetch(`${simulator.url}${path}`, {
    method,
    headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? undefined : (JSON.parse(text) as unknown),
  };
}

/** Sign-in with the password, scoped to the project by name. */
export function passwordSignIn({ credentials }: Simulator): object {
  const { username, password, domainName, projectName } = credentials;
  return {
    auth: {
      identity: {
        methods: ["password"],
        password: { user: { name: username, password, domain: { name: domainName } } },
      },
      scope: { project: { name: projectName, domain: { name: domainName } } },
    },
  };
}

export async function signIn(
  simulator: Simulator,
  body: object = passwordSignIn(simulator),
): Promise<string> {
  const answer = await call(simulator, "POST", "/v3/auth/tokens", { body });
  const token = answer.headers.get("x-subject-token");
  if (answer.status !== 201 || token === null) throw new Error(`sign-in answered ${answer.status}`);
  return token;
}

export const asPath = ({ credentials }: Simulator, rest: string, version = "v1"): string =>
  `/autoscaling-api/${version}/${credentials.projectId}/${rest}`;

export const configurationBody = {
  scaling_configuration_name: "web",
  instance_config: {
    flavorRef: "s3.medium.1",
    imageRef: "627a1223-2ca3-46a7-8d5f-7aef22c74ee6",
    disk: [{ size: 40, volume_type: "SSD", disk_type: "SYS" }],
    key_name: "key",
    user_data: "IyEvYmluL3No",
  },
};
