import type { EngineCommand } from "../engine/stack";

/** Something that is done in an act. Plain data: what it looks like and how it is carried out is said elsewhere. */
export type Deed =
  /** Someone edits what the program reads. */
  | { readonly _tag: "Configure"; readonly values: Readonly<Record<string, string>> }
  | { readonly _tag: "RunEngine"; readonly command: EngineCommand }
  /** Someone else changes the only group, by other means than Pulumi; fields in the words of the API. */
  | { readonly _tag: "ModifyOutside"; readonly fields: Readonly<Record<string, string | number>> }
  /** Someone looks at what the simulator holds. */
  | { readonly _tag: "Look" };

/** What command lines show beside the deed itself. */
export interface Surroundings {
  /** Address of the simulator's administration. */
  readonly administration: string;
  /** The only group; empty when there is none. */
  readonly groupId: string;
}

/** The deed as one types it. */
export function commandLine(deed: Deed, { administration, groupId }: Surroundings): string {
  switch (deed._tag) {
    case "Configure": {
      const pairs = Object.entries(deed.values).map(([key, value]) => ` --plaintext ${key}=${value}`);
      return `pulumi config set-all${pairs.join("")}`;
    }
    case "RunEngine":
      return deed.command === "preview" ? "pulumi preview" : `pulumi ${deed.command} --yes --skip-preview`;
    case "ModifyOutside": {
      const body = JSON.stringify({ scaling_group_id: groupId, ...deed.fields });
      return `curl ${administration}/outside/modifyGroup -d '${body}'`;
    }
    case "Look":
      return `curl ${administration}/snapshot`;
  }
}
