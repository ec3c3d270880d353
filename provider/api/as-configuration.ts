/**
 * Operations on AS configurations. There is none that modifies one.
 *
 * @see as_06_0201 to as_06_0205
 */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { handled } from "../core/as-code/handling";
import type { AsConfiguration, AsConfigurationCreation } from "../core/as-configuration/model";
import type { AsError } from "../core/error";
import type { AsClient } from "./client";
import {
  asConfigurationAnswer,
  asConfigurationIdAnswer,
  asConfigurationPage,
  creationBody,
} from "./codec/as-configuration";
import { noContent } from "./codec/wire";
import { PAGE_SIZE, readAllPages } from "./paging";

/** AS.1004: the AS configuration does not exist. */
const GONE = handled.configurationGone.codes;

const PATH = "/scaling_configuration";
const pathOf = (id: string): string => `${PATH}/${encodeURIComponent(id)}`;

/**
 * Creates an AS configuration and gives its id. Not repeated when the answer is lost. Refused with AS.1024 when the
 * project has as many as it may have.
 *
 * @see as_06_0201
 */
export const createAsConfiguration =
  (client: AsClient) =>
  (creation: AsConfigurationCreation): TE.TaskEither<AsError, string> =>
    pipe(
      client.request({
        operation: "create AS configuration",
        method: "POST",
        version: "v1",
        path: PATH,
        body: creationBody(creation),
        decoder: asConfigurationIdAnswer,
      }),
      TE.map(({ scalingConfigurationId }) => scalingConfigurationId),
    );

/**
 * The live AS configuration.
 *
 * @see as_06_0203
 */
export const getAsConfiguration =
  (client: AsClient) =>
  (id: string): TE.TaskEither<AsError, AsConfiguration> =>
    pipe(
      client.request({
        operation: "get AS configuration",
        method: "GET",
        version: "v1",
        path: pathOf(id),
        goneCodes: GONE,
        decoder: asConfigurationAnswer,
      }),
      TE.map(({ scalingConfiguration }) => scalingConfiguration),
    );

/** Which AS configurations to list; those that meet every given condition. */
export interface AsConfigurationFilter {
  /** Part of the name. */
  readonly scalingConfigurationName?: string;
  readonly imageId?: string;
}

/** A listing of AS configurations. */
export interface AsConfigurationListing {
  readonly configurations: readonly AsConfiguration[];
  /** How many there were according to the service when the first page was read. */
  readonly total: number;
}

/**
 * All AS configurations that match. Absence from the listing does not prove that one is gone: ask for it.
 *
 * @see as_06_0202
 */
export const listAsConfigurations =
  (client: AsClient) =>
  (filter: AsConfigurationFilter = {}): TE.TaskEither<AsError, AsConfigurationListing> =>
    pipe(
      readAllPages(
        (offset) =>
          pipe(
            client.request({
              operation: "list AS configurations",
              method: "GET",
              version: "v1",
              path: PATH,
              query: {
                scaling_configuration_name: filter.scalingConfigurationName,
                image_id: filter.imageId,
                start_number: offset,
                limit: PAGE_SIZE,
              },
              decoder: asConfigurationPage,
            }),
            TE.map((page) => ({ rows: page.scalingConfigurations, total: page.totalNumber })),
          ),
        (configuration) => configuration.scalingConfigurationId,
      ),
      TE.map(({ rows, total }) => ({ configurations: rows, total })),
    );

/**
 * Deletes an AS configuration. Refused with AS.1006 while any group uses it; instances do not count.
 *
 * @see as_06_0204
 */
export const deleteAsConfiguration =
  (client: AsClient) =>
  (id: string): TE.TaskEither<AsError, void> =>
    client.request({
      operation: "delete AS configuration",
      method: "DELETE",
      version: "v1",
      path: pathOf(id),
      goneCodes: GONE,
      decoder: noContent,
    });
