/**
 * The AS configurations that groups of this program are to have.
 *
 * At preview, a group still has its old configuration when an instance refresh of it is looked at. But `diff` of the
 * group comes first, in the same process: what it was told tells which instances will be old.
 */
import { perProcess } from "./process";

const expected = perProcess(() => new Map<string, string>());

/** Remembers the configuration that a group is to have; one that is not known yet is none of the present ones. */
export const expectConfiguration = (groupId: string, configuration: unknown): void => {
  if (typeof configuration === "string") expected().set(groupId, configuration);
};

/** The configuration that the group is to have, if this process was told. */
export const expectedConfiguration = (groupId: string): string | undefined => expected().get(groupId);
