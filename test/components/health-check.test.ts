import { expect, it } from "vitest";
import { healthCheckOf } from "../../components/health-check";

it.each([
  ["nothing is attached", {}, "NOVA_AUDIT"],
  ["a list of pools is empty", { lbaasListeners: [] }, "NOVA_AUDIT"],
  ["pools and listeners are null", { lbListenerId: null, lbaasListeners: null }, "NOVA_AUDIT"],
  ["the listeners are empty text", { lbListenerId: "" }, "NOVA_AUDIT"],
  ["a pool is attached", { lbaasListeners: [{}] }, "ELB_AUDIT"],
  ["a classic listener is attached", { lbListenerId: "listener" }, "ELB_AUDIT"],
])("where %s, the health check is %s", (_, listeners, method) => {
  expect(healthCheckOf(listeners)).toBe(method);
});
