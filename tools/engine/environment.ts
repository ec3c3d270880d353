import { delimiter, dirname, join } from "node:path";

/** Settings of the person who runs this must not reach the stack: another account, another backend. */
const FOREIGN = /^(OS_|OTC_|PULUMI_)/;

export interface EngineSurroundings {
  readonly scratch: string;
  readonly cliDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
}

export const homeDirectory = (scratch: string): string => join(scratch, "home");
export const backendDirectory = (scratch: string): string => join(scratch, "backend");
/** The engine's pipes and the like, of which a killed engine leaves some behind. */
export const temporaryDirectory = (scratch: string): string => join(scratch, "tmp");

/** What is set for the engine: a file backend, nothing obtained from anywhere, everything kept in `scratch`. */
export function engineVariables({
  scratch,
  environment,
}: Omit<EngineSurroundings, "cliDirectory">): Record<string, string> {
  return {
    TMPDIR: temporaryDirectory(scratch),
    PULUMI_HOME: homeDirectory(scratch),
    PULUMI_BACKEND_URL: `file://${backendDirectory(scratch)}`,
    PULUMI_CONFIG_PASSPHRASE: "",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_DISABLE_REGISTRY_RESOLVE: "true",
    ...environment,
  };
}

/** The environment of the engine: what is inherited, and what is set for it. */
export function engineEnvironment(
  inherited: NodeJS.ProcessEnv,
  { cliDirectory, ...surroundings }: EngineSurroundings,
): NodeJS.ProcessEnv {
  const own = Object.fromEntries(Object.entries(inherited).filter(([name]) => !FOREIGN.test(name)));
  return {
    ...own,
    PATH: [cliDirectory, dirname(process.execPath), inherited["PATH"] ?? ""].join(delimiter),
    ...engineVariables(surroundings),
  };
}
