/** Entries of the feed for the tests of the page. */
import type {
  ActionOverview,
  FeedPage,
  GroupOverview,
  InstanceOverview,
  LoggedRequest,
} from "../../../simulator/src/page/feed";

export const instance = (given: Partial<InstanceOverview> = {}): InstanceOverview => ({
  id: "ecs-1",
  name: "web-AAAA1111",
  zone: "eu-de-01",
  state: "INSERVICE",
  health: "NORMAL",
  protected: false,
  configuration: "web",
  ...given,
});

export const group = (given: Partial<GroupOverview> = {}): GroupOverview => ({
  id: "group-1",
  name: "web",
  status: "INSERVICE",
  detail: null,
  activity: null,
  cooldownUntil: null,
  min: 1,
  desired: 2,
  max: 4,
  current: 2,
  zones: ["eu-de-01", "eu-de-02"],
  configuration: "web",
  instances: [],
  tags: {},
  hooks: [],
  policies: [],
  ...given,
});

export const action = (given: Partial<ActionOverview> = {}): ActionOverview => ({
  id: "action-1",
  groupId: "group-1",
  groupName: "web",
  type: "NORMAL",
  status: "SUCCESS",
  start: "2026-01-01T00:00:00Z",
  end: "2026-01-01T00:01:30Z",
  instances: 0,
  desired: 2,
  reasons: ["MANNUAL"],
  added: 2,
  removed: 0,
  failures: [],
  ...given,
});

export const request = (given: Partial<LoggedRequest> = {}): LoggedRequest => ({
  seq: 1,
  at: "2026-01-01T00:00:00.000Z",
  simulatedAt: "2026-01-01T10:20:30.000Z",
  service: "as",
  method: "GET",
  path: "/autoscaling-api/v1/project/scaling_group",
  query: {},
  status: 200,
  outcome: "answered",
  ...given,
});

const unchanged = { changed: [], gone: [] };

/** An answer of the feed with nothing new in it. */
export const feedPage = (given: Partial<FeedPage> = {}): FeedPage => ({
  run: "run-1",
  cursor: 1,
  whole: false,
  now: "2026-01-01T00:00:00.000Z",
  speed: 50,
  calls: { as: 0, iam: 0 },
  groups: unchanged,
  actions: unchanged,
  requests: unchanged,
  faults: unchanged,
  ...given,
});
