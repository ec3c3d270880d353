/**
 * Where documents contradict each other or are silent, each reading has a name here.
 * The first reading of each is the default. FIDELITY.md tells what every one of them means.
 */
const readings = {
  activityTypeIdle: ["absent", "null"],
  addBound: ["expected", "instances"],
  batchFailure: ["nothing", "good-items"],
  belowMinimum: ["refuse", "refill"],
  busy: ["AS.2033", "AS.0003"],
  configuration: ["required", "optional"],
  configurationGroup: ["omit", "first"],
  created: ["paused", "inservice"],
  currentNumber: ["without-pending", "with-pending"],
  defaultProject: ["0", "empty"],
  desiredOutside: ["refuse", "clamp"],
  emptyDescription: ["clear", "refuse"],
  emptyTagValue: ["refuse", "accept"],
  forceDelete: ["accept", "refuse"],
  forceDeleteServers: ["delete", "keep"],
  hooksRefused: ["all", "delete"],
  launchAbandon: ["refill", "stay"],
  lb: ["strict", "live"],
  limitZero: ["empty", "default"],
  listenerDetails: ["settled", "dormant", "free"],
  listenerLimit: ["6", "3"],
  listOrder: ["newest", "oldest"],
  login: ["key", "one", "any"],
  maxInstances: ["quota", "300", "1000"],
  missing: ["404", "400"],
  missingParent: ["AS.2007", "AS.4005", "404"],
  nullness: ["null", "absent", "empty"],
  policyModify: ["replace", "merge"],
  removalBalance: ["zones", "policy"],
  removalBatch: ["10", "50"],
  removeWhilePaused: ["refuse", "allowed"],
  repeatedAction: ["refuse", "accept"],
  sameDesired: ["tolerate", "alone", "refuse"],
  status: ["AS.2033", "AS.2020"],
  subnets: ["dormant", "settled"],
  tagAt: ["refuse", "accept"],
  tagSpread: ["new", "members"],
  unknownFields: ["ignore", "refuse"],
  waitingState: ["wait", "plain"],
  zones: ["settled", "dormant"],
} as const satisfies Record<string, readonly [string, ...string[]]>;

type Readings = typeof readings;

/** The reading taken of each point on which documents contradict each other or are silent. */
export type Variants = { -readonly [Name in keyof Readings]: Readings[Name][number] };

/** The readings of each point, the default first. */
export const variantNames: Record<keyof Variants, readonly string[]> = readings;

/** The default reading of each point. */
export function defaultVariants(): Variants {
  return Object.fromEntries(Object.entries(readings).map(([name, [first]]) => [name, first])) as Variants;
}
