/** Listing AS groups. */
import { GROUP_STATUSES, type Group, type GroupSettings } from "../model";
import { inListOrder, page, type Query } from "../paging";
import { refuse } from "../refusal";
import { isId, oneOf } from "../value";
import type { World } from "../world";
import { DEFAULT_PROJECT } from "./fields";
import { groupDocument } from "./representation";

const ALL_PROJECTS = "all_granted_eps";
const readStatus = oneOf("AS.2020", "scaling_group_status", GROUP_STATUSES);

type Filter = (group: Group) => boolean;

/** Which settings belong to the project that a query names; what has none belongs to the default one. AS.7065. */
export function projectFilter(
  project: unknown,
): (settings: Pick<GroupSettings, "enterprise_project_id"> | undefined) => boolean {
  if (project === undefined || project === "" || project === ALL_PROJECTS) return () => true;
  if (project !== DEFAULT_PROJECT && !isId(project)) {
    throw refuse("AS.7065", `enterprise_project_id must be 0, ${ALL_PROJECTS} or a valid id`);
  }
  return (settings) => (settings?.enterprise_project_id ?? DEFAULT_PROJECT) === project;
}

function filters(query: Query): readonly Filter[] {
  const { scaling_group_name: name, scaling_configuration_id: configuration } = query;
  const status = query["scaling_group_status"];
  const readable = status === undefined ? undefined : readStatus(status);
  const isInProject = projectFilter(query["enterprise_project_id"]);
  return [
    ({ settings }) => typeof name !== "string" || settings.scaling_group_name.includes(name),
    ({ settings }) => configuration === undefined || settings.scaling_configuration_id === configuration,
    (group) => readable === undefined || group.status === readable,
    ({ settings }) => isInProject(settings),
  ];
}

/** The page of groups that a query asks for. */
export function listGroups(world: World, query: Query): object {
  const wanted = filters(query);
  const groups = inListOrder(world.groups.values(), world.variants).filter((group) =>
    wanted.every((accepts) => accepts(group)),
  );
  const codes = { start: "AS.1001", limit: "AS.1002" };
  const { rows, ...paging } = page(groups, query, codes, world.variants);
  return { ...paging, scaling_groups: rows.map((group) => groupDocument(world, group)) };
}
