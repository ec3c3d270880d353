/**
 * What the engine loads, by the subpath and the names that every recorded state holds. They are frozen: renaming one
 * breaks the refresh and the destroy of everything that an older version has created.
 */
export * as asGroup from "./as-group";
export * as instanceRefresh from "./instance-refresh";
export { lifecycleHook } from "./lifecycle-hook";
