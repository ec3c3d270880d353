/** Listing scaling action logs, in each version. */
import { ACTION_STATUSES, ACTION_TYPES, type ActionLog, type Group } from "../model";
import { inListOrder, page, type Query } from "../paging";
import { refuse } from "../refusal";
import { isId, oneOf } from "../value";
import type { World } from "../world";
import { logDocument, logDocumentV2 } from "./document";
import { momentFilter } from "./moment";

type Filter = (log: ActionLog) => boolean;

/** A running action counts as one without an end, so both ends look at the start. AS.9001, AS.9002. */
function startFilter(query: Query): Filter {
  const isInTime = momentFilter(query, { from: "AS.9001", to: "AS.9002" });
  return ({ startTime }) => isInTime(startTime);
}

function idFilter({ log_id: wanted }: Query): Filter {
  if (wanted === undefined) return () => true;
  if (!isId(wanted)) throw refuse("AS.9005", "log_id must be a valid id");
  return ({ id }) => id === wanted;
}

const readType = oneOf("AS.9012", "type", ACTION_TYPES);
const readStatus = oneOf("AS.9013", "status", ACTION_STATUSES);

function typeFilter({ type: wanted }: Query): Filter {
  if (wanted === undefined) return () => true;
  if (typeof wanted !== "string") throw refuse("AS.9012", "type must be given once");
  const types = wanted.split(",").map(readType);
  return ({ type }) => types.includes(type);
}

function statusFilter({ status: wanted }: Query): Filter {
  if (wanted === undefined) return () => true;
  const readable = readStatus(wanted);
  return ({ status }) => status === readable;
}

function list(
  world: World,
  group: Group,
  query: Query,
  filters: readonly Filter[],
  document: typeof logDocument,
): object {
  const logs = inListOrder(group.logs, world.variants).filter((log) =>
    filters.every((accepts) => accepts(log)),
  );
  const codes = { start: "AS.9003", limit: "AS.9004" };
  const { rows, ...paging } = page(logs, query, codes, world.variants);
  return { ...paging, scaling_activity_log: rows.map((log) => document(log, world.variants)) };
}

/** The page of logs that a query asks for, as version 1 shows them. */
export const listLogs = (world: World, group: Group, query: Query): object =>
  list(world, group, query, [startFilter(query)], logDocument);

/** The page of logs that a query asks for, as version 2 shows them. AS.9005, AS.9012, AS.9013. */
export const listLogsV2 = (world: World, group: Group, query: Query): object =>
  list(
    world,
    group,
    query,
    [startFilter(query), idFilter(query), typeFilter(query), statusFilter(query)],
    logDocumentV2,
  );
