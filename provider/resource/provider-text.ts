/**
 * The provider of a resource, as every state holds it. Frozen: refresh and destroy run this text, however old the state
 * is. The implementation is loaded by the package's name, so a newer version serves older states.
 *
 * @param handlers name of the resource's handlers among those that the subpath `provider` exports
 */
export const providerText = (
  handlers:
    | "asConfiguration"
    | "asGroup"
    | "asNotification"
    | "asPolicy"
    | "blueGreenSwitch"
    | "instanceAttachment"
    | "instanceProtection"
    | "instanceRefresh"
    | "lifecycleHook",
): string => `exports.handler = () => require("pulumi-otc-autoscaling/provider").${handlers}`;
