/** What topics of a group can be told about. The documents do not name it; sister clouds of the same product do. */

/** Every event that a topic can ask for. */
export const SCENES = [
  "SCALING_UP",
  "SCALING_UP_FAIL",
  "SCALING_DOWN",
  "SCALING_DOWN_FAIL",
  "SCALING_GROUP_ABNORMAL",
] as const;
/** One of {@link SCENES}. */
export type Scene = (typeof SCENES)[number];

/** A message that was sent. Only the documented facts are in it; their names are the simulator's own. */
export interface Message {
  readonly topic_urn: string;
  readonly time: string;
  readonly message: Readonly<Record<string, unknown>>;
}
