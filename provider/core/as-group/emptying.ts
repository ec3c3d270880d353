/** Steps that take instances out of a group; shared by drain and destroy. */
import type { Capacity } from "./capacity";
import { attachedIds, createdIds, inBatches, protectedIds } from "./members";
import type { AsInstance } from "./model";
import type { Step } from "./step";

/** With all three numbers at zero, no policy can add an instance. */
export const toZero = ({ min, desired, max }: Capacity): readonly Step[] =>
  min === 0 && desired === 0 && max === 0
    ? []
    : [
        {
          _tag: "Modify",
          modification: { minInstanceNumber: 0, desireInstanceNumber: 0, maxInstanceNumber: 0 },
          changes: [],
        },
      ];

/** AS refuses a number of instances below that of the protected ones (AS.2010). */
export const unprotecting = (instances: readonly AsInstance[]): readonly Step[] =>
  inBatches(protectedIds(instances)).map((ids) => ({ _tag: "Unprotect", ids }));

/** One batch and one scaling action at a time. What AS created is deleted; what was attached is only detached. */
export const removing = (instances: readonly AsInstance[]): readonly Step[] => {
  const removal = (deleteInstances: boolean) => (ids: readonly string[]) =>
    [{ _tag: "WaitSettled" }, { _tag: "RemoveInstances", ids, deleteInstances }] as const;
  return [
    ...inBatches(createdIds(instances)).flatMap(removal(true)),
    ...inBatches(attachedIds(instances)).flatMap(removal(false)),
  ];
};

/**
 * A running group is emptied by AS itself, unless its numbers are zero already and nothing happens: an instance that was
 * protected then, for example, does not leave because its protection is taken off.
 */
export const emptyingRunning = (
  capacity: Capacity,
  instances: readonly AsInstance[],
  isScaling: boolean,
): readonly Step[] => {
  const steps = toZero(capacity);
  return steps.length > 0 || isScaling ? steps : removing(instances);
};
