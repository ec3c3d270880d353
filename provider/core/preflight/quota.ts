/** Whether what a run wants to create fits into the quotas of the project. */
import * as O from "fp-ts/Option";
import type { AsQuota } from "../as-quota/model";
import { stopped, type AsError } from "../error";

/** Objects of a kind that counts against a quota. */
export interface QuotaKind {
  /** Name of the quota in the service. */
  readonly type: "scaling_Group" | "scaling_Config";
  /** Such as `AS groups`. */
  readonly plural: string;
  /** What the service answers when there is no room. */
  readonly code: "AS.2023" | "AS.1024";
}

export const GROUP_QUOTA: QuotaKind = { type: "scaling_Group", plural: "AS groups", code: "AS.2023" };
export const CONFIGURATION_QUOTA: QuotaKind = {
  type: "scaling_Config",
  plural: "AS configurations",
  code: "AS.1024",
};

/** There is no room for all that a run wants to create. */
export interface Shortage {
  readonly kind: QuotaKind;
  readonly quota: number;
  readonly used: number;
  readonly planned: number;
}

/**
 * The shortage, if there is one.
 *
 * @param planned how many objects of the kind the run wants to create that these quotas do not count yet
 */
export const shortageOf = (
  quotas: readonly AsQuota[],
  kind: QuotaKind,
  planned: number,
): O.Option<Shortage> => {
  const found = quotas.find(({ type }) => type === kind.type);
  return found?.used !== undefined && found.used + planned > found.quota
    ? O.some({ kind, quota: found.quota, used: found.used, planned })
    : O.none;
};

/** The shortage in one sentence. */
export const describeShortage = ({ kind, quota, used, planned }: Shortage): string =>
  `the project may have ${quota} ${kind.plural}, ${used} exist, and this run creates ${planned}: the service would refuse with ${kind.code}`;

/** Nothing of the run is begun that cannot be finished. */
export const noRoom = (shortage: Shortage): AsError =>
  stopped(describeShortage(shortage), [
    `delete ${shortage.kind.plural} that you no longer need`,
    "have the quota raised: console, My Quotas",
  ]);
