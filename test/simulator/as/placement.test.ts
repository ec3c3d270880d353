import { describe, expect, test } from "vitest";
import { chooseZone, type PlacementFacts } from "../../../simulator/src/as/scaling/placement";
import {
  createGroup,
  createRunningGroup,
  instancesOf,
  ONE_ACTION,
  startService,
  type TestService,
} from "./support/service";

const zones = ["a", "b", "c"];
const everywhere = (): boolean => true;

function choices(count: number, facts: PlacementFacts): (string | undefined)[] {
  const occupied = [...facts.occupied];
  return Array.from({ length: count }, () => {
    const zone = chooseZone({ ...facts, occupied });
    if (zone !== undefined) occupied.push(zone);
    return zone;
  });
}

describe("choosing an AZ", () => {
  const balanced = { policy: "EQUILIBRIUM_DISTRIBUTE", zones: ["a", "b"], offers: everywhere } as const;

  test("2 + 2 and four more become 4 + 4", () => {
    expect(choices(4, { ...balanced, occupied: ["a", "a", "b", "b"] })).toEqual(["a", "b", "a", "b"]);
  });

  test("2 + 1 and five more become 4 + 4", () => {
    expect(choices(5, { ...balanced, occupied: ["a", "a", "b"] })).toEqual(["b", "a", "b", "a", "b"]);
  });

  test("an AZ that lacks the flavour is skipped, even if the result is unbalanced", () => {
    const facts = { ...balanced, zones, occupied: [], offers: (zone: string) => zone !== "b" };
    expect(choices(3, facts)).toEqual(["a", "c", "a"]);
  });

  test("PICK_FIRST takes the first AZ of the list that has the flavour", () => {
    const facts = { policy: "PICK_FIRST", zones: ["c", "a"], occupied: ["c"], offers: everywhere } as const;
    expect(choices(2, facts)).toEqual(["c", "c"]);
    expect(choices(1, { ...facts, offers: (zone) => zone !== "c" })).toEqual(["a"]);
  });

  test("there is none when the flavour is sold out everywhere", () => {
    expect(chooseZone({ ...balanced, occupied: [], offers: () => false })).toBeUndefined();
  });
});

const zonesOf = (service: TestService): string[] =>
  service.snapshot().groups[0]!.instances.map((it) => it.zone);

describe("instances of a group", () => {
  test("are spread over its AZs", async () => {
    const service = startService();
    await createRunningGroup(service, 4, { available_zones: ["eu-de-03", "eu-de-01"] });
    expect(zonesOf(service).sort()).toEqual(["eu-de-01", "eu-de-01", "eu-de-03", "eu-de-03"]);
  });

  test("use the next flavour of the configuration where the first is sold out", async () => {
    const service = startService();
    service.outside("sellOutFlavour", { flavour: "first", zones: ["eu-de-01"] });
    const { scaling_configuration_id } = service.outside("seedConfiguration", {
      instance_config: { flavorRef: "first,second" },
    });
    await createRunningGroup(service, 2, {
      scaling_configuration_id,
      available_zones: ["eu-de-01", "eu-de-02"],
    });
    const servers = service
      .snapshot()
      .groups[0]!.instances.map(({ server }) => [server!.zone, server!.flavour]);
    expect(servers).toEqual([
      ["eu-de-01", "second"],
      ["eu-de-02", "first"],
    ]);
  });

  test("get the tags that the group has when they are made, and the VPC of the group", async () => {
    const service = startService();
    const id = await createGroup(service, { desire_instance_number: 1 });
    service.outside("setTags", { scaling_group_id: id, tags: { env: "prod" } });
    service.outside("resumeGroup", { scaling_group_id: id });
    service.advance(ONE_ACTION);
    service.outside("setTags", { scaling_group_id: id, tags: { env: "test" } });
    const [group] = service.snapshot().groups;
    expect(group!.tags).toEqual({ env: "test" });
    expect(group!.instances[0]!.server).toMatchObject({
      tags: { env: "prod" },
      vpcId: group!.document["vpc_id"],
      status: "ACTIVE",
    });
    expect(await instancesOf(service, id)).toHaveLength(1);
  });
});
