/** What the simulator really answers: a project with something of everything, and each operation asked for it. */
import { manualClock, startSimulator } from "otc-as-simulator";
import { documented, keyOf, type Operation } from "./operation";
import { signIn } from "./simulator";

const ID = "00000000-0000-4000-8000-00000000000";
const MINUTES_MS = 600_000;

const isOf =
  (method: string, path: string) =>
  (operation: Operation): boolean =>
    operation.method === method &&
    new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path);

const parameters = ({ path }: Operation): number => path.split("{").length;

/** The most literal path counts: `…/list` is no name of a hook. */
const operationOf = (method: string, path: string): Operation | undefined =>
  documented.filter(isOf(method, path)).sort((one, other) => parameters(one) - parameters(other))[0];

const namesIn = (body: unknown): readonly string[] => {
  if (Array.isArray(body)) return body.flatMap(namesIn);
  if (typeof body !== "object" || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) => [name, ...namesIn(value)]);
};

const DISKS = [
  { size: 40, volume_type: "SAS", disk_type: "SYS" },
  {
    size: 40,
    volume_type: "SAS",
    disk_type: "DATA",
    data_disk_image_id: `${ID}7`,
    metadata: { __system__encrypted: "1", __system__cmkid: `${ID}8` },
  },
];

/** Every disk of an image of a whole ECS comes from a backup. */
const RESTORED = [{ size: 40, volume_type: "SAS", disk_type: "SYS", snapshot_id: `${ID}9` }];

const TEMPLATE = {
  flavorRef: "s3.medium.1",
  imageRef: `${ID}1`,
  key_name: "key",
  personality: [{ path: "/etc/motd", content: "aGk=" }],
  public_ip: {
    eip: { ip_type: "5_bgp", bandwidth: { size: 5, share_type: "PER", charging_mode: "traffic" } },
  },
  user_data: "aGk=",
  metadata: { owner: "web" },
  security_groups: [{ id: `${ID}2` }],
};

const LISTENER = { pool_id: `${ID}6`, protocol_port: 80, weight: 1 };

const GROUP = {
  scaling_group_name: "web",
  vpc_id: `${ID}3`,
  networks: [{ id: `${ID}4`, ipv6_enable: true, ipv6_bandwidth: { id: `${ID}5` } }],
  security_groups: [{ id: `${ID}2` }],
  lb_listener_id: `${ID}a`,
  max_instance_number: 5,
  description: "d",
};

const ALARM = "al1700000000000abcdefghi";

const SCHEDULE = {
  launch_time: "07:00",
  recurrence_type: "Daily",
  start_time: "2029-01-01T00:00Z",
  end_time: "2030-01-01T00:00Z",
};

type Body = Readonly<Record<string, unknown>>;

/** By operation, the names of all fields in its answers. */
export const answeredNames = async (): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const clock = manualClock();
  const simulator = await startSimulator({ clock, variants: { lb: "live" } });
  const { admin } = simulator;
  const { projectId } = simulator.credentials;
  const token = await signIn(simulator);
  const names = new Map<string, Set<string>>();

  const call = async (method: string, path: string, body?: object): Promise<Body> => {
    const answered = await fetch(simulator.url + path, {
      method,
      headers: { "X-Auth-Token": token, "Content-Type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answered.text();
    if (!answered.ok) throw new Error(`${method} ${path}: ${text}`);
    const found = (text === "" ? {} : JSON.parse(text)) as Body;
    const operation = operationOf(method, path);
    if (operation === undefined) throw new Error(`${method} ${path} is not documented`);
    const known = names.get(keyOf(operation)) ?? new Set();
    names.set(keyOf(operation), new Set([...known, ...namesIn(found)]));
    return found;
  };
  const as = (version: "v1" | "v2") => (method: string, path: string, body?: object) =>
    call(method, `/autoscaling-api/${version}/${projectId}/${path}`, body);
  const v1 = as("v1");
  const v2 = as("v2");
  const pass = (): void => {
    clock.advance(MINUTES_MS);
  };

  const createConfiguration = async (disk: object): Promise<string> =>
    (
      await v1("POST", "scaling_configuration", {
        scaling_configuration_name: "base",
        instance_config: { ...TEMPLATE, disk },
      })
    )["scaling_configuration_id"] as string;
  const configuration = await createConfiguration(DISKS);
  const restored = await createConfiguration(RESTORED);
  const group = (await v1("POST", "scaling_group", { ...GROUP, scaling_configuration_id: configuration }))[
    "scaling_group_id"
  ] as string;
  await v1("PUT", `scaling_notification/${group}`, {
    topic_urn: "urn:smn:eu-de:0:t",
    topic_scene: ["SCALING_UP"],
  });
  await v1("POST", `scaling_group_tag/${group}/tags/action`, {
    action: "create",
    tags: [{ key: "k", value: "v" }],
  });
  await v1("POST", `scaling_group/${group}/action`, { action: "resume" });
  // An instance that comes, one that cannot come, and a load balancer that is exchanged.
  await v1("PUT", `scaling_group/${group}`, { desire_instance_number: 1 });
  pass();
  await v1("PUT", `scaling_group/${group}`, { lb_listener_id: "", lbaas_listeners: [LISTENER] });
  clock.advance(5_000);
  await v1("GET", `scaling_group/${group}`);
  pass();
  admin.outside("failNextAction", { reason: "internal-error", scaling_group_id: group });
  await v1("PUT", `scaling_group/${group}`, { desire_instance_number: 2 });
  pass();
  for (const version of [v1, v2]) await version("GET", `scaling_activity_log/${group}`);
  await policies({ v1, v2, group, outside: (name, body) => admin.outside(name, body) as Body, pass });
  await v1("PUT", `scaling_group/${group}`, { desire_instance_number: 1 });
  pass();
  await v1("POST", `scaling_lifecycle_hook/${group}`, {
    lifecycle_hook_name: "prepare",
    lifecycle_hook_type: "INSTANCE_LAUNCHING",
    notification_topic_urn: "urn:smn:eu-de:0:t",
  });
  await v1("PUT", `scaling_lifecycle_hook/${group}/prepare`, { default_timeout: 3600 });
  await v1("PUT", `scaling_group/${group}`, { desire_instance_number: 3 });
  clock.advance(150_000);
  for (const path of [
    "scaling_group",
    "scaling_configuration",
    `scaling_configuration/${configuration}`,
    `scaling_configuration/${restored}`,
    `scaling_group_instance/${group}/list`,
    "quotas",
    `quotas/${group}`,
    `scaling_lifecycle_hook/${group}/list`,
    `scaling_lifecycle_hook/${group}/prepare`,
    `scaling_instance_hook/${group}/list`,
    "scaling_group_tag/tags",
    `scaling_group_tag/${group}/tags`,
    `scaling_notification/${group}`,
  ])
    await v1("GET", path);
  await v1("POST", "scaling_group_tag/resource_instances/action", { action: "filter" });
  await call("GET", "/");
  await call("GET", "/v1");
  await simulator.close();
  return names;
};

interface Given {
  readonly v1: (method: string, path: string, body?: object) => Promise<Body>;
  readonly v2: Given["v1"];
  readonly group: string;
  readonly outside: (name: string, body: object) => Body;
  readonly pass: () => void;
}

/** Policies of a group and of a bandwidth, of each version. */
const policies = async ({ v1, v2, group, outside, pass }: Given): Promise<void> => {
  const { bandwidth_id: bandwidth } = outside("createBandwidth", { size: 5 });
  const common = {
    scaling_policy_name: "p",
    scaling_policy_type: "RECURRENCE",
    scheduled_policy: SCHEDULE,
    description: "d",
  };
  const createOld = async (action: object): Promise<string> =>
    (
      await v1("POST", "scaling_policy", {
        ...common,
        scaling_group_id: group,
        scaling_policy_action: { operation: "ADD", ...action },
      })
    )["scaling_policy_id"] as string;
  const old = [await createOld({ instance_percentage: 10 }), await createOld({ instance_number: 1 })];
  const create = async (fields: object): Promise<string> =>
    (await v2("POST", "scaling_policy", { ...common, ...fields }))["scaling_policy_id"] as string;
  const ofBandwidth = await create({
    scaling_resource_type: "BANDWIDTH",
    scaling_resource_id: bandwidth,
    scaling_policy_action: { operation: "ADD", size: 1, limits: 100 },
  });
  const ofGroup = await create({
    scaling_resource_type: "SCALING_GROUP",
    scaling_resource_id: group,
    scaling_policy_action: { operation: "ADD", percentage: 10 },
  });
  await v1("PUT", `scaling_policy/${old[0] ?? ""}`, { cool_down_time: 1 });
  await v2("PUT", `scaling_policy/${ofBandwidth}`, { cool_down_time: 1 });
  await v1("POST", `scaling_policy/${ofBandwidth}/action`, { action: "execute" });
  pass();
  const refused = await create({
    scaling_policy_type: "ALARM",
    alarm_id: ALARM,
    scaling_resource_type: "BANDWIDTH",
    scaling_resource_id: bandwidth,
    scaling_policy_action: { operation: "ADD", size: 1, limits: 1 },
  });
  outside("raiseAlarm", { alarm_id: ALARM });
  for (const id of [ofBandwidth, refused]) await v1("GET", `scaling_policy_execute_log/${id}`);
  for (const id of old) await v1("GET", `scaling_policy/${id}`);
  await v1("GET", `scaling_policy/${group}/list`);
  for (const id of [ofBandwidth, ofGroup]) await v2("GET", `scaling_policy/${id}`);
  await v2("GET", `scaling_policy/${String(bandwidth)}/list`);
  await v2("GET", `scaling_policy/${group}/list`);
  await v2("GET", "scaling_policy");
};
