/** The operations on AS groups, bound to a client. */
import { createAsGroup, deleteAsGroup, modifyAsGroup, pauseAsGroup, resumeAsGroup } from "../api/as-group";
import { addAsInstances, listAsInstances, protectAsInstances, removeAsInstances } from "../api/as-instance";
import { putAsGroupTags, removeAsGroupTags } from "../api/as-tag";
import type { AsClient } from "../api/client";
import { listHeldInstances } from "../api/held-instance";
import { createLifecycleHook, listLifecycleHooks } from "../api/lifecycle-hook";
import { listScalingActionLogs } from "../api/scaling-action-log";
import type { AsGroupEnvironment } from "../service/as-group/environment";

export const portsOf = (client: AsClient): AsGroupEnvironment["ports"] => ({
  createGroup: createAsGroup(client),
  modifyGroup: modifyAsGroup(client),
  resumeGroup: resumeAsGroup(client),
  pauseGroup: pauseAsGroup(client),
  deleteGroup: deleteAsGroup(client),
  putTags: putAsGroupTags(client),
  removeTags: removeAsGroupTags(client),
  listHooks: listLifecycleHooks(client),
  createHook: createLifecycleHook(client),
  listInstances: listAsInstances(client),
  removeInstances: removeAsInstances(client),
  addInstances: addAsInstances(client),
  protectInstances: protectAsInstances(client),
  listHeldInstances: listHeldInstances(client),
  listActionLogs: listScalingActionLogs(client),
});
