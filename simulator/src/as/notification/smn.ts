/** Messages to SMN topics. Nobody is subscribed; the snapshot shows them. */
import { timestamp } from "../time";
import type { World } from "../world";
import type { Message } from "./model";

const TOPIC_URN = /^urn:smn:[\w-]+:[\w-]+:[\w-]+$/;

/** The form of the URNs of topics. */
export const isTopicUrn = (value: unknown): value is string =>
  typeof value === "string" && TOPIC_URN.test(value);

/** A topic is called by the last part of its URN. */
export const topicName = (urn: string): string => urn.slice(urn.lastIndexOf(":") + 1);

/** Sends a message, unless the topic is gone. */
export function publish(world: World, topicUrn: string, message: Message["message"]): void {
  if (!world.exists("topic", topicUrn)) return;
  world.messages.push({ topic_urn: topicUrn, time: timestamp(world.clock.now()), message });
}
