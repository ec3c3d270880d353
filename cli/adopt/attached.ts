/** Declarations of what is attached to a group: any kind whose fields are described by a table. */
import { checkResource } from "../../provider/core/resource/check";
import type { OwnArguments } from "../../provider/core/resource/arguments";
import type { ResourceField } from "../../provider/core/resource/field";
import { hookId } from "../../provider/core/lifecycle-hook/id";
import type { LifecycleHook } from "../../provider/core/lifecycle-hook/model";
import type { AsPolicy } from "../../provider/core/as-policy/model";
import { asPolicyKind } from "../../provider/service/as-policy/kind";
import { notificationId } from "../../provider/core/as-notification/id";
import type { AsNotification } from "../../provider/core/as-notification/model";
import { asNotificationKind } from "../../provider/service/as-notification/kind";
import { lifecycleHookKind } from "../../provider/service/lifecycle-hook/kind";
import type { Kind } from "../../provider/service/resource/kind";
import { accepted, ANY_URN, argumentsOf } from "./arguments";
import { type Declaration, PROTECTED } from "./declaration";

type Identity = Pick<Declaration, "resource" | "id" | "name">;

/** Every field that the live object has a value for, in the order of the kind's table. */
const declare = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  identity: Identity,
  live: Live,
): Declaration => {
  const fields = Object.entries(kind.fields) as readonly (readonly [string, ResourceField<never, Live>])[];
  const values = Object.fromEntries(fields.map(([name, field]) => [name, field.live(live)]));
  const { args, notes, lacking } = accepted(
    kind.table.members,
    argumentsOf(kind.table.names, values),
    (given) => checkResource(kind, {}, { ...given, selfUrn: ANY_URN }, 0).failures,
  );
  return { ...identity, args, options: PROTECTED, notes, lacking, secrets: [] };
};

/** A policy of a group, whether version 1 or 2 of the API made it. */
export const declarePolicy = (policy: AsPolicy): Declaration =>
  declare(
    asPolicyKind,
    { resource: "AsPolicy", id: policy.scalingPolicyId, name: policy.scalingPolicyName },
    policy,
  );

/** A lifecycle hook of a group. */
export const declareHook = (scalingGroupId: string, hook: LifecycleHook): Declaration => {
  const live = { ...hook, scalingGroupId };
  return declare(
    lifecycleHookKind,
    { resource: "LifecycleHook", id: hookId(live), name: hook.lifecycleHookName },
    live,
  );
};

/** A topic that is told about events of a group. */
export const declareNotification = (scalingGroupId: string, notification: AsNotification): Declaration => {
  const live = { ...notification, scalingGroupId };
  return declare(
    asNotificationKind,
    {
      resource: "AsNotification",
      id: notificationId(live),
      name: notification.topicUrn.split(":").at(-1) ?? notification.topicUrn,
    },
    live,
  );
};
