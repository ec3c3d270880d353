import * as pulumi from "@pulumi/pulumi";

/** A child of a component, before it is declared. */
export interface Child<Args> {
  /** Name of the resource. */
  readonly name: string;
  /** Its arguments. */
  readonly args: Args;
  /** Pulumi's resource options; the parent and the aliases of the component are among them. */
  readonly options: pulumi.CustomResourceOptions;
}

/**
 * What a program changes about a child of a component: members that are laid over the arguments, or a function that gets
 * the child and returns what is to be otherwise.
 *
 * ```ts
 * import type { Transform } from "pulumi-otc-autoscaling/components";
 * import type { AsGroupArgs } from "pulumi-otc-autoscaling";
 *
 * export const members: Transform<AsGroupArgs> = { deleteVolume: true };
 * export const options: Transform<AsGroupArgs> = ({ options }) => ({ options: { ...options, protect: true } });
 * ```
 */
export type Transform<Args> = Partial<Args> | ((child: Child<Args>) => Partial<Child<Args>>);

/** Class of a resource that a component declares. */
type ResourceClass<Args, Resource> = new (
  name: string,
  args: Args,
  options?: pulumi.CustomResourceOptions,
) => Resource;

/** A child as the component wants it, and what the program changes about it. */
export interface WantedChild<Args> {
  readonly name: string;
  readonly args: Args;
  readonly options?: pulumi.CustomResourceOptions;
  readonly transform?: Transform<Args> | undefined;
}

/**
 * Declares a child of a component.
 *
 * It is aliased to the same resource without a parent, so that what a program has declared alone moves into the component
 * without being replaced.
 */
export function declareChild<Args extends object, Resource>(
  parent: pulumi.ComponentResource,
  resourceClass: ResourceClass<Args, Resource>,
  wanted: WantedChild<Args>,
): Resource {
  const { name, args, options } = transformed(
    {
      name: wanted.name,
      args: wanted.args,
      options: {
        ...wanted.options,
        parent,
        aliases: [...aliasesOf(wanted.options), { parent: pulumi.rootStackResource }],
      },
    },
    wanted.transform,
  );
  return new resourceClass(name, args, options);
}

function transformed<Args extends object>(
  child: Child<Args>,
  transform: Transform<Args> | undefined,
): Child<Args> {
  if (transform === undefined) return child;
  if (typeof transform === "function") return { ...child, ...transform(child) };
  return { ...child, args: { ...child.args, ...transform } };
}

/** The option may be an output of a list; a component gives a plain list. */
function aliasesOf(
  options: pulumi.CustomResourceOptions | undefined,
): pulumi.Input<pulumi.URN | pulumi.Alias>[] {
  return Array.isArray(options?.aliases) ? options.aliases : [];
}
