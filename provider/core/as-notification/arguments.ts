/** The arguments of a notification. */
import type { CheckFailure } from "../check/failure";
import { list } from "../codec/list";
import { id, oneOf, text } from "../codec/scalar";
import { required } from "../codec/structure";
import { argumentTable, type OwnArguments, ownMembers } from "../resource/arguments";
import { type TopicScene, topicScenes } from "./model";

/** The decoded arguments. */
export interface AsNotificationArguments extends OwnArguments {
  readonly scalingGroupId: string;
  readonly topicUrn: string;
  readonly topicScene: readonly TopicScene[];
}

/** The table. */
export const asNotificationTable = argumentTable<AsNotificationArguments>(
  "an object with the arguments of a notification",
  {
    ...ownMembers,
    scalingGroupId: required(id("the id of an AS group")),
    topicUrn: required(
      text((value) => /^urn:smn:[^\s/]+$/.test(value), "the URN of an SMN topic, which begins with urn:smn:"),
    ),
    topicScene: required(
      list(oneOf(...topicScenes), 1, topicScenes.length, `a list of 1 to ${topicScenes.length} events`),
    ),
  },
);

/** No event is named twice. */
export const repeatedScenes = (scenes: readonly TopicScene[]): readonly CheckFailure[] =>
  scenes.flatMap((scene, index) => {
    const first = scenes.indexOf(scene);
    const property = `topicScene[${index}]`;
    return first === index
      ? []
      : [{ property, reason: `${property} repeats topicScene[${first}], ${scene}` }];
  });
