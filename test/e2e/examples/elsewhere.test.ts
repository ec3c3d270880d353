import { readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startSimulator, type Simulator } from "../../../simulator/src";
import { osVariables } from "../support/project";
import { timeLimitIn } from "./support/account";
import { followReadme } from "./support/example";
import { README_VALUES, variableOf, type Setting } from "./support/settings";

/** A service that was not started for the example, with other ids, as a cloud is one. */
const IDS: Readonly<Partial<Record<Setting, string>>> = {
  vpcId: "7bf4a1b1-1111-4222-8333-444455556666",
  subnetId: "99999999-1111-4222-8333-444455556666",
  securityGroupId: "21111111-1111-4222-8333-444455556666",
  imageId: "0b8a2c4e-6f10-4a3b-9c5d-7e8f9a0b1c2d",
  keyName: "another-key",
  flavorId: "s3.large.4",
};

const forIds = (ids: typeof IDS): Record<string, string> =>
  Object.fromEntries(Object.entries(ids).map(([setting, id]) => [variableOf(setting as Setting), id]));

/** Another service than a simulator of the example's own. It ends with the test. */
async function startElsewhere(speed = 200): Promise<Simulator> {
  const simulator = await startSimulator({ speed });
  onTestFinished(() => simulator.close());
  return simulator;
}

test("an example runs where OS_* leads, with the ids of OTC_EXAMPLE_*", async () => {
  const simulator = await startElsewhere();
  await followReadme("minimal", {
    environment: { ...osVariables(simulator), ...forIds(IDS) },
    before: () => expect.unreachable("no simulator was started for the example"),
  });
  const sent = JSON.stringify(simulator.admin.requests().map(({ body }) => body));
  for (const [setting, id] of Object.entries(IDS)) {
    expect(sent).toContain(id);
    expect(sent).not.toContain(README_VALUES[setting as Setting]);
  }
  const { groups, configurations } = simulator.admin.snapshot();
  expect({ groups, configurations }).toEqual({ groups: [], configurations: [] });
});

/** Makes the second `up` of the minimal example fail: the first one modifies nothing. */
const failSecondUp = ({ admin }: Simulator): unknown =>
  admin.fault({
    match: { method: "PUT", path: "**/scaling_group/*" },
    effect: { kind: "status", status: 403, code: "AS.0031" },
  });

test("a step that fails elsewhere leaves no instance behind", async () => {
  const simulator = await startElsewhere();
  failSecondUp(simulator);
  const environment = { ...osVariables(simulator), ...forIds(IDS) };
  await expect(followReadme("minimal", { environment })).rejects.toThrow(
    /^pulumi config set capacity 4 .*\nended with exit code/,
  );
  const { groups, configurations, servers } = simulator.admin.snapshot();
  expect({ groups, configurations, servers }).toEqual({ groups: [], configurations: [], servers: [] });
});

test("a failed example that cannot be destroyed elsewhere keeps its state and says where it is", async () => {
  const simulator = await startElsewhere();
  failSecondUp(simulator);
  simulator.admin.fault({
    match: { method: "DELETE", path: "**/scaling_group/*" },
    effect: { kind: "status", status: 403, code: "AS.0031" },
    times: 100,
  });
  const environment = { ...osVariables(simulator), ...forIds(IDS) };
  const failure = await followReadme("minimal", { environment }).catch(String);
  expect(failure).toContain("pulumi config set capacity 4");
  const [, backend = ""] = /instances may still run; the state is in (\S+)\. /.exec(failure ?? "") ?? [];
  const scratch = dirname(backend);
  onTestFinished(() => rm(scratch, { recursive: true, force: true }));
  const state = await readFile(join(backend, ".pulumi", "stacks", "minimal", "dev.json"), "utf8");
  expect(state).toContain(simulator.admin.snapshot().groups[0]?.id);
  expect(await readdir(join(scratch, "example", "node_modules"))).toContain("pulumi-otc-autoscaling");
});

test("a test has time for real instances where OS_* leads elsewhere", () => {
  const hour = 60 * 60 * 1000;
  expect(timeLimitIn({ OS_AUTH_URL: "https://iam.eu-de.otc.t-systems.com/v3" })).toBe(hour);
  expect(timeLimitIn({ OS_CLOUD: "otc" })).toBe(hour);
  expect(timeLimitIn({})).toBe(hour / 12);
});

test("the automation-api example prints what its README says where instances take seconds, too", async () => {
  const simulator = await startElsewhere(20);
  await followReadme("automation-api", { environment: { ...osVariables(simulator), ...forIds(IDS) } });
  expect(simulator.admin.snapshot().groups).toEqual([]);
});

test("a sign-in without the ids that an example needs names the variables", async () => {
  const environment = { OS_CLOUD: "otc", OTC_EXAMPLE_GROUP_ID: "3", OTC_EXAMPLE_VPC_ID: "4" };
  await expect(followReadme("adopting", { environment })).rejects.toThrow(
    "the environment signs in, so the example runs there, and needs OTC_EXAMPLE_SUBNET_ID, OTC_EXAMPLE_CONFIGURATION_ID",
  );
});
