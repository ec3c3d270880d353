/** What tests let become of single calls. */
import * as E from "fp-ts/Either";
import { unreachable } from "../../provider/core/error";
import type { Answer, Wire } from "./provider-process";

/** What becomes of a call. */
export type Fate = (send: () => Promise<Answer>) => Promise<Answer>;

/** An error of the service; nothing is carried out. */
export const refused =
  (status: number, code: string): Fate =>
  () =>
    Promise.resolve(
      E.right({ status, headers: {}, body: { error: { code, message: "a fault of this test" } } }),
    );

/** Carried out, but answered as if it had failed. */
export const doneBut =
  (fate: Fate): Fate =>
  async (send) => {
    await send();
    return fate(send);
  };

/** No answer arrives, however often the call is repeated. */
export const unanswered: Fate = () =>
  Promise.resolve(E.left(unreachable({ operation: "call", reason: "ECONNRESET", neverSent: false })));

/** The call is carried out, and something else has happened just before. */
export const precededBy =
  (happening: () => unknown): Fate =>
  (send) => {
    happening();
    return send();
  };

/** The connection is never made. */
export const neverSent: Fate = () =>
  Promise.resolve(E.left(unreachable({ operation: "call", reason: "ECONNREFUSED", neverSent: true })));

/** The call is carried out, and something else happens right afterwards. */
export const followedBy =
  (happening: () => unknown): Fate =>
  async (send) => {
    const answer = await send();
    happening();
    return answer;
  };

/** Gives calls of one operation, such as `modify AS group`, their fates in turn; all others are sent. */
export const fated = (operation: string, ...fates: readonly Fate[]): Wire => {
  const left = [...fates];
  return (request, send) => {
    const fate = request.operation === operation ? left.shift() : undefined;
    return fate === undefined ? send() : fate(send);
  };
};
