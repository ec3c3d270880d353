/** The AS service in memory. It knows HTTP routes and simulated time, but neither server nor sign-in. */
import type { FastifyInstance } from "fastify";
import { outsideChanges } from "./outside";
import { AsRefusal } from "./refusal";
import { logRoutes, logRoutesV2, quotaRoutes } from "./routes/account";
import { configurationRoutes } from "./routes/configuration";
import { groupRoutes } from "./routes/group";
import { hookRoutes } from "./routes/hook";
import { instanceRoutes } from "./routes/instance";
import { notificationRoutes } from "./routes/notification";
import { policyRoutes, policyRoutesV2 } from "./routes/policy";
import { tagRoutes } from "./routes/tag";
import { takeOverview, type Overview } from "./overview";
import { takeSnapshot, type Snapshot } from "./snapshot";
import { World, type AsServiceOptions } from "./world";

/** A simulated AS service. */
export interface AsService {
  /**
   * Registers `/v1/:projectId/…` and `/v2/:projectId/…`. Whoever calls it has checked who the caller is and that the project is theirs;
   * JSON bodies arrive parsed, a missing body as undefined or null. Refusals are thrown as {@link AsRefusal}.
   */
  routes: (app: FastifyInstance) => void;
  snapshot(): Snapshot;
  /** All groups at a glance, and so many of the newest scaling actions: much cheaper than a snapshot. */
  overview(actionLimit: number): Overview;
  /** Back to the beginning: no groups, no configurations, no ECSs, the first quotas. */
  reset(): void;
  /**
   * Changes behind the back of the clients, by name.
   *
   * @throws AsRefusal 400 when the body makes no sense
   */
  outside: Record<string, (body: unknown) => unknown>;
}

/** Starts a service without any groups. */
export function createAsService(options: AsServiceOptions): AsService {
  const world = new World(options);
  return {
    routes: (app) => {
      app.register(
        (v1, _options, done) => {
          groupRoutes(v1, world);
          configurationRoutes(v1, world);
          instanceRoutes(v1, world);
          quotaRoutes(v1, world);
          logRoutes(v1, world);
          tagRoutes(v1, world);
          hookRoutes(v1, world);
          policyRoutes(v1, world);
          notificationRoutes(v1, world);
          done();
        },
        { prefix: "/v1/:projectId" },
      );
      app.register(
        (v2, _options, done) => {
          logRoutesV2(v2, world);
          policyRoutesV2(v2, world);
          done();
        },
        { prefix: "/v2/:projectId" },
      );
    },
    snapshot: () => takeSnapshot(world),
    overview: (actionLimit) => takeOverview(world, actionLimit),
    reset: () => {
      world.reset();
    },
    outside: outsideChanges(world),
  };
}

export { AsRefusal };
export { defaultQuotas, type Quotas } from "./quota";
export { errorBody } from "./refusal";
export type { GroupSnapshot, InstanceSnapshot, PolicySnapshot, ServerSnapshot, Snapshot } from "./snapshot";
export { variantNames, type Variants } from "./variants";
export type { AsServiceOptions } from "./world";
