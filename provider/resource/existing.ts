/** Looking up an object that exists. */
import type * as pulumi from "@pulumi/pulumi";

/**
 * The id to look up by. Pulumi takes an empty one for none, and would declare a new object instead.
 *
 * @param title kind of the object
 * @param name of the resource in the program
 */
export const existingId = (
  title: string,
  name: string,
  id: pulumi.Input<pulumi.ID>,
): pulumi.Input<pulumi.ID> => {
  if (id === "") throw new Error(`${title} ${name}: the id to look up by is empty`);
  return id;
};
