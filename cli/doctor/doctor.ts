/** Examines settings, sign-in, permissions and quotas. Each is looked at as far as the ones before allow it. */
import * as E from "fp-ts/Either";
import * as T from "fp-ts/Task";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { getAsQuotas } from "../../provider/api/as-quota";
import type { AsClient } from "../../provider/api/client";
import type { AsError } from "../../provider/core/error";
import type { Origin } from "../../provider/core/settings/origin";
import { isForbidden } from "../../provider/service/forbidden";
import type { Connection } from "../connection";
import { findingOf } from "./advice";
import { fine, type Finding, problem, type Section, untried, warning } from "./finding";
import { examinePermissions, forbidden, listGroups } from "./permissions";
import { findingOfQuota } from "./quotas";

const originLine = ({ setting, shown, spelling, place }: Origin): string =>
  `${setting}: ${shown} – ${spelling} in ${place}`;

const settingsSection = ({ origins, client, warnings }: Connection): Section => ({
  title: "Settings",
  findings: [
    ...origins.map((origin) => fine(originLine(origin))),
    ...(E.isLeft(client) ? problemsOf(client.left) : []),
    ...warnings.map((text) => warning(text)),
  ],
});

/** Each problem of the settings says itself how to solve it. */
const problemsOf = (error: AsError): readonly Finding[] =>
  error._tag === "Misconfigured"
    ? error.problems.map((text) => problem(text))
    : [findingOf(error, "the settings", [])];

const LATER = ["Sign-in", "Endpoint", "Permissions", "Quotas"] as const;

const notTried = (titles: readonly string[], why: string): readonly Section[] =>
  titles.map((title) => ({ title, findings: [untried(`not tried, because ${why}`)] }));

const quotaFindings = (client: AsClient): T.Task<readonly Finding[]> =>
  pipe(
    getAsQuotas(client),
    TE.match(
      (error): readonly Finding[] => [
        isForbidden(error) ? forbidden("read quotas", "as:quotas:get") : findingOf(error, "read quotas", []),
      ],
      (quotas) => quotas.map(findingOfQuota),
    ),
  );

/** Any answer shows that the address is right, a refusal as well. */
const isAnswer = ({ _tag }: AsError): boolean => _tag !== "Unreachable" && _tag !== "Undecodable";

const beyondSignIn = (client: AsClient, host: string): T.Task<readonly Section[]> =>
  pipe(
    listGroups(client),
    T.chain((listing): T.Task<readonly Section[]> => {
      if (E.isLeft(listing) && !isAnswer(listing.left))
        return T.of([
          { title: "Endpoint", findings: [findingOf(listing.left, "Auto Scaling", [])] },
          ...notTried(LATER.slice(2), "the endpoint does not answer"),
        ]);
      return pipe(
        T.Do,
        T.apS("permissions", examinePermissions(client, listing)),
        T.apS("quotas", quotaFindings(client)),
        T.map(({ permissions, quotas }) => [
          { title: "Endpoint", findings: [fine(`Auto Scaling answers at ${host}`)] },
          { title: "Permissions (reads; writes are not tried)", findings: permissions },
          { title: "Quotas", findings: quotas },
        ]),
      );
    }),
  );

const examineClient = (client: AsClient, origins: readonly Origin[]): T.Task<readonly Section[]> =>
  pipe(
    client.session,
    TE.matchE(
      (error): T.Task<readonly Section[]> =>
        T.of([
          { title: "Sign-in", findings: [findingOf(error, "the sign-in", origins)] },
          ...notTried(LATER.slice(1), "there is no sign-in"),
        ]),
      ({ projectId, region, endpoint }) =>
        pipe(
          beyondSignIn(client, new URL(endpoint).origin),
          T.map((sections) => [
            {
              title: "Sign-in",
              findings: [fine(`project ${projectId}${region === undefined ? "" : ` in region ${region}`}`)],
            },
            ...sections,
          ]),
        ),
    ),
  );

/** Examines everything; nothing is written. */
export const examine = (connection: Connection): T.Task<readonly Section[]> =>
  pipe(
    connection.client,
    E.match(
      () => T.of(notTried(LATER, "the settings are not complete")),
      (client) => examineClient(client, connection.origins),
    ),
    T.map((sections) => [settingsSection(connection), ...sections]),
  );
