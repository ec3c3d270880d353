/**
 * A provider as the engine starts it, without a process of its own: the real handlers, client and HTTP, but on the
 * simulator's time, with messages kept instead of sent, and with a hold on every call.
 */
import type { Either } from "fp-ts/Either";
import type { TaskEither } from "fp-ts/TaskEither";
import { vi } from "vitest";
import { createHttp, type HttpRequest, type HttpResponse } from "../../provider/api/http";
import type { AsError } from "../../provider/core/error";
import * as runtime from "../../provider/runtime";
import { beginProcess } from "../../provider/runtime/process";
import type { World } from "./simulated";

/** The handlers of a resource: those of an AS group may answer most. */
export type Handlers = typeof runtime.asGroup;

/** The handlers of every kind. */
export const handlersOf = { ...runtime } satisfies Readonly<Record<string, Handlers>>;

/** A kind of resource, by the name of its handlers. */
export type Kind = keyof typeof handlersOf;

/** What became of a call. */
export type Answer = Either<AsError, HttpResponse>;

/** Decides about a call: lets something happen before, after or instead of sending it. */
export type Wire = (request: HttpRequest, send: TaskEither<AsError, HttpResponse>) => Promise<Answer>;

/** Something that the user was told. */
interface Message {
  readonly kind: "progress" | "info" | "warn";
  readonly text: string;
  readonly urn: string | undefined;
}

/** A provider that is running. */
export interface ProviderProcess {
  readonly handlers: Handlers;
  readonly messages: readonly Message[];
  /** From now on no call is sent and none is answered. Itself it never ends, so that a wire may wait for it. */
  readonly kill: () => Promise<never>;
  /** Resolves when the provider was killed. */
  readonly death: Promise<void>;
}

const listeners = vi.hoisted((): { tell?: (message: Message) => void } => ({}));

vi.mock("../../provider/runtime/engine-log", () => ({
  tell: (kind: Message["kind"], text: string, urn?: string) => {
    listeners.tell?.({ kind, text, urn });
    return Promise.resolve();
  },
}));

const never = (): Promise<never> => new Promise(() => undefined);
const http = createHttp({ retryDelayMs: 0 });

/** Starts a provider that signs in to the world's simulator. */
export const startProvider = async (
  world: World,
  wire: Wire,
  kind: Kind = "asGroup",
): Promise<ProviderProcess> => {
  const messages: Message[] = [];
  let die: () => void = () => undefined;
  let isDead = false;
  const death = new Promise<void>((resolve) => {
    die = resolve;
  });
  const unlessDead = <A>(value: A): A | Promise<never> => (isDead ? never() : value);
  listeners.tell = (message) => messages.push(message);
  beginProcess({
    variables: {},
    clock: world.clock,
    random: () => 0.5,
    http: () => (request) => async () =>
      isDead ? never() : unlessDead(await wire(request, async () => unlessDead(await http(request)()))),
  });
  await runtime.asGroup.configure({ config: { get: (key) => world.configuration[key] } });
  return {
    handlers: handlersOf[kind],
    messages,
    death,
    kill: () => {
      isDead = true;
      die();
      return never();
    },
  };
};
