/** The identity service: sign-in, token verification, catalog, projects. */
import type { FastifyError, FastifyInstance, FastifyRequest } from "fastify";
import { parseBody, signedRequest } from "../body";
import { AuthenticationFailure, type Authentication, type Principal } from "./authentication";
import { catalog } from "./catalog";
import { IamRefusal, iamErrorBody } from "./refusal";
import { signIn, signInSchema, type SignInBody } from "./sign-in";
import { domainDocument, projectDocument, tokenDocument } from "./token-document";

const SUBJECT_TOKEN = "X-Subject-Token";

interface NameFilter {
  readonly name?: string;
}

/** What the identity routes need. */
export interface IamRoutesOptions {
  readonly authentication: Authentication;
  /** Own address, for links and the catalog; known only once the server listens. */
  readonly url: () => string;
}

/** The identity routes; to be registered under `/v3`. */
export function iamRoutes({ authentication, url }: IamRoutesOptions): (app: FastifyInstance) => void {
  const { account, tokens } = authentication;

  /** Answers the known thing when the query asks for its name, or for none. */
  const list = (key: string, document: object, name: string, query: NameFilter): object => ({
    [key]: query.name === undefined || query.name === name ? [document] : [],
    links: { self: `${url()}/v3`, next: null, previous: null },
  });

  const principal = (request: FastifyRequest): Principal => authentication.principal(signedRequest(request));

  return (app) => {
    app.addHook("preValidation", (request, _reply, done) => {
      parseBody(request, (message) => new IamRefusal(400, message));
      done();
    });
    app.setErrorHandler((error: FastifyError, _request, reply) => {
      const status = iamStatus(error);
      return reply.code(status).send(iamErrorBody(status, error.message));
    });
    app.setNotFoundHandler((_request, reply) =>
      reply.code(404).send(iamErrorBody(404, "The resource could not be found.")),
    );

    app.post<{ Body: SignInBody; Querystring: { nocatalog?: string } }>(
      "/auth/tokens",
      { schema: { body: signInSchema } },
      (request, reply) => {
        const token = signIn(request.body, account, tokens);
        const withCatalog = token.scope !== "unscoped" && request.query.nocatalog === undefined;
        return reply
          .code(201)
          .header(SUBJECT_TOKEN, token.id)
          .send(tokenDocument(token, account, url(), withCatalog));
      },
    );

    app.get<{ Querystring: { nocatalog?: string } }>("/auth/tokens", (request, reply) => {
      principal(request);
      const subject = request.headers["x-subject-token"];
      const token = typeof subject === "string" ? tokens.find(subject) : undefined;
      if (token === undefined) throw new IamRefusal(404, "The token in X-Subject-Token could not be found.");
      const withCatalog = token.scope !== "unscoped" && request.query.nocatalog === undefined;
      return reply.header(SUBJECT_TOKEN, token.id).send(tokenDocument(token, account, url(), withCatalog));
    });

    app.get("/auth/catalog", (request) => {
      const { scope } = principal(request);
      return {
        catalog: catalog(url(), account, scope === "project"),
        links: { self: `${url()}/v3/auth/catalog`, next: null, previous: null },
      };
    });

    for (const path of ["/projects", "/auth/projects"]) {
      app.get<{ Querystring: NameFilter }>(path, (request) => {
        principal(request);
        return list("projects", projectDocument(account, url()), account.project.name, request.query);
      });
    }
    app.get<{ Querystring: NameFilter }>("/auth/domains", (request) => {
      principal(request);
      return list("domains", domainDocument(account, url()), account.domain.name, request.query);
    });
  };
}

function iamStatus(error: FastifyError): number {
  if (error instanceof IamRefusal) return error.status;
  if (error instanceof AuthenticationFailure) return 401;
  return error.validation === undefined ? (error.statusCode ?? 500) : 400;
}
