/** The IAM v3 answer to a sign-in: who signed in, for which project, and where its services are. */
import * as t from "io-ts";
import { type Decoder, decoder } from "../../core/codec/decoder";
import { catalogService, project } from "./iam-account";
import { type Decoded, list, object, optional } from "./wire";

/** A time, as milliseconds. */
const time: Decoder<number> = decoder("a time such as 2026-01-31T12:00:00.000000Z", (input, context) => {
  const milliseconds = typeof input === "string" ? Date.parse(input) : Number.NaN;
  return Number.isNaN(milliseconds) ? t.failure(input, context) : t.success(milliseconds);
});

/** The body of a token answer. The project is absent when the token is not scoped to one. */
export const iamTokenAnswer = object("an object with a token", {
  token: object("a token", {
    expiresAt: time,
    issuedAt: optional(time),
    project: optional(project),
    catalog: list(catalogService),
  }),
});

/** What a token answer says about the token. */
export type IamToken = Decoded<typeof iamTokenAnswer>["token"];
