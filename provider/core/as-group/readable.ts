/** Reads arguments out of a recorded state, which may be old, partial, or hold live values out of an argument's range. */
import { readableMembers } from "../codec/structure";
import { members, type AsGroupArguments } from "./arguments";

/** Every argument that can be read by itself. What cannot be read is absent. */
export const readableArguments: (raw: unknown) => Partial<AsGroupArguments> =
  readableMembers<AsGroupArguments>(members);
