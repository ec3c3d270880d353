/** The AS service behind a bare server: no sign-in, time stands still until a test advances it. */
import fastify, { type FastifyInstance } from "fastify";
import {
  AsRefusal,
  createAsService,
  errorBody,
  type AsService,
  type AsServiceOptions,
  type Snapshot,
} from "../../../../simulator/src/as";
import { manualClock } from "../../../../simulator/src/clock";

export const PROJECT = "0123456789abcdef0123456789abcdef";
export const ZONES = ["eu-de-01", "eu-de-02", "eu-de-03"];
export const VPC = "00000000-0000-4000-8000-000000000001";
export const SUBNET = "00000000-0000-4000-8000-000000000002";
export const OTHER_SUBNET = "00000000-0000-4000-8000-000000000003";
export const SECURITY_GROUP = "00000000-0000-4000-8000-000000000004";
export const LISTENER = "00000000-0000-4000-8000-000000000005";
export const POOL = "00000000-0000-4000-8000-000000000006";
export const UNKNOWN = "00000000-0000-4000-8000-00000000ffff";

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
/** Longer than any scaling action, its start included. */
export const ONE_ACTION = 3 * MINUTE;

type Method = "GET" | "POST" | "PUT" | "DELETE";
/** JSON of an answer; tests read it field by field. */
export type Json = Record<string, unknown>;

export interface Answer {
  readonly status: number;
  readonly body: Json;
  /** The code of a refusal, undefined otherwise. */
  readonly code: string | undefined;
}

export interface TestService {
  readonly as: AsService;
  /** @param version of the API; the first one when it is not given */
  call(method: Method, path: string, body?: unknown, version?: "v1" | "v2"): Promise<Answer>;
  advance(ms: number): void;
  outside(name: string, body?: unknown): Json;
  snapshot(): Snapshot;
}

function app(as: AsService): FastifyInstance {
  const server = fastify();
  server.setErrorHandler((error, _request, reply) =>
    error instanceof AsRefusal
      ? reply.code(error.status).send(errorBody(error.code, error.message))
      : reply.code(500).send(errorBody("AS.0001", String(error))),
  );
  as.routes(server);
  return server;
}

export function startService(options: Partial<AsServiceOptions> = {}): TestService {
  const clock = manualClock();
  const as = createAsService({ projectId: PROJECT, region: "eu-de", zones: ZONES, clock, ...options });
  const server = app(as);
  return {
    as,
    call: async (method, path, body, version = "v1") => {
      const reply = await server.inject({
        method,
        url: `/${version}/${PROJECT}/${path}`,
        ...(body !== undefined && { payload: body as object }),
      });
      const json = reply.body === "" ? {} : reply.json<Json>();
      const error = json["error"] as { code?: string } | undefined;
      return { status: reply.statusCode, body: json, code: error?.code };
    },
    advance: (ms) => {
      clock.advance(ms);
    },
    outside: (name, body) => as.outside[name]!(body) as Json,
    snapshot: () => as.snapshot(),
  };
}

export const configurationOf = (service: TestService): string =>
  service.outside("seedConfiguration")["scaling_configuration_id"] as string;

/** A body that create accepts. */
export const groupBody = (service: TestService, fields: Json = {}): Json => ({
  scaling_group_name: "web",
  ...("scaling_configuration_id" in fields ? {} : { scaling_configuration_id: configurationOf(service) }),
  networks: [{ id: SUBNET }],
  vpc_id: VPC,
  ...fields,
});

export async function createGroup(service: TestService, fields: Json = {}): Promise<string> {
  const { status, body } = await service.call("POST", "scaling_group", groupBody(service, fields));
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body["scaling_group_id"] as string;
}

/** A group in service with all its instances. */
export async function createRunningGroup(
  service: TestService,
  desired: number,
  fields: Json = {},
): Promise<string> {
  const numbers = { desire_instance_number: desired, min_instance_number: 0, max_instance_number: 20 };
  const id = await createGroup(service, { ...numbers, ...fields });
  service.outside("resumeGroup", { scaling_group_id: id });
  service.advance(ONE_ACTION);
  return id;
}

export async function getGroup(service: TestService, id: string): Promise<Json> {
  const { body } = await service.call("GET", `scaling_group/${id}`);
  return body["scaling_group"] as Json;
}

export async function instancesOf(service: TestService, id: string): Promise<Json[]> {
  const { body } = await service.call("GET", `scaling_group_instance/${id}/list?limit=100`);
  return body["scaling_group_instances"] as Json[];
}

export const idsOf = (instances: readonly Json[]): string[] =>
  instances.map((it) => it["instance_id"] as string);

export async function logsOf(service: TestService, id: string): Promise<Json[]> {
  const { body } = await service.call("GET", `scaling_activity_log/${id}`);
  return body["scaling_activity_log"] as Json[];
}
