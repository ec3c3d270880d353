import type { FaultSpec, SimulatorOptions } from "otc-as-simulator";
import { describe, expect, test } from "vitest";
import type { RunningCommand } from "../../../tools/engine/running-command";
import {
  holdThree,
  iamWithCatalog,
  readingCommand,
  signIn,
  startDrain,
  type Endpoint,
  type Held,
  type Variables,
} from "./support";

interface Situation {
  readonly options?: SimulatorOptions;
  readonly faults?: readonly FaultSpec[];
  /** Endpoints of Auto Scaling in the catalog; the simulator's own if it is not given. */
  readonly catalog?: (held: Held) => readonly Endpoint[];
  /** Besides those of the sign-in, or instead of them. */
  readonly variables?: (held: Held) => Variables;
}

const LIST = { method: "GET", path: "**/scaling_instance_hook/*/list" };
const CALLBACK = { method: "PUT", path: "**/callback" };
const SIGN_IN = { method: "POST", path: "**/auth/tokens" };
const answered = (status: number, code: string, message = "a fault"): FaultSpec["effect"] => ({
  kind: "status",
  status,
  code,
  message,
});

async function begin({
  options = {},
  faults = [],
  catalog,
  variables,
}: Situation): Promise<{ held: Held; running: RunningCommand }> {
  const held = await holdThree(options);
  const { simulator } = held;
  for (const fault of faults) simulator.admin.fault(fault);
  const iam = catalog && { OS_AUTH_URL: await iamWithCatalog(simulator, catalog(held)) };
  return { held, running: startDrain(held, { ...signIn(simulator), ...iam, ...variables?.(held) }) };
}

const nowhere = (region: string): Endpoint => ({ region, url: "http://127.0.0.1:9/autoscaling-api/v1" });

/** Situations in which all held instances are drained, and the script ends when the group is gone. */
const GOES_ON: readonly (readonly [string, Situation])[] = [
  ["nothing goes wrong", {}],
  ["a missing group is answered with 404", { options: { variants: { missingParent: "404" } } }],
  ["the first callback is reset", { faults: [{ match: CALLBACK, effect: { kind: "reset" } }] }],
  ["the answer of the first callback is lost", { faults: [{ match: CALLBACK, effect: { kind: "lost" } }] }],
  ["there are too many calls", { faults: [{ match: LIST, effect: answered(429, "APIGW.0308") }] }],
  ["the service is down", { faults: [{ match: LIST, effect: answered(503, "AS.0001") }] }],
  ["404 says nothing of the group", { faults: [{ match: LIST, effect: answered(404, "AS.0033") }] }],
  ["the list is reset", { faults: [{ match: LIST, effect: { kind: "reset" } }] }],
  ["the list is cut off", { faults: [{ match: LIST, effect: { kind: "truncated" } }] }],
  ["the token has ended", { faults: [{ match: LIST, effect: answered(401, "AS.0006") }] }],
  ["IAM is down", { faults: [{ match: SIGN_IN, effect: answered(503, "IAM.0001") }] }],
  [
    "IAM is down when the token has ended",
    {
      faults: [
        { match: LIST, effect: answered(401, "AS.0006") },
        { match: { ...SIGN_IN, nth: 2 }, effect: answered(503, "IAM.0001") },
      ],
    },
  ],
  ["the password holds what JSON escapes", { options: { password: '"a\\b" $c `d`' } }],
  ["the command reads its input, which is empty", { variables: () => ({ DRAIN_COMMAND: readingCommand() }) }],
  [
    "the address of IAM ends in a slash",
    { variables: ({ simulator }) => ({ OS_AUTH_URL: `${simulator.credentials.authUrl}/` }) },
  ],
  [
    "the address of IAM has no version",
    { variables: ({ simulator }) => ({ OS_AUTH_URL: simulator.credentials.endpoint }) },
  ],
  [
    "the project is given by its ID only",
    {
      variables: ({ simulator }) => ({ OS_PROJECT_ID: simulator.credentials.projectId, OS_PROJECT_NAME: "" }),
    },
  ],
  [
    "the catalog has another region before that of the project, and no ID of the project",
    {
      catalog: ({ simulator }) => [
        nowhere("eu-nl"),
        { region: "eu-de", url: `${simulator.url}/autoscaling-api/v1` },
      ],
    },
  ],
  [
    "the region is that of OS_REGION_NAME",
    {
      catalog: ({ simulator: { url, credentials } }) => [
        nowhere("eu-de"),
        { region: "eu-ch2", url: `${url}/autoscaling-api/v1/${credentials.projectId}` },
      ],
      variables: () => ({ OS_REGION_NAME: "eu-ch2" }),
    },
  ],
  [
    "the endpoint is given",
    {
      catalog: () => [],
      variables: ({ simulator }) => ({ OTC_AS_ENDPOINT: simulator.credentials.endpoint }),
    },
  ],
];

describe("drain.sh lets all held instances go, and ends when the group is gone, when", () => {
  test.each(GOES_ON)("%s", async (_, situation) => {
    const { held, running } = await begin(situation);
    const { admin } = held.simulator;
    const statesHeld = (): number => admin.snapshot().groups[0]?.suspensions.length ?? 0;
    await expect.poll(statesHeld, { timeout: 20_000 }).toBe(0);
    admin.outside("deleteGroup", { scaling_group_id: held.groupId });
    const { exitCode, stdout } = await running.done;
    expect(stdout).toMatch(
      /^draining for hook drain\n(instance \S+: drained, it may go\n){2,3}the AS group is gone\n$/,
    );
    expect(exitCode).toBe(0);
  });
});

/** Situations that do not get better by themselves, and what the script says. */
const ENDS: readonly (readonly [string, Situation, string])[] = [
  [
    "the service forbids the list",
    { faults: [{ match: LIST, effect: answered(403, "AS.0031", "no permission") }] },
    "drain.sh: the held instances cannot be listed: no permission\n",
  ],
  [
    "the service refuses the list",
    { faults: [{ match: LIST, effect: answered(400, "AS.0022", "no project") }] },
    "drain.sh: the held instances cannot be listed: no project\n",
  ],
  [
    "IAM refuses the sign-in",
    { variables: () => ({ OS_PASSWORD: "wrong" }) },
    "drain.sh: IAM refuses the sign-in with 401: The username or password is wrong.\n",
  ],
  [
    "the catalog knows no Auto Scaling",
    { catalog: () => [] },
    "drain.sh: the catalog has no AS endpoint in region eu-de: set OS_REGION_NAME or OTC_AS_ENDPOINT\n",
  ],
  [
    "the region is not in the catalog",
    { catalog: () => [nowhere("eu-de")], variables: () => ({ OS_REGION_NAME: "eu-nl" }) },
    "drain.sh: the catalog has no AS endpoint in region eu-nl: set OS_REGION_NAME or OTC_AS_ENDPOINT\n",
  ],
];

test.each(ENDS)("drain.sh ends and says why when %s", async (_, situation, message) => {
  const { held, running } = await begin(situation);
  const { exitCode, stderr } = await running.done;
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: message });
  // A wrong password that is tried again locks the user out.
  const signIns = held.simulator.admin.requests().filter(({ path }) => path.endsWith("/auth/tokens"));
  expect(signIns).toHaveLength(1);
});

const NEEDED = ["OS_AUTH_URL", "OS_USERNAME", "OS_PASSWORD", "OS_USER_DOMAIN_NAME", "OS_PROJECT_NAME"];

test.each(NEEDED)("drain.sh says what it needs when %s is not set", async (missing) => {
  const { running } = await begin({ variables: () => ({ [missing]: "", OS_CLOUD: "otc" }) });
  const { exitCode, stderr } = await running.done;
  expect(exitCode).not.toBe(0);
  expect(stderr).toContain(
    `${missing}: signs in with a password: set OS_AUTH_URL, OS_USERNAME, OS_PASSWORD, OS_USER_DOMAIN_NAME and OS_PROJECT_NAME`,
  );
});
