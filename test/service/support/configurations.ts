/** AS configurations in a simulator, and stacks for them. */
import { openStack, type Stack } from "../../support/engine";
import { simulated, type World } from "../../support/simulated";

export const opened = async (
  options: Parameters<typeof simulated>[0] = {},
): Promise<{ readonly world: World; readonly stack: Stack }> => {
  const world = await simulated(options);
  return { world, stack: openStack(world, "dev", "asConfiguration") };
};

export const idOf = (stack: Stack): string => stack.recorded()?.id ?? "none";

interface SimulatedConfiguration {
  readonly scaling_configuration_id: string;
  readonly scaling_configuration_name: string;
  readonly instance_config: Readonly<Record<string, unknown>>;
}

export const all = ({ simulator }: World): readonly SimulatedConfiguration[] =>
  (
    simulator.admin.snapshot().configurations as readonly {
      readonly scaling_configuration: SimulatedConfiguration;
    }[]
  ).map(({ scaling_configuration: configuration }) => configuration);

/** Without the one that every world has. */
export const configurations = (world: World) =>
  all(world).filter(({ scaling_configuration_name: name }) => name !== "simulator-configuration");
