/** Somebody changes who is told about a group. */
import { SCENES, type Scene } from "../notification/model";
import type { World } from "../world";
import { fieldsOf, groupOf, nonsense, textOf } from "./body";

const isScenes = (value: unknown): value is readonly Scene[] =>
  Array.isArray(value) && value.every((scene) => SCENES.some((known) => known === scene));

/** Tells a topic about these events from now on; without any, about none any more. */
export function setTopic(world: World, requestBody: unknown): void {
  const body = fieldsOf(requestBody, ["scaling_group_id", "topic_urn", "topic_scene"]);
  const { topics } = groupOf(world, body);
  const urn = textOf(body, "topic_urn");
  const { topic_scene: scenes = [] } = body;
  if (!isScenes(scenes)) throw nonsense(`topic_scene must be a list of ${SCENES.join(", ")}`);
  if (scenes.length === 0) topics.delete(urn);
  else topics.set(urn, scenes);
}
