import * as t from "io-ts";
import { decoded } from "./decoded";
import { Counters, trafficOf, type Traffic } from "./traffic";
import { World } from "./world";

const Seeded = t.type({ result: t.type({ scaling_configuration_id: t.string }) });

/** The administration of a simulator. Its own calls are not counted. */
export interface Administration {
  readonly address: string;
  readonly look: () => Promise<World>;
  /** Since the simulator was started. */
  readonly traffic: () => Promise<Traffic>;
  /** Makes an AS configuration and returns its id. */
  readonly seedConfiguration: () => Promise<string>;
  /** Changes a group as somebody else would; `fields` hold `scaling_group_id`, too. */
  readonly modifyGroup: (fields: Readonly<Record<string, string | number>>) => Promise<void>;
}

/** @param endpoint address of the simulator */
export function administrationAt(endpoint: string): Administration {
  const address = `${endpoint}/_simulator`;
  const call = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const response = await fetch(`${address}${path}`, init).catch((cause: unknown) => {
      throw new Error("the simulator does not answer", { cause });
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`the simulator answered ${path} with ${response.status}: ${text}`);
    return JSON.parse(text);
  };
  const outside = (change: string, body: object): Promise<unknown> =>
    call(`/outside/${change}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  return {
    address,
    look: async () => decoded(World, await call("/snapshot"), "the simulator's snapshot"),
    traffic: async () => trafficOf(decoded(Counters, await call("/counters"), "the simulator's counters")),
    seedConfiguration: async () => {
      const { result } = decoded(Seeded, await outside("seedConfiguration", {}), "the seeded configuration");
      return result.scaling_configuration_id;
    },
    modifyGroup: async (fields) => {
      await outside("modifyGroup", fields);
    },
  };
}
