/**
 * A small engine: it calls the provider's handlers in the order in which the real one does, and keeps what the real one
 * keeps. A step that was not finished leaves the state as it was, except that a failure may bring the object with it.
 */
import { isDeepStrictEqual } from "node:util";
import { asGroup } from "../../../provider/runtime";

/** Arguments, inputs or outputs. */
export type Bag = Readonly<Record<string, unknown>>;

/** A resource in the state. */
export interface Recorded {
  readonly id: string;
  readonly inputs: Bag;
  readonly outputs: Bag;
  /** What was not finished when it was saved: the next `up` updates it, whatever `diff` says. */
  readonly initErrors: readonly string[];
  /** Deleted to be replaced, but the replacement has not come yet. */
  readonly awaitsReplacement?: true;
}

/** A stack with one resource. */
export interface Stack {
  readonly urn: string;
  resource: Recorded | undefined;
  /** Replaced, but not deleted yet. */
  condemned: readonly Recorded[];
}

export const newStack = (name = "dev"): Stack => ({
  urn: `urn:pulumi:${name}::shop::pulumi-nodejs:dynamic/otc:AsGroup::web`,
  resource: undefined,
  condemned: [],
});

/** What the engine means to do. */
export type Intention =
  "create" | "same" | "update" | "replace" | "deleteBeforeReplace" | "createReplacement";

const PROVIDER = 'exports.handler = () => require("pulumi-otc-autoscaling/provider").asGroup';

/** Values cross a process boundary: what JSON cannot hold does not arrive. */
const sent = (bag: unknown): Bag => JSON.parse(JSON.stringify(bag)) as Bag;

const withProvider = (bag: unknown): Bag => ({ ...sent(bag), __provider: PROVIDER });

const checked = async (olds: Bag, stack: Stack, program: Bag): Promise<Bag> => {
  const news = withProvider({ ...program, selfUrn: stack.urn });
  const { inputs, failures } = await asGroup.check(olds, news);
  if (failures.length > 0) throw new Error(`check failed: ${JSON.stringify(failures)}`);
  return withProvider(inputs);
};

const intentionFor = async (resource: Recorded, inputs: Bag): Promise<Intention> => {
  const { changes, replaces, deleteBeforeReplace } = await asGroup.diff(
    resource.id,
    sent(resource.outputs),
    sent(inputs),
  );
  if (resource.awaitsReplacement === true) return "createReplacement";
  const changed = changes ?? !isDeepStrictEqual(resource.inputs, inputs);
  if (changed && replaces !== undefined && replaces.length > 0)
    return deleteBeforeReplace === true ? "deleteBeforeReplace" : "replace";
  return changed || resource.initErrors.length > 0 ? "update" : "same";
};

interface Partial {
  readonly id: string;
  readonly reasons: readonly string[];
  readonly properties: Bag;
}

const isPartial = (thrown: unknown): thrown is Partial =>
  typeof thrown === "object" && thrown !== null && "reasons" in thrown;

const create = async (stack: Stack, inputs: Bag): Promise<void> => {
  try {
    const { id, outs } = await asGroup.create(sent(inputs));
    stack.resource = { id, inputs, outputs: withProvider(outs), initErrors: [] };
  } catch (thrown) {
    // The object exists: the engine saves it with the properties as they were thrown.
    if (isPartial(thrown))
      stack.resource = {
        id: thrown.id,
        inputs,
        outputs: sent(thrown.properties),
        initErrors: thrown.reasons,
      };
    throw thrown;
  }
};

const remove = ({ id, outputs }: Recorded): Promise<void> => asGroup.delete(id, sent(outputs));

const deleteCondemned = async (stack: Stack): Promise<void> => {
  for (const old of stack.condemned) {
    await remove(old);
    stack.condemned = stack.condemned.filter((other) => other !== old);
  }
};

const replace = async (stack: Stack, old: Recorded, program: Bag): Promise<void> => {
  const inputs = await checked({}, stack, program);
  try {
    await create(stack, inputs);
  } finally {
    if (stack.resource !== old) stack.condemned = [...stack.condemned, old];
  }
};

const bring = async (stack: Stack, program: Bag): Promise<void> => {
  const old = stack.resource;
  if (old === undefined) {
    await create(stack, await checked({}, stack, program));
    return;
  }
  const inputs = await checked(sent(old.inputs), stack, program);
  switch (await intentionFor(old, inputs)) {
    case "create":
    case "same":
      stack.resource = { ...old, inputs };
      return;
    case "update": {
      const { outs } = await asGroup.update(old.id, sent(old.outputs), sent(inputs));
      stack.resource = { id: old.id, inputs, outputs: withProvider(outs), initErrors: [] };
      return;
    }
    case "replace":
      await replace(stack, old, program);
      return;
    case "deleteBeforeReplace": {
      const replacement = await checked({}, stack, program);
      await remove(old);
      stack.resource = { ...old, awaitsReplacement: true };
      await create(stack, replacement);
      return;
    }
    case "createReplacement":
      await create(stack, await checked({}, stack, program));
  }
};

/** `pulumi up --skip-preview` */
export const up = async (stack: Stack, program: Bag): Promise<void> => {
  await bring(stack, program);
  await deleteCondemned(stack);
};

/** `pulumi preview` */
export const preview = async (stack: Stack, program: Bag): Promise<Intention> => {
  if (stack.resource === undefined) return "create";
  const inputs = await checked(sent(stack.resource.inputs), stack, program);
  return intentionFor(stack.resource, inputs);
};

/** `pulumi destroy` */
export const destroy = async (stack: Stack): Promise<void> => {
  const { resource } = stack;
  if (resource !== undefined && resource.awaitsReplacement === undefined) await remove(resource);
  stack.resource = undefined;
  await deleteCondemned(stack);
};
