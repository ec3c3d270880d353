/**
 * When two templates of instances mean the same.
 *
 * An AS configuration never changes, so what this package created itself is compared with what it recorded; the live
 * one is looked at where there is no record: after an interrupted create, and when one is adopted.
 */
import { canonical } from "../canonical";
import type { InstanceConfigArguments } from "./instance-config";
import type { Disk, InstanceConfig, InstanceConfigRequest } from "./model";
import { requestOf } from "./request";

/** The key of the password among the metadata that are sent. */
export const PASSWORD = "admin_pass";

const diskForm = ({ metadata, ...disk }: Disk): unknown => ({
  ...disk,
  ...(metadata?.systemEncrypted === true ? { metadata } : {}),
});

const sorted = (groups: readonly { readonly id: string }[] = []): readonly string[] =>
  groups.map(({ id }) => id).sort();

const byPath = (files: InstanceConfigRequest["personality"] = []): unknown =>
  Object.fromEntries(files.map(({ path, content }) => [path, content]));

/** What requests and live templates have in common. */
type Template = Partial<Omit<InstanceConfig, "keyFingerprint">>;

interface TemplateForm extends Readonly<Record<string, unknown>> {
  readonly metadata: Readonly<Record<string, string>>;
}

/** A template in the one form in which templates that mean the same are equal. */
const formOf = (request: Template): TemplateForm => ({
  ...request,
  disk: request.disk?.map(diskForm),
  personality: byPath(request.personality),
  metadata: request.metadata ?? {},
  securityGroups: sorted(request.securityGroups),
});

/** The template of a program in the form in which templates that mean the same are equal. */
export const templateForm = (config: InstanceConfigArguments): TemplateForm => formOf(requestOf(config));

/** Two templates of programs mean the same. */
export const sameArguments = (
  one: InstanceConfigArguments | undefined,
  other: InstanceConfigArguments | undefined,
): boolean => canonical(templateForm(one ?? {})) === canonical(templateForm(other ?? {}));

/** What the service does not tell, or not for sure. */
const untold = new Set(["instanceId", "marketType", "multiFlavorPriorityPolicy"]);

/**
 * The live template is one that this request makes. The password is not told by the service and counts as equal.
 *
 * @param inherits what the request does not say was taken from an ECS or from another configuration
 */
export const isMadeBy = (
  request: InstanceConfigRequest,
  live: InstanceConfig,
  inherits: boolean,
): boolean => {
  const { [PASSWORD]: _, ...metadata } = request.metadata ?? {};
  const wanted = formOf({ ...request, metadata });
  const found = formOf(live);
  const given = Object.keys(request);
  const names = inherits
    ? given
    : [...given, "keyName", "personality", "publicIp", "userData", "metadata", "securityGroups"];
  return names.every((name) => {
    if (untold.has(name) && (wanted[name] === undefined || found[name] === undefined)) return true;
    return canonical(wanted[name]) === canonical(found[name]);
  });
};
