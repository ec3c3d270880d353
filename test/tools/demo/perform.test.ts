import { EventEmitter } from "node:events";
import { describe, expect, test } from "vitest";
import type { Act } from "../../../tools/demo/act";
import type { Administration } from "../../../tools/demo/administration";
import { equals } from "../../../tools/demo/expectation";
import { watchForInterruption } from "../../../tools/demo/interruption";
import { createNarrator } from "../../../tools/demo/narrator";
import { perform, type Stage } from "../../../tools/demo/perform";
import type { Traffic } from "../../../tools/demo/traffic";
import type { Run, RunningCommand } from "../../../tools/engine/stack";
import { EMPTY, group } from "./seen";

const COMMAND: Run = { exitCode: 0, stdout: "", stderr: "", output: "", seconds: 0 };

/** A stage on which every run of the engine costs three calls, one of them a write. */
function prepare(changes: Partial<Administration> = {}) {
  let traffic: Traffic = { calls: 0, writes: 0 };
  let told = "";
  const configured: Readonly<Record<string, string>>[] = [];
  const started: string[] = [];
  const interruption = watchForInterruption(false, new EventEmitter());
  const stage: Stage = {
    stack: {
      setConfig: (values) => {
        configured.push(values);
        return Promise.resolve();
      },
      start: (command, args = []): RunningCommand => {
        started.push([command, ...args].join(" "));
        traffic = { calls: traffic.calls + 3, writes: traffic.writes + 1 };
        const ignore = (): undefined => undefined;
        return {
          done: Promise.resolve(COMMAND),
          output: () => "",
          kill: ignore,
          killTree: () => Promise.resolve(),
          tree: () => Promise.resolve([]),
        };
      },
    },
    administration: {
      address: "http://simulator",
      look: () => Promise.resolve({ ...EMPTY, groups: [group()] }),
      traffic: () => Promise.resolve(traffic),
      seedConfiguration: () => Promise.resolve("configuration-1"),
      modifyGroup: () => Promise.resolve(),
      ...changes,
    },
    narrator: createNarrator((text) => {
      told += text;
    }, false),
    interruption,
  };
  return { stage, configured, started, told: () => told };
}

const up: Act = {
  title: "up",
  told: "It comes up.",
  run: [
    { deed: { _tag: "Configure", values: { capacity: "5" } }, expectations: [] },
    {
      deed: { _tag: "RunEngine", command: "up" },
      expectations: [equals("one write", ({ traffic }) => traffic.writes, 1)],
    },
  ],
};

describe("performing the story", () => {
  test("carries out the deeds and counts the calls of each act", async () => {
    const { stage, configured, started } = prepare();
    const results = await perform([up, up], stage);
    expect(results.map(({ title, asTold, traffic }) => ({ title, asTold, traffic }))).toEqual([
      { title: "up", asTold: true, traffic: { calls: 3, writes: 1 } },
      { title: "up", asTold: true, traffic: { calls: 3, writes: 1 } },
    ]);
    expect(configured).toEqual([{ capacity: "5" }, { capacity: "5" }]);
    expect(started).toEqual(["up", "up"]);
  });

  test("goes on after an expectation that was not met", async () => {
    const { stage, told, started } = prepare();
    const disappointing: Act = {
      title: "destroy",
      told: "It goes.",
      run: [
        {
          deed: { _tag: "RunEngine", command: "destroy" },
          expectations: [
            equals("no write", ({ traffic }) => traffic.writes, 0),
            equals("pulumi succeeds", ({ exitCode }) => exitCode, 0),
          ],
        },
      ],
    };
    const results = await perform([disappointing, up], stage);
    expect(results.map(({ asTold }) => asTold)).toEqual([false, true]);
    expect(started).toEqual(["destroy", "up"]);
    expect(told()).toContain("  ✘ no write: expected 0, saw 1\n  ✔ pulumi succeeds\n");
  });

  test("ends an act whose deed cannot be done, and goes on with the next act", async () => {
    const refused = new Error("no such group");
    const { stage, told, started } = prepare({ modifyGroup: () => Promise.reject(refused) });
    const outside: Act = {
      title: "outside",
      told: "Somebody changes it.",
      run: [
        { deed: { _tag: "ModifyOutside", fields: { cool_down_time: 900 } }, expectations: [] },
        { deed: { _tag: "RunEngine", command: "preview" }, expectations: [] },
      ],
    };
    const results = await perform([outside, up], stage);
    expect(results.map(({ asTold }) => asTold)).toEqual([false, true]);
    expect(started).toEqual(["up"]);
    expect(told()).toContain("✘ the act can be performed: no such group");
  });

  test("changes the group that there is", async () => {
    const changes: unknown[] = [];
    const { stage } = prepare({
      modifyGroup: (fields) => {
        changes.push(fields);
        return Promise.resolve();
      },
    });
    const deed = { _tag: "ModifyOutside", fields: { cool_down_time: 900 } } as const;
    await perform([{ title: "outside", told: "", run: [{ deed, expectations: [] }] }], stage);
    expect(changes).toEqual([{ scaling_group_id: "group-1", cool_down_time: 900 }]);
  });

  test("ends the story when it was interrupted", async () => {
    const { stage, started } = prepare();
    const interrupted: Stage = {
      ...stage,
      interruption: {
        ...stage.interruption,
        check: () => {
          throw new Error("interrupted");
        },
      },
    };
    await expect(perform([up, up], interrupted)).rejects.toThrow("interrupted");
    expect(started).toEqual([]);
  });
});
