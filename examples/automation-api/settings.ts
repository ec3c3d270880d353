import type { ConfigMap } from "@pulumi/pulumi/automation";

/** `name=value …`; a value may hold further equals signs. */
export function settingsOf(args: readonly string[]): ConfigMap {
  const pairs = args.map((setting) => {
    const at = setting.indexOf("=");
    if (at < 1) throw new Error(`a setting is name=value, not: ${setting}`);
    return [setting.slice(0, at), { value: setting.slice(at + 1) }];
  });
  return Object.fromEntries(pairs) as ConfigMap;
}
