/** One session for a whole process: signed in once, renewed once when it is refused or about to end. */
import * as E from "fp-ts/Either";
import type { TaskEither } from "fp-ts/TaskEither";
import type { AsError } from "../../core/error";
import type { Session, SignIn } from "./session";

/** A session is renewed this long before it ends, so that no request starts with one that ends under way. */
const RENEW_AHEAD_MS = 5 * 60_000;

/** The session in force. */
export interface Sessions {
  readonly current: TaskEither<AsError, Session>;
  /** The session after this one was refused. Any number of callers with the same one cause one renewal. */
  readonly after: (refused: Session) => TaskEither<AsError, Session>;
}

/**
 * A failure that another attempt may not share. Refused credentials are not asked for again: a few attempts
 * more and the service locks the user out.
 */
const mayPass = (error: AsError): boolean => error._tag === "Unreachable" || error._tag === "Refused";

/** Holds one session, shared by all callers. */
export const keepSession = (signIn: SignIn, now: () => number): Sessions => {
  let held: Promise<E.Either<AsError, Session>> | undefined;

  const start = (): Promise<E.Either<AsError, Session>> => {
    const attempt = signIn().then((result) => {
      if (E.isLeft(result) && mayPass(result.left)) held = undefined;
      return result;
    });
    held = attempt;
    return attempt;
  };

  /** The held session, or a new one if that one is `stale` and nobody has begun to renew it. */
  const unless = async (stale: (session: Session) => boolean): Promise<E.Either<AsError, Session>> => {
    const attempt = held ?? start();
    const result = await attempt;
    if (E.isLeft(result) || !stale(result.right)) return result;
    return held === attempt || held === undefined ? start() : held;
  };

  const endsSoon = ({ expiresAt }: Session): boolean =>
    expiresAt !== undefined && expiresAt - now() < RENEW_AHEAD_MS;

  return {
    current: () => unless(endsSoon),
    after: (refused) => () => unless((session) => session === refused),
  };
};
