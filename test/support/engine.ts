/**
 * The engine's part for one resource of one stack: which handlers it calls, in which order and with what, and what it
 * keeps. It does what was measured on the real engine, which the end-to-end tests run.
 */
import { isDeepStrictEqual } from "node:util";
import { SECRET_MARKER } from "../../provider/core/resource/secret-output";
import { startProvider, type Handlers, type Kind, type ProviderProcess, type Wire } from "./provider-process";
import type { World } from "./simulated";

type Bag = Readonly<Record<string, unknown>>;

/** A resource in the state. */
interface Recorded {
  readonly id: string;
  readonly inputs: Bag;
  readonly outputs: Bag;
  /** Why the last operation did not end well. */
  readonly initErrors: readonly string[];
  /** Outputs that a failed update has marked as secret. */
  readonly encrypted?: readonly string[];
  /** Deleted so that it can be replaced, while the replacement has not come yet. */
  readonly awaitsReplacement?: true;
}

/** What becomes of the resource. */
type Operation = "create" | "update" | "replace" | "same" | "refresh" | "delete";

/** How a command has ended. */
export interface Ended {
  /** Undefined when it failed. */
  readonly operation: Operation | undefined;
  /** The text that the user reads; undefined after a success. */
  readonly failure: string | undefined;
  readonly warnings: readonly string[];
  readonly progress: readonly string[];
  /** What was told without being a warning, and stays. */
  readonly told: readonly string[];
}

/** How an `up` is asked for. */
interface UpOptions {
  /** `--replace`: the engine replaces whatever `diff` says. */
  readonly replace?: boolean;
  /** The resource option, which counts more than the answer of `diff`. */
  readonly deleteBeforeReplace?: boolean;
}

/** One stack with one resource. Each command runs a provider of its own, as the real engine does. */
export interface Stack {
  readonly preview: (program: Bag) => Promise<Ended>;
  readonly up: (program: Bag, options?: UpOptions) => Promise<Ended>;
  readonly refresh: () => Promise<Ended>;
  readonly destroy: () => Promise<Ended>;
  readonly recorded: () => Recorded | undefined;
  /** Replaced resources that are still to be deleted. */
  readonly replaced: () => readonly Recorded[];
  /** Decides about the calls of the commands that follow; undefined sends them all. */
  readonly onCalls: (wire: Wire | undefined) => void;
  /** To be awaited on the wire: kills the provider. */
  readonly kill: () => Promise<never>;
}

/** The resource's class has the name of its handlers. */
const classOf = (kind: Kind): string => kind.charAt(0).toUpperCase() + kind.slice(1);

const urnIn = (stack: string, kind: Kind): string =>
  `urn:pulumi:${stack}::e2e::pulumi-nodejs:dynamic/otc:${classOf(kind)}::web`;
export const URN = urnIn("dev", "asGroup");
export const KILLED = "the provider was killed";
const PROVIDER = "the provider's text";

interface PartialFailure {
  readonly id: string;
  readonly properties: Bag;
  readonly reasons: readonly string[];
}

const isPartial = (thrown: unknown): thrown is PartialFailure =>
  thrown instanceof Error && "id" in thrown && "properties" in thrown && "reasons" in thrown;

const textOf = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) throw new Error("thrown was something that is no Error: the engine hangs");
  return isPartial(thrown) ? thrown.reasons.join("\n") : thrown.message;
};

/** Bags travel as JSON: what is none would be lost or refused. */
const travelled = (bag: Bag): Bag => {
  const copy = JSON.parse(JSON.stringify(bag)) as Bag;
  if (!isDeepStrictEqual(copy, { ...bag })) throw new Error("a handler has returned what is no JSON");
  return copy;
};

const isMarked = (value: unknown): value is { readonly value: unknown } =>
  typeof value === "object" && value !== null && SECRET_MARKER.key in value;

/** Measured: an output that is marked as secret is stored encrypted, and handed over in plain text. */
const decrypted = (bag: Bag): Pick<Recorded, "outputs" | "encrypted"> => {
  const encrypted = Object.keys(bag).filter((name) => isMarked(bag[name]));
  return {
    outputs: Object.fromEntries(
      Object.entries(bag).map(([name, value]) => [name, isMarked(value) ? value.value : value]),
    ),
    ...(encrypted.length === 0 ? {} : { encrypted }),
  };
};

/** What every result gets from the SDK; a partial failure does not. */
const withProvider = (bag: Bag): Bag => ({ ...travelled(bag), __provider: PROVIDER });

interface Decision {
  readonly operation: Operation;
  readonly inputs: Bag;
  readonly deletesFirst: boolean;
}

/** The state of a stack, and what an operation makes of it. */
class State {
  resource: Recorded | undefined;
  replaced: readonly Recorded[] = [];

  constructor(private readonly urn: string) {}

  async decide(handlers: Handlers, program: Bag, forced: boolean): Promise<Decision> {
    const { resource } = this;
    const check = async (olds: Bag): Promise<Bag> => {
      const news = { ...program, selfUrn: this.urn, __provider: PROVIDER };
      const { inputs, failures } = await handlers.check(olds, news);
      if (failures.length > 0) throw new Error(failures.map(({ reason }) => reason).join("\n"));
      return inputs;
    };
    if (resource === undefined) return { operation: "create", inputs: await check({}), deletesFirst: false };
    // Measured: a replacement on request is checked like a new resource, and no diff is asked for.
    if (forced) return { operation: "replace", inputs: await check({}), deletesFirst: false };
    const inputs = await check(resource.inputs);
    const diff = await handlers.diff(resource.id, resource.outputs, inputs);
    const changes = diff.changes ?? !isDeepStrictEqual(resource.inputs, inputs);
    const isReplaced = resource.awaitsReplacement === true;
    if (isReplaced || (changes && (diff.replaces ?? []).length > 0))
      return {
        operation: "replace",
        inputs: await check({}),
        deletesFirst: diff.deleteBeforeReplace ?? false,
      };
    const operation = changes || resource.initErrors.length > 0 ? "update" : "same";
    return { operation, inputs, deletesFirst: false };
  }

  async create(handlers: Handlers, inputs: Bag): Promise<void> {
    const old = this.resource;
    const record = (created: Recorded): void => {
      this.resource = created;
      if (old !== undefined && old.awaitsReplacement === undefined) this.replaced = [...this.replaced, old];
    };
    try {
      const { id, outs } = await handlers.create(inputs);
      record({ id, inputs, outputs: withProvider(outs), initErrors: [] });
    } catch (thrown) {
      if (isPartial(thrown))
        record({
          id: thrown.id,
          inputs,
          outputs: travelled(thrown.properties),
          initErrors: thrown.reasons,
        });
      throw thrown;
    }
  }

  async update(handlers: Handlers, { id, inputs: before, outputs }: Recorded, inputs: Bag): Promise<void> {
    try {
      const { outs } = await handlers.update(id, outputs, inputs);
      this.resource = { id, inputs, outputs: withProvider(outs), initErrors: [] };
    } catch (thrown) {
      // Measured: the old inputs stay, with the new outputs.
      if (isPartial(thrown))
        this.resource = {
          id: thrown.id,
          inputs: before,
          ...decrypted(travelled(thrown.properties)),
          initErrors: thrown.reasons,
        };
      throw thrown;
    }
  }

  async refresh(handlers: Handlers, { id, inputs: before, outputs }: Recorded): Promise<void> {
    const { id: found, props = {}, inputs = {} } = await handlers.read(id, outputs);
    if (found === undefined) {
      this.resource = undefined;
      return;
    }
    // For its display only.
    await handlers.diff(id, withProvider(props), before);
    this.resource = { id, inputs: withProvider(inputs), outputs: withProvider(props), initErrors: [] };
  }

  async remove(handlers: Handlers, { id, outputs, awaitsReplacement }: Recorded): Promise<void> {
    if (awaitsReplacement === undefined) await handlers.delete(id, outputs);
    this.resource = undefined;
  }

  async removeReplaced(handlers: Handlers): Promise<void> {
    for (const old of this.replaced) {
      await handlers.delete(old.id, old.outputs);
      this.replaced = this.replaced.filter((other) => other !== old);
    }
  }

  async carryOut(handlers: Handlers, { operation, inputs, deletesFirst }: Decision): Promise<void> {
    const { resource } = this;
    if (resource === undefined) return this.create(handlers, inputs);
    if (operation === "update") return this.update(handlers, resource, inputs);
    if (operation === "replace") {
      if (deletesFirst) {
        await this.remove(handlers, resource);
        this.resource = { ...resource, awaitsReplacement: true };
      }
      return this.create(handlers, inputs);
    }
    this.resource = { ...resource, inputs };
  }
}

/** A stack without a resource. */
export const openStack = (world: World, name = "dev", kind: Kind = "asGroup"): Stack => {
  const state = new State(urnIn(name, kind));
  let wire: Wire | undefined;
  let provider: ProviderProcess | undefined;

  const command = async (run: (handlers: Handlers) => Promise<Operation>): Promise<Ended> => {
    provider = await startProvider(
      world,
      (request, send) => (wire === undefined ? send() : wire(request, send)),
      kind,
    );
    const { handlers, messages, death } = provider;
    const outcome = await Promise.race([
      death.then(() => ({ operation: undefined, failure: KILLED })),
      run(handlers).then(
        (operation) => ({ operation, failure: undefined }),
        (thrown: unknown) => ({ operation: undefined, failure: textOf(thrown) }),
      ),
    ]);
    const texts = (kind: string): string[] =>
      messages.filter((message) => message.kind === kind).map(({ text }) => text);
    return { ...outcome, warnings: texts("warn"), progress: texts("progress"), told: texts("info") };
  };

  return {
    preview: (program) =>
      command(async (handlers) => (await state.decide(handlers, program, false)).operation),
    up: (program, { replace = false, deleteBeforeReplace } = {}) =>
      command(async (handlers) => {
        const decision = await state.decide(handlers, program, replace);
        await state.carryOut(handlers, {
          ...decision,
          deletesFirst: deleteBeforeReplace ?? decision.deletesFirst,
        });
        await state.removeReplaced(handlers);
        return decision.operation;
      }),
    refresh: () =>
      command(async (handlers) => {
        if (state.resource !== undefined) await state.refresh(handlers, state.resource);
        return "refresh";
      }),
    destroy: () =>
      command(async (handlers) => {
        if (state.resource !== undefined) await state.remove(handlers, state.resource);
        await state.removeReplaced(handlers);
        return "delete";
      }),
    recorded: () => state.resource,
    replaced: () => state.replaced,
    onCalls: (next) => {
      wire = next;
    },
    kill: () => provider!.kill(),
  };
};
