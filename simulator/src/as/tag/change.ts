/** Creating and deleting the tags of a group. */
import type { Group } from "../model";
import { refuse } from "../refusal";
import { bodyObject, isGiven, isObject, oneOf } from "../value";
import type { Variants } from "../variants";
import type { World } from "../world";

const HIGHEST_TAGS = 10;
const LONGEST_KEY = 36;
const LONGEST_VALUE = 43;

const readAction = oneOf("AS.7049", "action", ["create", "delete"]);

function checkCharacters(text: string, { tagAt }: Variants): void {
  const allowed = tagAt === "accept" ? /^[\w@-]*$/ : /^[\w-]*$/;
  if (!allowed.test(text)) throw refuse("AS.7046", "tags hold letters, digits, hyphens and underscores only");
}

function readKey(value: unknown, variants: Variants): string {
  if (!isGiven(value) || value === "") throw refuse("AS.7062", "the key of a tag must be given");
  if (typeof value !== "string") throw refuse("AS.7046", "the key of a tag must be a text");
  if (value.length > LONGEST_KEY) throw refuse("AS.7063", `a key has at most ${LONGEST_KEY} characters`);
  checkCharacters(value, variants);
  return value;
}

function readValue(value: unknown, variants: Variants): string {
  if (!isGiven(value) || (value === "" && variants.emptyTagValue === "refuse")) {
    throw refuse("AS.7061", "the value of a tag must be given");
  }
  if (typeof value !== "string") throw refuse("AS.7046", "the value of a tag must be a text");
  if (value.length > LONGEST_VALUE)
    throw refuse("AS.7047", `a value has at most ${LONGEST_VALUE} characters`);
  checkCharacters(value, variants);
  return value;
}

type Tag = readonly [key: string, value: string];

function readTags(value: unknown, needsValues: boolean, variants: Variants): readonly Tag[] {
  if (!Array.isArray(value) || value.length === 0) throw refuse("AS.7044", "tags must be given");
  const tags = value.map((tag): Tag => {
    if (!isObject(tag)) throw refuse("AS.7046", "a tag must be an object");
    const key = readKey(tag["key"], variants);
    return [key, needsValues ? readValue(tag["value"], variants) : ""];
  });
  if (new Set(tags.map(([key]) => key)).size < tags.length) throw refuse("AS.7050", "a key is given twice");
  return tags;
}

/** The ECSs that follow a change of tags, see the variant `tagSpread`. */
function followers({ instances }: Group, { tagSpread }: Variants): Map<string, string>[] {
  if (tagSpread === "new") return [];
  return instances.flatMap(({ madeFrom, server }) =>
    madeFrom === null || server === null ? [] : [server.tags],
  );
}

/** Carries out `{"action":"create"|"delete","tags"}`; an existing key gets the new value. */
export function changeTags(world: World, group: Group, requestBody: unknown): void {
  const body = bodyObject(requestBody);
  const creates = readAction(body["action"]) === "create";
  const tags = readTags(body["tags"], creates, world.variants);
  const holders = [group.tags, ...followers(group, world.variants)];
  if (!creates) {
    for (const holder of holders) for (const [key] of tags) holder.delete(key);
    return;
  }
  const { size } = new Set([...group.tags.keys(), ...tags.map(([key]) => key)]);
  if (size > HIGHEST_TAGS) throw refuse("AS.7045", `a group has at most ${HIGHEST_TAGS} tags`);
  for (const holder of holders) for (const [key, value] of tags) holder.set(key, value);
}
