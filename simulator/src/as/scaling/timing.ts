/** How long things take, in simulated milliseconds. The logs in the documents show such times. */
const SECOND_MS = 1000;

/** From the cause to the start of a scaling action. */
export const START_DELAY_MS = 3 * SECOND_MS;
/** From the start of a scaling action until the ECS of a new instance has an id. */
export const SERVER_DELAY_MS = 10 * SECOND_MS;
/** From the start of a scaling action until a new instance is in service: at least this … */
export const LAUNCH_MS = 60 * SECOND_MS;
/** … and up to this many seconds more. */
export const LAUNCH_SPREAD_SECONDS = 40;
/** Until an instance that was added by hand is in service. */
export const JOIN_MS = 15 * SECOND_MS;
/** Until an instance has left. */
export const LEAVE_MS = 20 * SECOND_MS;
/** Until the load balancers are exchanged. */
export const EXCHANGE_MS = 10 * SECOND_MS;
/** Until a scaling action that cannot create anything is given up. */
export const FAIL_MS = 5 * SECOND_MS;
/** From a failure that may be transient to the next attempt. */
export const RETRY_DELAY_MS = 60 * SECOND_MS;
/** The shortest period of health checks. */
export const SHORTEST_AUDIT_MS = 10 * SECOND_MS;
/** How long a policy executes: until the number is adjusted. */
export const EXECUTION_MS = 8 * SECOND_MS;
/** From the request of a policy to the start of the scaling action. */
export const POLICY_START_DELAY_MS = EXECUTION_MS + START_DELAY_MS;
