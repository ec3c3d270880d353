/** Tags as the API shows them. */
import type { Group } from "../model";
import type { World } from "../world";

/** A tag of a group. */
export interface TagDocument {
  readonly key: string;
  readonly value: string;
}

export const tagDocuments = ({ tags }: Group): TagDocument[] =>
  [...tags].map(([key, value]) => ({ key, value }));

/** The tags of one group. */
export function groupTags(world: World, group: Group): object {
  const systemTags = world.variants.nullness === "absent" ? {} : { sys_tags: null };
  return { tags: tagDocuments(group), ...systemTags };
}

/** Every key in use and its values. */
export function projectTags(world: World): object {
  const values = new Map<string, Set<string>>();
  for (const { key, value } of [...world.groups.values()].flatMap(tagDocuments)) {
    values.set(key, (values.get(key) ?? new Set()).add(value));
  }
  return { tags: [...values].map(([key, used]) => ({ key, values: [...used] })) };
}
