/** Calls to the service that somebody makes without Pulumi: in the console, or with curl. */
import type { Simulator } from "otc-as-simulator";

/** Sends JSON to a path below the project, and gives the answer. Fails when the service refuses. */
export type ByHand = (
  method: "POST" | "PUT" | "GET" | "DELETE",
  path: string,
  body?: object,
) => Promise<Readonly<Record<string, unknown>>>;

const tokenOf = async ({ credentials }: Simulator): Promise<string> => {
  const { username, password, domainName, projectId, authUrl } = credentials;
  const user = { name: username, password, domain: { name: domainName } };
  const answer = await fetch(`${authUrl}/auth/tokens`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      auth: {
        identity: { methods: ["password"], password: { user } },
        scope: { project: { id: projectId } },
      },
    }),
  });
  return answer.headers.get("x-subject-token") ?? "";
};

/** Signs in. The sign-in and the calls are in the simulator's log, as all are. */
export const byHand = async (simulator: Simulator): Promise<ByHand> => {
  const token = await tokenOf(simulator);
  const { endpoint, projectId } = simulator.credentials;
  return async (method, path, body) => {
    const [version = "v1", ...rest] = path.startsWith("v2/") ? path.split("/") : ["v1", path];
    const answer = await fetch(`${endpoint}/autoscaling-api/${version}/${projectId}/${rest.join("/")}`, {
      method,
      headers: { "Content-Type": "application/json", "X-Auth-Token": token },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${String(answer.status)}: ${text}`);
    return (text === "" ? {} : JSON.parse(text)) as Readonly<Record<string, unknown>>;
  };
};
