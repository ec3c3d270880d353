/** Whether the tests of the examples run in an account, where instances start slowly and cost money. Pure. */

/** `OS_AUTH_URL` or `OS_CLOUD` in an environment leads to an account. */
export const leadsToAccount = (environment: NodeJS.ProcessEnv): boolean =>
  environment["OS_AUTH_URL"] !== undefined || environment["OS_CLOUD"] !== undefined;

const MINUTE = 60_000;

/** How long an end-to-end test may take: an instance of an account needs minutes to come into service. */
export const timeLimitIn = (environment: NodeJS.ProcessEnv): number =>
  (leadsToAccount(environment) ? 60 : 5) * MINUTE;
