import { describe, expect, it } from "vitest";
import type { Args } from "../e2e/support/group-args";
import { configurationArgs } from "../support/configuration-args";
import { openStack } from "../support/engine";
import type { Kind } from "../support/provider-process";
import { simulated, type World } from "../support/simulated";
import { doneBut, refused, unanswered, type Fate } from "../support/wires";
import { configurations } from "./support/configurations";

interface Case {
  readonly kind: Kind;
  readonly title: string;
  readonly create: string;
  readonly lists: readonly string[];
  readonly args: (world: World) => Args;
  readonly objects: (world: World) => readonly unknown[];
}

/** A bandwidth is there without a group. */
const uplink = ({ simulator }: World): Args => ({
  scalingResourceId: (simulator.admin.outside("createBandwidth", {}) as { bandwidth_id: string })
    .bandwidth_id,
  scalingResourceType: "BANDWIDTH",
  scalingPolicyType: "ALARM",
  alarmId: "al1700000000001abcDEF12Z",
});

const cases: readonly Case[] = [
  {
    kind: "asGroup",
    title: "AS group",
    create: "create AS group",
    lists: ["list AS groups"],
    args: (world) => world.args(),
    objects: (world) => world.groups(),
  },
  {
    kind: "asPolicy",
    title: "AS policy",
    create: "create AS policy",
    lists: ["list AS policies", "list AS policies of a resource"],
    args: (world) => uplink(world),
    objects: ({ simulator }) => simulator.admin.snapshot().policies,
  },
  {
    kind: "asConfiguration",
    title: "AS configuration",
    create: "create AS configuration",
    lists: ["list AS configurations"],
    args: () => configurationArgs(),
    objects: configurations,
  },
];

describe.each(cases)(
  "the create of an $title where none may be listed",
  ({ kind, title, create, lists, args, objects }) => {
    const created = async (fate: Fate) => {
      const world = await simulated();
      const stack = openStack(world, "dev", kind);
      const program = args(world);
      let sent = 0;
      stack.onCalls((request, send) => {
        if (lists.includes(request.operation)) return refused(403, "AS.0011")(send);
        if (request.operation !== create) return send();
        sent += 1;
        return fate(send);
      });
      const { failure } = await stack.up(program);
      return { failure, sent, left: objects(world).length, recorded: stack.recorded() };
    };

    it("succeeds when it is answered", async () => {
      expect(await created((send) => send())).toMatchObject({ failure: undefined, sent: 1, left: 1 });
    });

    it.each([
      ["was carried out and not answered", doneBut(unanswered), 1],
      ["was not carried out and not answered", unanswered, 0],
      ["was carried out and answered with an error of the server", doneBut(refused(500, "AS.0001")), 1],
    ])("is not repeated when it %s, and the failure says what to do", async (_, fate, left) => {
      const ended = await created(fate);
      expect(ended).toMatchObject({ sent: 1, left, recorded: undefined });
      expect(ended.failure).toContain(
        `no usable answer came to the create call, and this user may not list any ${title}: nobody can tell whether it has been created`,
      );
      expect(ended.failure).toContain("if it is there, delete it, or take it over with adoptId");
    });
  },
);
