/** The batch call on instances: ADD, REMOVE, PROTECT, UNPROTECT. */
import type { Group } from "../model";
import { refuse } from "../refusal";
import { bodyObject, isGiven, oneOf, type JsonObject } from "../value";
import type { Variants } from "../variants";
import type { World } from "../world";
import { addBatch } from "./add";
import { protectBatch } from "./protect";
import { readInstanceDelete } from "./remove";
import { removeBatch } from "./remove-batch";

const HIGHEST_BATCH = 10;
const ACTIONS = ["ADD", "REMOVE", "PROTECT", "UNPROTECT"] as const;
type BatchAction = (typeof ACTIONS)[number];

const readAction = oneOf("AS.4018", "action", ACTIONS);

/** Code for a list without ids. */
const EMPTY: Readonly<Record<BatchAction, string>> = {
  ADD: "AS.4019",
  REMOVE: "AS.4013",
  PROTECT: "AS.4032",
  UNPROTECT: "AS.4032",
};

function readId(value: unknown): string {
  if (!isGiven(value)) throw refuse("AS.4017", "instances_id holds an empty entry");
  if (typeof value !== "string" || value === "") throw refuse("AS.4028", "instances_id holds an empty id");
  return value;
}

function readIds(body: JsonObject, action: BatchAction, { removalBatch }: Variants): readonly string[] {
  const ids = body["instances_id"];
  if (!Array.isArray(ids) || ids.length === 0) throw refuse(EMPTY[action], "instances_id must hold ids");
  const highest = action === "REMOVE" ? Number(removalBatch) : HIGHEST_BATCH;
  if (ids.length > highest) throw refuse("AS.4043", `at most ${highest} instances in one call`);
  return [...new Set(ids.map(readId))];
}

/** Carries out a batch call. */
export function batchInstances(world: World, group: Group, requestBody: unknown): void {
  const body = bodyObject(requestBody);
  const action = readAction(body["action"]);
  const ids = readIds(body, action, world.variants);
  switch (action) {
    case "ADD":
      addBatch(world, group, ids);
      return;
    case "REMOVE":
      removeBatch(world, group, ids, readInstanceDelete(body["instance_delete"]));
      return;
    case "PROTECT":
    case "UNPROTECT":
      protectBatch(world, group, ids, action === "PROTECT");
  }
}
