/** Whether an operation may have changed anything in the service, as seen on its own calls. */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import type { AsClient } from "../api/client";
import { isAmbiguous } from "./as-group/ambiguous";

/** A client that is watched. */
export interface WatchedClient {
  readonly client: AsClient;
  /** A write was carried out, or nobody can tell. A refusal, and what was never sent, have changed nothing. */
  readonly mayHaveWritten: () => boolean;
}

/** Watches the writes of one operation. */
export const watchWrites = (client: AsClient): WatchedClient => {
  let written = false;
  const note = (): void => {
    written = true;
  };
  return {
    mayHaveWritten: () => written,
    client: {
      ...client,
      request: (request) =>
        request.method === "GET"
          ? client.request(request)
          : pipe(
              client.request({ ...request, onArrived: note }),
              TE.bimap(
                (error) => {
                  if (isAmbiguous(error)) note();
                  return error;
                },
                (answer) => {
                  note();
                  return answer;
                },
              ),
            ),
    },
  };
};
