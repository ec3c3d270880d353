import { describe, expect, it } from "vitest";
import { asCodes } from "../../provider/core/as-code";
import type { LiveFacts } from "../../provider/core/as-group/facts";
import {
  type AsError,
  locked,
  malformed,
  misconfigured,
  notFound,
  refused,
  scalingFailed,
  signInFailed,
  stopped,
  timedOut,
  undecodable,
  unreachable,
} from "../../provider/core/error";
import { explain, type MessageContext } from "../../provider/core/message";

const SECRET = "hunter2";

const context: MessageContext = { doing: "updating", name: "web-1a2b3c4", id: "77a7a397" };
const facts: LiveFacts = {
  scalingGroupStatus: "INSERVICE",
  currentInstanceNumber: 3,
  desireInstanceNumber: 3,
  isScaling: false,
};

/** The lines of an explanation. */
const lines = (error: AsError, overrides: Partial<MessageContext> = {}): readonly string[] =>
  explain(error, { ...context, ...overrides }).split("\n");

describe("explain a lock", () => {
  const networks = {
    field: "networks",
    from: "[net-a]",
    to: "[net-b]",
    lockClass: "dormant",
    unmet: ["zero instances", "a paused group"],
  } as const;

  it("shows each change, the live group and exactly three ways out", () => {
    const securityGroups = { ...networks, field: "securityGroups", from: "[sg-a]", to: "none" } as const;
    expect(lines(locked([networks, securityGroups], facts), { doing: "comparing" })).toEqual([
      "AS group web-1a2b3c4 (id 77a7a397): networks, securityGroups cannot change on the group as it is now",
      "  networks: [net-a] → [net-b] needs zero instances and a paused group",
      "  securityGroups: [sg-a] → none needs zero instances and a paused group",
      "  the live group: INSERVICE, 3 instances (desired 3), no scaling action in progress",
      "What you can do:",
      '  1. set lockedChange: "drain": the group is emptied and paused, changed, and given its capacity back',
      '  2. set lockedChange: "replace": a new group is created beside this one, then this one is deleted',
      "  3. empty and pause the group first: set enable: false, minInstanceNumber: 0 and desireInstanceNumber: 0, run `pulumi up`, then make this change; one edit of the program may do both",
    ]);
  });

  it("offers to write what is live into the program where somebody changed it outside", () => {
    const shown = lines(locked([networks], facts, ["networks"]), { doing: "comparing" });
    expect(shown).toContain("  changed outside of Pulumi: networks");
    expect(shown).toContain("  1. write what is live into the program: networks: [net-a]");
  });

  it("shows the live group once, although the context knows it too", () => {
    const shown = lines(locked([networks], facts), { facts }).filter((line) =>
      line.includes("the live group:"),
    );
    expect(shown).toHaveLength(1);
  });

  it("offers to wait when only a scaling action is in the way", () => {
    const zones = {
      field: "availableZones",
      from: "[a]",
      to: "[b]",
      lockClass: "settled",
      unmet: ["no scaling action in progress"],
    } as const;
    expect(lines(locked([zones], { ...facts, isScaling: true, activityType: "NORMAL" }))).toEqual([
      "AS group web-1a2b3c4 (id 77a7a397): availableZones cannot change on the group as it is now",
      "  availableZones: [a] → [b] needs no scaling action in progress",
      "  the live group: INSERVICE, 3 instances (desired 3), scaling action in progress (NORMAL)",
      "What you can do:",
      "  1. wait until the scaling action has ended and run `pulumi up` again",
      "  2. give the update more time to wait for it: timeouts.update",
      "  3. take the change back: availableZones: [a]",
    ]);
  });
});

describe("explain a refusal", () => {
  it("says what the code means, what the service said, how the group is and what to do", () => {
    const error = refused({
      operation: "modify AS group",
      status: 400,
      code: "AS.2012",
      text: "VPC vpc-a does not exist",
    });
    expect(lines(error, { facts })).toEqual([
      "AS group web-1a2b3c4 (id 77a7a397): updating failed: the service refused to modify AS group (HTTP 400)",
      "  AS.2012: the VPC does not exist",
      "  the service says: VPC vpc-a does not exist",
      "  the live group: INSERVICE, 3 instances (desired 3), no scaling action in progress",
      "What you can do:",
      "  1. check vpcId: the VPC must exist in this project and region",
    ]);
  });

  it.each(Object.keys(asCodes))("says what %s means and what to do about it", (code) => {
    const text = explain(refused({ operation: "modify AS group", status: 400, code }), context);
    expect(text).toContain(`\n  ${code}: ${asCodes[code]!.meaning}\n`);
    expect(text).toContain(`\n  1. ${asCodes[code]!.next}`);
  });

  it("admits that it does not know a code", () => {
    expect(lines(refused({ operation: "create AS group", status: 400, code: "AS.9999" }))).toEqual([
      "AS group web-1a2b3c4 (id 77a7a397): updating failed: the service refused to create AS group (HTTP 400)",
      "  code AS.9999, which this package does not know",
      "What you can do:",
      "  1. compare the answer of the service with the arguments",
      "  2. run `pulumi up` again: it looks at what is live first and goes on from there",
    ]);
  });

  it.each([
    [401, "  1. check the sign-in settings (OS_* variables or otc:* configuration)"],
    [403, "  1. give the user the permissions of Auto Scaling in this project"],
    [404, "  1. check the AS endpoint and the region (OTC_AS_ENDPOINT or otc:endpoint)"],
    [429, "  1. too many requests: wait a minute and run `pulumi up` again"],
    [503, "  1. the service has a fault of its own: wait a few minutes"],
  ])("goes by the status %d when there is no code", (status, way) => {
    expect(lines(refused({ operation: "list AS groups", status }))[2]).toBe(way);
  });
});

describe("explain another error", () => {
  it.each<[string, AsError, readonly string[]]>([
    [
      "a missing group",
      notFound({ operation: "get AS group", code: "AS.2007" }),
      [
        "updating failed: the group does not exist",
        "  the service answered AS.2007 to: get AS group",
        "What you can do:",
        "  1. run `pulumi refresh`, then `pulumi up` creates it anew",
        "  2. check that you are signed in to the project and region in which it was created",
      ],
    ],
    [
      "a failed sign-in",
      signInFailed("user name or password is wrong (user ops, iam.example)"),
      [
        "updating failed: no sign-in",
        "  user name or password is wrong (user ops, iam.example)",
        "What you can do:",
        "  1. check OS_AUTH_URL, OS_USERNAME, OS_PASSWORD, OS_USER_DOMAIN_NAME and OS_PROJECT_NAME, or otc:authUrl, otc:userName, otc:password, otc:domainName and otc:projectName",
        "  2. or what else signs in: a token (OS_AUTH_TOKEN, otc:token), an access key (OS_ACCESS_KEY, OS_SECRET_KEY, OS_SECURITY_TOKEN, otc:accessKey, otc:secretKey, otc:securityToken), or the cloud that OS_CLOUD or otc:cloud names in clouds.yaml",
      ],
    ],
    [
      "a request that was never sent",
      unreachable({ operation: "list AS groups", reason: "ECONNREFUSED 127.0.0.1:8080", neverSent: true }),
      [
        "updating failed: no answer to: list AS groups",
        "  ECONNREFUSED 127.0.0.1:8080",
        "  the request was never sent, so it has changed nothing",
        "What you can do:",
        "  1. check the network, the proxy and the addresses (OS_AUTH_URL, OTC_AS_ENDPOINT)",
        "  2. run `pulumi up` again: it looks at what is live first and goes on from there",
      ],
    ],
    [
      "a lost answer",
      unreachable({ operation: "create AS group", reason: "ECONNRESET", neverSent: false }),
      [
        "updating failed: no answer to: create AS group",
        "  ECONNRESET",
        "  the request may have been carried out",
        "What you can do:",
        "  1. check the network, the proxy and the addresses (OS_AUTH_URL, OTC_AS_ENDPOINT)",
        "  2. run `pulumi up` again: it looks at what is live first and goes on from there",
      ],
    ],
    [
      "an answer of another form",
      undecodable("get AS group", [
        { path: "scaling_group.vpc_id", expected: "text", found: SECRET },
        { path: "", expected: "an object", found: SECRET },
      ]),
      [
        'updating failed: the answer to "get AS group" does not have the documented form',
        "  scaling_group.vpc_id: expected text",
        "  the whole answer: expected an object",
        "What you can do:",
        "  1. check that the endpoint is that of Auto Scaling (OTC_AS_ENDPOINT or otc:endpoint)",
        "  2. if it is, report this as a bug of pulumi-otc-autoscaling",
      ],
    ],
    [
      "missing settings",
      misconfigured([
        "the password is missing: set OS_PASSWORD",
        "the project is missing: set OS_PROJECT_ID",
      ]),
      [
        "updating failed: the settings are not complete or not valid",
        "  the password is missing: set OS_PASSWORD",
        "  the project is missing: set OS_PROJECT_ID",
      ],
    ],
    [
      "arguments of another form",
      malformed("arguments", [{ path: "vpcId", expected: "a VPC id", found: SECRET }]),
      [
        "updating failed: the arguments do not have the right form",
        "  vpcId: expected a VPC id",
        "What you can do:",
        "  1. correct these arguments in the program",
      ],
    ],
    [
      "a state of another form",
      malformed("recorded state", [{ path: "", expected: "an object", found: SECRET }]),
      [
        "updating failed: the recorded state does not have the right form",
        "  recorded state: expected an object",
        "What you can do:",
        "  1. run `pulumi refresh`, which records the live group anew",
        "  2. if a newer version of pulumi-otc-autoscaling wrote the state, use that version",
      ],
    ],
    [
      "a deadline",
      timedOut({ wanted: "3 instances in service", last: "1 of 3 instances in service", seconds: 600 }),
      [
        "updating has waited 10m for 3 instances in service",
        "  last seen: 1 of 3 instances in service",
        "What you can do:",
        "  1. run `pulumi up` again: it goes on from the live group",
        "  2. allow more time: timeouts.update",
      ],
    ],
    [
      "a deadline with evidence",
      timedOut({ wanted: "an empty group", last: "1 instance", seconds: 90, evidence: "FAIL: quota" }),
      [
        "updating has waited 1m30s for an empty group",
        "  last seen: 1 instance",
        "  AS says: FAIL: quota",
        "What you can do:",
        "  1. run `pulumi up` again: it goes on from the live group",
        "  2. allow more time: timeouts.update",
      ],
    ],
    [
      "a failed scaling action",
      scalingFailed({
        wanted: "3 instances in service",
        last: "ERROR, 0 instances",
        evidence: "flavor sold out",
      }),
      [
        "updating failed: AS gave up before there were 3 instances in service",
        "  last seen: ERROR, 0 instances",
        "  AS says: flavor sold out",
        "What you can do:",
        "  1. remove the cause that AS names, then run `pulumi up` again: it goes on from the live group",
      ],
    ],
    [
      "a stop",
      stopped("2 instance(s) are protected", ["take the protection off", 'set deleteMode: "force"']),
      [
        "updating has stopped: 2 instance(s) are protected",
        "What you can do:",
        "  1. take the protection off",
        '  2. set deleteMode: "force"',
      ],
    ],
    ["a stop without a way out", stopped("it is over"), ["updating has stopped: it is over"]],
  ])("explains %s", (_, error, [headline, ...rest]) => {
    expect(lines(error)).toEqual([`AS group web-1a2b3c4 (id 77a7a397): ${headline!}`, ...rest]);
  });

  it.each([
    ["creating", "timeouts.create"],
    ["updating", "timeouts.update"],
    ["deleting", "timeouts.delete"],
    ["reading", "timeouts"],
  ])("names the timeout of %s", (doing, timeout) => {
    const error = timedOut({ wanted: "x", last: "y", seconds: 1 });
    expect(lines(error, { doing }).at(-1)).toBe(`  2. allow more time: ${timeout}`);
  });

  it.each([
    [{ name: "", id: "77a7a397" }, "AS group (id 77a7a397): "],
    [{ name: "web", id: "" }, "AS group web: "],
    [{ name: "", id: "" }, "AS group: "],
  ])("names the group as far as it is known: %j", (known, beginning) => {
    expect(explain(stopped("x"), { doing: "creating", ...known })).toBe(
      `${beginning}creating has stopped: x`,
    );
  });
});
