/** Where a component stands. */

const SEPARATOR = "::";
const WITHIN = "$";
/** What has no parent belongs to the stack, which is left out of URNs. */
const STACK = "pulumi:pulumi:Stack";

/**
 * The URN of what a resource belongs to, but for its name, which is not in the URN of the resource and which URNs of
 * children do not hold either.
 *
 * @param urn `urn:pulumi:<stack>::<project>::<types, from the outermost>::<name>`
 */
export function outerUrn(urn: string): string {
  const [stack = "", project = "", types = "", ...name] = urn.split(SEPARATOR);
  const end = types.lastIndexOf(WITHIN);
  return [stack, project, end < 0 ? STACK : types.slice(0, end), ...name].join(SEPARATOR);
}
