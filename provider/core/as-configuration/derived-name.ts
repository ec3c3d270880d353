/**
 * The name of an AS configuration when the program gives none. It depends on the content, but for what may be secret:
 * whoever sees a name could find a short password in it by trying. So configurations that differ in their secrets alone
 * have equal names, and it is their ids that tell them apart.
 */
import { canonical } from "../canonical";
import { physicalName } from "../physical-name";
import type { AsConfigurationArguments } from "./arguments";
import { PASSWORD, templateForm } from "./same";

const isFilled = (value: unknown): boolean => Object.keys(value ?? {}).length > 0;

/** What the arguments say, without what may be secret: of that, only whether it is there. */
export const openContent = ({
  instanceConfig = {},
  sourceScalingConfigurationId,
}: Partial<AsConfigurationArguments>): string => {
  const { userData, personality, metadata, ...open } = templateForm(instanceConfig);
  const { [PASSWORD]: password, ...free } = metadata;
  return canonical({
    ...open,
    sourceScalingConfigurationId,
    has: {
      userData: userData !== undefined,
      personality: isFilled(personality),
      metadata: isFilled(free),
      password: password !== undefined,
    },
  });
};

type Named = Pick<AsConfigurationArguments, "selfUrn"> & Partial<AsConfigurationArguments>;

/** `<resource name>-<7 hex digits>`. */
export const derivedName = (args: Named): string => physicalName(args.selfUrn, openContent(args));

/** The names that this package has ever derived for these arguments, the present one first. */
export const derivedNames = (args: Named): readonly string[] => [
  derivedName(args),
  // Before names depended on the content.
  physicalName(args.selfUrn, args.nameGeneration ?? 0),
];
