import * as pulumi from "@pulumi/pulumi";

/**
 * The URN that a resource is going to have, to be handed to its provider.
 *
 * As an output, it would depend on the parent, and a dependency on a component is one on all of its children: two
 * children of which one needs the other would wait for each other forever. The text alone depends on nothing.
 */
export const ownUrn = (name: string, type: string, parent: pulumi.Resource | undefined): Promise<string> =>
  new Promise((resolve) => {
    pulumi.createUrn(name, type, parent).apply(resolve);
  });
