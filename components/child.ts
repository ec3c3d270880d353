import * as pulumi from "@pulumi/pulumi";
import { isAbsent } from "../provider/core/record";
import { outerUrn } from "./outer-urn";

/** A child of a component, before it is declared. */
export interface Child<Args> {
  /** Name of the resource. */
  readonly name: string;
  /** Its arguments. */
  readonly args: Args;
  /** Pulumi's resource options; the parent and the aliases of the component are among them. */
  readonly options: pulumi.CustomResourceOptions;
}

/** What is to be otherwise about a child of a component. What is not named stays as the component wants it. */
export interface ChildChange<Args> {
  /** Another name of the resource. */
  readonly name?: string;
  /** Members that are laid over the arguments; `undefined` takes an argument away. */
  readonly args?: { readonly [Name in keyof Args]?: Args[Name] | undefined };
  /** Members that are laid over the options. Aliases are added to those of the component. */
  readonly options?: pulumi.CustomResourceOptions;
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
 * export const options: Transform<AsGroupArgs> = () => ({ options: { protect: true } });
 * ```
 */
export type Transform<Args> = Partial<Args> | ((child: Child<Args>) => ChildChange<Args>);

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
 * It is aliased to the same resource without a parent, and to the one beside the component, so that what a program has
 * declared alone moves into the component without being replaced.
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
        aliases: [
          ...aliasesOf(wanted.options),
          { parent: pulumi.rootStackResource },
          { parent: parent.urn.apply(outerUrn) },
        ],
      },
    },
    wanted.transform,
  );
  return new resourceClass(name, args, options);
}

/** The child with what a program changes about it. */
export function transformed<Args extends object>(
  child: Child<Args>,
  transform: Transform<Args> | null | undefined,
): Child<Args> {
  if (isAbsent(transform)) return child;
  const { name, args, options }: ChildChange<Args> =
    typeof transform === "function" ? { ...transform(child) } : { args: transform };
  return {
    name: name ?? child.name,
    args: { ...child.args, ...args },
    options: {
      ...child.options,
      ...options,
      // A function may hand on those that it got, together with its own.
      aliases: [...new Set([...aliasesOf(options), ...aliasesOf(child.options)])],
    },
  };
}

const aliasesOf = (
  options: pulumi.CustomResourceOptions | undefined,
): readonly pulumi.Input<pulumi.URN | pulumi.Alias>[] => options?.aliases ?? [];
