/** The SMN topics of a group. The documents give names, paths and permissions; bodies are those of sister clouds. */
import { checkNotDeleting } from "../group/status";
import type { Group } from "../model";
import { AsRefusal, refuse } from "../refusal";
import { bodyObject, isGiven, list, oneOf } from "../value";
import type { World } from "../world";
import { SCENES, type Scene } from "./model";
import { isTopicUrn, topicName } from "./smn";

const HIGHEST_TOPICS = 5;
const readScenes = list("AS.0022", "topic_scene", oneOf("AS.0022", "topic_scene", SCENES));

const topicDocument = (urn: string, scenes: readonly Scene[]): object => ({
  topic_urn: urn,
  topic_scene: scenes,
  topic_name: topicName(urn),
});

/** Tells a topic about events from now on, instead of those that it was told about. AS.0022, AS.7043. */
export function setTopic(world: World, group: Group, requestBody: unknown): object {
  const { topic_urn: urn, topic_scene: given } = bodyObject(requestBody);
  if (!isTopicUrn(urn)) throw refuse("AS.7043", "topic_urn must be the URN of an SMN topic");
  const scenes = isGiven(given) ? [...new Set(readScenes(given))] : [];
  if (scenes.length === 0) throw refuse("AS.0022", "topic_scene must hold events");
  if (!world.exists("topic", urn)) throw refuse("AS.7043", `SMN topic ${urn} does not exist`);
  checkNotDeleting(group, world.variants);
  if (!group.topics.has(urn) && group.topics.size >= HIGHEST_TOPICS) {
    throw refuse("AS.0022", `an AS group has at most ${HIGHEST_TOPICS} topics`);
  }
  group.topics.set(urn, scenes);
  return topicDocument(urn, scenes);
}

/** All topics of a group. */
export const listTopics = ({ topics }: Group): { readonly topics: readonly object[] } => ({
  topics: [...topics].map(([urn, scenes]) => topicDocument(urn, scenes)),
});

/** A topic is told nothing any more. */
export function deleteTopic(world: World, group: Group, urn: string): void {
  checkNotDeleting(group, world.variants);
  if (!group.topics.delete(urn)) throw new AsRefusal(404, "AS.0007", `the AS group has no topic ${urn}`);
}
