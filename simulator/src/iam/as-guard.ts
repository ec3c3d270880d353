/** What stands before every AS route: who sends the call, may they use this project, is the body JSON. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { AsRefusal } from "../as";
import { parseBody, signedRequest } from "../body";
import { AuthenticationFailure, type Authentication, type Principal } from "./authentication";

const PROJECT_OF_PATH = /^\/autoscaling-api\/[^/?]+\/([^/?]+)/;

function principal(request: FastifyRequest, authentication: Authentication): Principal {
  try {
    return authentication.principal(signedRequest(request));
  } catch (error) {
    if (!(error instanceof AuthenticationFailure)) throw error;
    throw new AsRefusal(401, error.reason === "missing" ? "AS.0005" : "AS.0006", error.message);
  }
}

/** In the order of the service: token, project, body. AS.0005, AS.0006, AS.0008, AS.0022. */
export function guardAsRoutes(app: FastifyInstance, authentication: Authentication): void {
  app.addHook("preValidation", (request, _reply, done) => {
    const { scope } = principal(request, authentication);
    const projectId = PROJECT_OF_PATH.exec(request.originalUrl)?.[1];
    if (scope !== "project" || projectId !== authentication.account.project.id) {
      throw new AsRefusal(400, "AS.0008", "the project id in the path is not the project of the credentials");
    }
    parseBody(request, (message) => new AsRefusal(400, "AS.0022", message));
    done();
  });
}
