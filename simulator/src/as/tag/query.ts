/** Groups by their tags. */
import type { Group } from "../model";
import { refuse } from "../refusal";
import { bodyObject, isGiven, oneOf, type JsonObject } from "../value";
import type { World } from "../world";
import { readCondition } from "./condition";
import { tagDocuments } from "./representation";

const HIGHEST_LIMIT = 1000;
const RESOURCE_DETAIL = "SCALING_GROUP_TAG";

const readAction = oneOf("AS.7049", "action", ["filter", "count"]);

/** Numbers are texts in this call. */
function number(value: unknown, fallback: number, lowest: number, highest: number, code: string): number {
  if (!isGiven(value)) return fallback;
  const parsed = typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : NaN;
  if (!(parsed >= lowest && parsed <= highest))
    throw refuse(code, `must be a number of at least ${lowest}, as text`);
  return parsed;
}

/** The offset counts; without it the marker, which is the id of the last group that was seen. */
function firstRow(body: JsonObject, groups: readonly Group[]): number {
  const { offset, marker } = body;
  if (isGiven(offset) || !isGiven(marker) || marker === "") return number(offset, 0, 0, Infinity, "AS.1067");
  const seen = groups.findIndex(({ id }) => id === marker);
  if (seen === -1) throw refuse("AS.1074", "marker is not the id of a group");
  return seen + 1;
}

const resourceDocument = (group: Group): object => ({
  resource_id: group.id,
  resource_detail: RESOURCE_DETAIL,
  tags: tagDocuments(group),
  resource_name: group.settings.scaling_group_name,
});

/** Carries out `{"action":"filter"|"count", …}`; the newest group comes first. */
export function queryByTags(world: World, requestBody: unknown): object {
  const body = bodyObject(requestBody);
  const action = readAction(body["action"]);
  const groups = [...world.groups.values()].reverse().filter(readCondition(body));
  if (action === "count") return { total_count: groups.length };
  const limit = number(body["limit"], HIGHEST_LIMIT, 1, HIGHEST_LIMIT, "AS.1002");
  const start = firstRow(body, groups);
  const rows = groups.slice(start, start + limit);
  return {
    resources: rows.map(resourceDocument),
    marker: rows.at(-1)?.id ?? null,
    total_count: groups.length,
  };
}
