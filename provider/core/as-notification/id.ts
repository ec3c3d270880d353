/** The id of a notification in Pulumi: the service knows it by its group and the URN of its topic. */

/** The two parts. */
export interface NotificationKey {
  readonly scalingGroupId: string;
  readonly topicUrn: string;
}

/** Such as `77a7a397-…/urn:smn:eu-de:…:alerts`. */
export const notificationId = ({ scalingGroupId, topicUrn }: NotificationKey): string =>
  `${scalingGroupId}/${topicUrn}`;

/** The parts of an id; none of what has another form. */
export const notificationKeyOf = (id: string): NotificationKey | undefined => {
  const [scalingGroupId = "", topicUrn = "", ...more] = id.split("/");
  return scalingGroupId === "" || topicUrn === "" || more.length > 0
    ? undefined
    : { scalingGroupId, topicUrn };
};
