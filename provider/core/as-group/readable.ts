/** Reads arguments out of a recorded state, which may be old, partial, or hold live values out of an argument's range. */
import * as E from "fp-ts/Either";
import { partOf } from "../codec/structure";
import { argumentNames, members, type AsGroupArguments } from "./arguments";

/** Every argument that can be read by itself. What cannot be read is absent. */
export const readableArguments = (raw: unknown): Partial<AsGroupArguments> =>
  Object.assign(
    {},
    ...argumentNames.map((name) => {
      const one = partOf("recorded state", members, [name]).decode(raw);
      return E.isRight(one) ? one.right : {};
    }),
  ) as Partial<AsGroupArguments>;
