/** What the simulator really routes, and which fields its sources speak of. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Simulator } from "otc-as-simulator";
import { ROOT } from "../docs/support/pages";
import { lastName, type Operation } from "./operation";

const AS = "simulator/src/as";
const SHARED = ["paging.ts", "lookup.ts"];

/** The sources of each chapter of the API reference. */
const CHAPTERS: Readonly<Record<string, readonly string[]>> = {
  as_06_01: ["group"],
  as_06_02: ["configuration"],
  as_06_03: ["instance"],
  as_06_04: ["policy"],
  as_06_05: ["policy"],
  as_06_06: ["log", "group/listeners.ts"],
  as_06_07: ["quota.ts", "routes/account.ts"],
  as_06_09: ["hook"],
  as_06_10: ["tag"],
  as_06_11: ["../versions.ts"],
  as_07_02: ["notification"],
};

const filesBelow = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"))
        .map((file) => join(path, file))
    : [path];

const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/\/\/.*$/gm, "");

/** Where the simulator deals with an operation. */
export const placesOf = ({ page }: Operation): readonly string[] =>
  (CHAPTERS[page.slice(0, 8)] ?? []).map((path) => join(AS, path));

/** Whether the sources of the operation name the field, comments aside. */
export const mentions = (operation: Operation, field: string): boolean => {
  const paths = [...placesOf(operation), ...SHARED.map((path) => join(AS, path))];
  const text = paths
    .flatMap((path) => filesBelow(join(ROOT, path)))
    .map((file) => withoutComments(readFileSync(file, "utf8")));
  return text.some((source) => new RegExp(`\\b${lastName(field)}\\b`).test(source));
};

const ID = "00000000-0000-4000-8000-00000000ffff";

/** A token for calls by hand. */
export const signIn = async ({ credentials }: Simulator): Promise<string> => {
  const { username: name, password, domainName, projectName } = credentials;
  const domain = { name: domainName };
  const answered = await fetch(`${credentials.authUrl}/auth/tokens`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      auth: {
        identity: { methods: ["password"], password: { user: { name, password, domain } } },
        scope: { project: { name: projectName, domain } },
      },
    }),
  });
  return answered.headers.get("X-Subject-Token") ?? "";
};

/** Of these operations, those for which the simulator has a route. */
export const routed = async (
  simulator: Simulator,
  operations: readonly Operation[],
): Promise<readonly Operation[]> => {
  const token = await signIn(simulator);
  const { projectId } = simulator.credentials;
  const answers: boolean[] = [];
  for (const { method, path } of operations) {
    const address = path
      .replace("{project_id}", projectId)
      .replace("{api_version}", "v1")
      .replaceAll(/\{\w+\}/g, ID);
    simulator.admin.clearRequests();
    const { status } = await fetch(simulator.url + address, {
      method,
      headers: { "X-Auth-Token": token, "Content-Type": "application/json" },
      ...(method === "GET" || method === "DELETE" ? {} : { body: "{}" }),
    });
    // Where there is no route, the counter has the path itself.
    const pattern = new RegExp(`^${method} ${path.replaceAll(/\{\w+\}/g, ":\\w+")}$`);
    const isCounted = Object.keys(simulator.admin.counters().as.byRoute).some((route) => pattern.test(route));
    answers.push(path.startsWith("/autoscaling-api") ? isCounted : status === 200);
  }
  return operations.filter((_, index) => answers[index]);
};
