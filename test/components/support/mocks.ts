/** Programs without an engine: what a component declares, with which arguments and options. */
import * as pulumi from "@pulumi/pulumi";

/** A resource that was declared. */
export interface Declared {
  readonly type: string;
  readonly name: string;
  /** The arguments without what every class of this package adds for itself. */
  readonly args: Readonly<Record<string, unknown>>;
}

/** What the arguments of every resource of this package hold beside those of the program, and names of outputs. */
const OWN = ["__provider", "selfUrn"];

const declared: Declared[] = [];

/**
 * Lets everything that is declared from now on succeed without an engine. The id of a resource is `<name>-id`; its
 * outputs are its arguments.
 */
export async function withoutEngine(): Promise<void> {
  await pulumi.runtime.setMocks({
    call: ({ inputs }) => inputs as Record<string, unknown>,
    newResource: ({ type, name, inputs }) => {
      const given = Object.entries(inputs as Record<string, unknown>);
      declared.push({ type, name, args: Object.fromEntries(given.filter(([key]) => !OWN.includes(key))) });
      return { id: `${name}-id`, state: inputs as Record<string, unknown> };
    },
  });
}

/** Everything that `program` declares, when all of it is declared. */
export async function declaredBy(program: () => void): Promise<readonly Declared[]> {
  declared.length = 0;
  program();
  await pulumi.runtime.disconnect();
  return [...declared];
}

/** The value of an output. */
export function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => {
    output.apply(resolve);
  });
}

/** What the SDK makes of the aliases of a resource; its types do not tell of them. */
interface Aliased {
  readonly __aliases: readonly pulumi.Input<pulumi.URN>[];
}

/** The options of the children of a component, and the URNs that these may have had: hand `transformations` to it. */
export function optionsOfChildren(): {
  readonly options: Map<string, pulumi.CustomResourceOptions>;
  readonly aliasesOf: (name: string) => Promise<readonly pulumi.URN[]>;
  readonly transformations: pulumi.ResourceTransformation[];
} {
  const options = new Map<string, pulumi.CustomResourceOptions>();
  const resources = new Map<string, pulumi.Resource>();
  return {
    options,
    aliasesOf: (name) => {
      const { __aliases } = resources.get(name) as unknown as Aliased;
      return valueOf(pulumi.all([...__aliases]));
    },
    transformations: [
      ({ name, opts, resource }) => {
        options.set(name, opts);
        resources.set(name, resource);
        return undefined;
      },
    ],
  };
}
