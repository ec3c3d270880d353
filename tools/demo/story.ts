import type { Act } from "./act";
import { equals, says, type Expectation } from "./expectation";
import { OTHER_SUBNET, SECURITY_GROUP, SUBNET, VPC } from "./scenery";
import { instancesInService, onlyGroup, zonesInUse } from "./world";

const succeeds = equals("pulumi succeeds", ({ exitCode }) => exitCode, 0);
const isRefused = equals("pulumi fails", ({ exitCode }) => exitCode !== 0, true);
const changesNothing = says("there is nothing to do", "2 unchanged");

const writes = (statement: string, count: number): Expectation =>
  equals(statement, ({ traffic }) => traffic.writes, count);
const writesNothing = writes("nothing is written to AS", 0);

const serving = (count: number, statement: string): Expectation =>
  equals(statement, ({ world }) => instancesInService(world), count);
const groups = (statement: string, count: number): Expectation =>
  equals(statement, ({ world }) => world.groups.length, count);
const cooldown = (seconds: number): Expectation =>
  equals(
    `the cooldown is ${seconds} seconds`,
    ({ world }) => onlyGroup(world)?.document.cool_down_time,
    seconds,
  );

/** The life of an AS group. */
export const story = (configurationId: string): readonly Act[] => [
  {
    title: "three instances come up",
    told:
      "The program in demo/index.ts declares an AS group of three instances in two zones. Pulumi creates it and\n" +
      "waits until all three are in service, which takes about ten seconds.",
    run: [
      {
        deed: {
          _tag: "Configure",
          values: { vpcId: VPC, subnetId: SUBNET, securityGroupId: SECURITY_GROUP, configurationId },
        },
        expectations: [],
      },
      {
        deed: { _tag: "RunEngine", command: "up" },
        expectations: [
          succeeds,
          groups("there is one AS group", 1),
          serving(3, "three instances are in service"),
          equals("they are spread over both zones", ({ world }) => zonesInUse(world), [
            "eu-de-01",
            "eu-de-02",
          ]),
          equals("the group is tagged", ({ world }) => onlyGroup(world)?.tags, { env: "prod" }),
        ],
      },
    ],
  },
  {
    title: "nothing changes",
    told: "The same program again. Pulumi compares it with the live group and finds no difference.",
    run: [
      {
        deed: { _tag: "RunEngine", command: "up" },
        expectations: [succeeds, changesNothing, writesNothing],
      },
    ],
  },
  {
    title: "an edit",
    told:
      "Five instances rather than three, and a shorter cooldown. Pulumi sends what differs, and waits until the new\n" +
      "instances are in service, which takes about ten seconds.",
    run: [
      { deed: { _tag: "Configure", values: { capacity: "5", cooldown: "120" } }, expectations: [] },
      {
        deed: { _tag: "RunEngine", command: "up" },
        expectations: [
          succeeds,
          says("one resource is updated", "1 updated"),
          writes("one call carries both changes", 1),
          serving(5, "five instances are in service"),
          cooldown(120),
        ],
      },
    ],
  },
  {
    title: "a change behind Pulumi's back",
    told:
      "Somebody renames the group and sets another cooldown by other means. The preview shows what differs from the\n" +
      "program, and up repairs it.",
    run: [
      {
        deed: {
          _tag: "ModifyOutside",
          fields: { scaling_group_name: "renamed-by-hand", cool_down_time: 900 },
        },
        expectations: [cooldown(900)],
      },
      {
        deed: { _tag: "RunEngine", command: "preview" },
        expectations: [
          succeeds,
          says("the preview shows the drift", "coolDownTime is 900, the program says 120"),
          says("the preview announces the repair", "1 to update"),
          writesNothing,
        ],
      },
      {
        deed: { _tag: "RunEngine", command: "up" },
        expectations: [
          succeeds,
          writes("one call carries both repairs", 1),
          cooldown(120),
          equals(
            "the group has its name again",
            ({ world }) => /^web-/.test(onlyGroup(world)?.name ?? ""),
            true,
          ),
        ],
      },
    ],
  },
  {
    title: "an edit that the group does not allow",
    told:
      "Another subnet, while the group is in service and has instances. AS would refuse that, so the preview does, and\n" +
      "explains why and what can be done. Then the edit is taken back.",
    run: [
      { deed: { _tag: "Configure", values: { subnetId: OTHER_SUBNET } }, expectations: [] },
      {
        deed: { _tag: "RunEngine", command: "preview" },
        expectations: [
          isRefused,
          says("it names the field", "networks cannot change on the group as it is now"),
          says("it tells the ways out", "What you can do: 1."),
          writesNothing,
        ],
      },
      { deed: { _tag: "Configure", values: { subnetId: SUBNET } }, expectations: [] },
      {
        deed: { _tag: "RunEngine", command: "preview" },
        expectations: [succeeds, changesNothing, writesNothing],
      },
    ],
  },
  {
    title: "destroy",
    told:
      "Pulumi lets AS release the instances, waits, deletes the group, and ends when the group is verified gone, which\n" +
      "takes about ten seconds.",
    run: [{ deed: { _tag: "RunEngine", command: "destroy" }, expectations: [succeeds] }],
  },
  {
    title: "nothing is left",
    told: "A last look at the simulator.",
    run: [
      {
        deed: { _tag: "Look" },
        expectations: [
          groups("no AS group is left", 0),
          equals("no ECS is left", ({ world }) => world.servers, []),
          equals("all five ECSs were deleted", ({ world }) => world.deletedServers.length, 5),
        ],
      },
    ],
  },
];
