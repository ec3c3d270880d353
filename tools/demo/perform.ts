import type { Stack } from "../engine/stack";
import type { Act, ActResult, Scene } from "./act";
import type { Administration } from "./administration";
import { commandLine, type Deed } from "./deed";
import { judge, type Seen } from "./expectation";
import type { Interruption } from "./interruption";
import type { Narrator } from "./narrator";
import { trafficSince } from "./traffic";
import { describeWorld, onlyGroup } from "./world";

/** Everything that acts act upon. */
export interface Stage {
  readonly stack: Pick<Stack, "setConfig" | "start">;
  readonly administration: Administration;
  readonly narrator: Narrator;
  readonly interruption: Interruption;
}

/**
 * Performs all acts, also after one has failed: the later ones clean up.
 *
 * @throws Interrupted when the demo was asked to end
 */
export async function perform(story: readonly Act[], stage: Stage): Promise<readonly ActResult[]> {
  const results: ActResult[] = [];
  for (const act of story) {
    stage.narrator.heading(act, results.length + 1, story.length);
    results.push(await performAct(act, stage));
  }
  return results;
}

async function performAct({ title, run }: Act, stage: Stage): Promise<ActResult> {
  const start = Date.now();
  const before = await stage.administration.traffic();
  const asTold = await performScenes(run, stage);
  return {
    title,
    asTold,
    traffic: trafficSince(before, await stage.administration.traffic()),
    seconds: (Date.now() - start) / 1000,
  };
}

/** Returns whether every expectation was met; a deed that cannot be done ends the act. */
async function performScenes(scenes: readonly Scene[], stage: Stage): Promise<boolean> {
  let asTold = true;
  try {
    for (const { deed, expectations } of scenes) {
      const verdicts = judge(expectations, await performDeed(deed, stage));
      for (const verdict of verdicts) {
        stage.narrator.verdict(verdict);
        asTold &&= verdict.contradiction === undefined;
      }
    }
    return asTold;
  } catch (error) {
    stage.interruption.check();
    const contradiction = error instanceof Error ? error.message : String(error);
    stage.narrator.verdict({ statement: "the act can be performed", contradiction });
    return false;
  }
}

async function performDeed(deed: Deed, stage: Stage): Promise<Seen> {
  const { administration, narrator, interruption } = stage;
  interruption.check();
  const before = await administration.traffic();
  const groupId = onlyGroup(await administration.look())?.id ?? "";
  narrator.command(commandLine(deed, { administration: administration.address, groupId }));
  const { exitCode, output } = await carryOut(deed, groupId, stage);
  return {
    exitCode,
    output,
    traffic: trafficSince(before, await administration.traffic()),
    world: await administration.look(),
  };
}

async function carryOut(
  deed: Deed,
  groupId: string,
  { stack, administration, narrator, interruption }: Stage,
): Promise<Pick<Seen, "exitCode" | "output">> {
  const done = { exitCode: 0, output: "" };
  switch (deed._tag) {
    case "Configure":
      await stack.setConfig(deed.values);
      return done;
    case "RunEngine":
      return await interruption.watch(
        stack.start(deed.command, narrator.coloured ? ["--color", "always"] : []),
      );
    case "ModifyOutside":
      await administration.modifyGroup({ scaling_group_id: groupId, ...deed.fields });
      return done;
    case "Look":
      narrator.output(describeWorld(await administration.look()));
      return done;
  }
}
