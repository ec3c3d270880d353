/** The sign-in body: its shape, and what it grants. */
import { IamRefusal } from "./refusal";
import type { Account } from "./account";
import type { Scope, Token, Tokens } from "./tokens";

interface Reference {
  readonly id?: string;
  readonly name?: string;
}

interface OwnedReference extends Reference {
  readonly domain?: Reference;
}

/** The body of `POST /v3/auth/tokens`. */
export interface SignInBody {
  readonly auth: {
    readonly identity: {
      readonly methods: readonly string[];
      readonly password?: { readonly user: OwnedReference & { readonly password: string } };
      readonly token?: { readonly id: string };
    };
    readonly scope?: { readonly project?: OwnedReference; readonly domain?: Reference };
  };
}

const text = { type: "string" };
const reference = { type: "object", properties: { id: text, name: text } };
const ownedReference = { type: "object", properties: { ...reference.properties, domain: reference } };

/** JSON schema of {@link SignInBody}; what it does not fit is malformed. */
export const signInSchema = {
  type: "object",
  required: ["auth"],
  properties: {
    auth: {
      type: "object",
      required: ["identity"],
      properties: {
        identity: {
          type: "object",
          required: ["methods"],
          properties: {
            methods: { type: "array", items: text, minItems: 1 },
            password: {
              type: "object",
              required: ["user"],
              properties: {
                user: {
                  ...ownedReference,
                  required: ["password"],
                  properties: { ...ownedReference.properties, password: text },
                },
              },
            },
            token: { type: "object", required: ["id"], properties: { id: text } },
          },
        },
        scope: { type: "object", properties: { project: ownedReference, domain: reference } },
      },
    },
  },
};

const WRONG_CREDENTIALS = "The username or password is wrong.";

/** By id when there is one, else by name; naming neither is malformed. */
function names(given: Reference, thing: { id: string; name: string }, path: string): boolean {
  if (given.id !== undefined) return given.id === thing.id;
  if (given.name !== undefined) return given.name === thing.name;
  throw new IamRefusal(400, `Expecting to find id or name in ${path}. The request body is malformed.`);
}

function checkPassword(identity: SignInBody["auth"]["identity"], account: Account): void {
  const user = identity.password?.user;
  if (user === undefined) {
    throw new IamRefusal(400, "Expecting to find password in identity. The request body is malformed.");
  }
  if (user.id === undefined && user.domain === undefined) {
    throw new IamRefusal(400, "Expecting to find domain in user. The request body is malformed.");
  }
  const domainFits = user.domain === undefined || names(user.domain, account.domain, "user.domain");
  const userFits = names(user, account.user, "user");
  if (!domainFits || !userFits || user.password !== account.password) {
    throw new IamRefusal(401, WRONG_CREDENTIALS);
  }
}

function parentToken(identity: SignInBody["auth"]["identity"], tokens: Tokens): Token {
  if (identity.token === undefined) {
    throw new IamRefusal(400, "Expecting to find token in identity. The request body is malformed.");
  }
  const parent = tokens.find(identity.token.id);
  if (parent === undefined) throw new IamRefusal(401, "The token is unknown or has expired.");
  return parent;
}

function grantedScope(wanted: SignInBody["auth"]["scope"], account: Account): Scope {
  if (wanted?.project !== undefined) {
    const { domain } = wanted.project;
    const domainFits = domain === undefined || names(domain, account.domain, "scope.project.domain");
    const projectFits = names(wanted.project, account.project, "scope.project");
    if (!domainFits || !projectFits) {
      throw new IamRefusal(401, "The project does not exist, or the user has no role in it.");
    }
    return "project";
  }
  if (wanted?.domain !== undefined) {
    if (!names(wanted.domain, account.domain, "scope.domain")) {
      throw new IamRefusal(401, "The domain does not exist, or the user has no role in it.");
    }
    return "domain";
  }
  return "unscoped";
}

/**
 * Issues the token that a sign-in asks for.
 *
 * @throws IamRefusal 400 when malformed, 401 when the credentials or the scope are wrong
 */
export function signIn({ auth }: SignInBody, account: Account, tokens: Tokens): Token {
  const { identity } = auth;
  const unknown = identity.methods.find((method) => method !== "password" && method !== "token");
  if (unknown !== undefined) {
    throw new IamRefusal(401, `The authentication method ${unknown} is not supported (password, token are).`);
  }
  const parent = identity.methods.includes("token") ? parentToken(identity, tokens) : undefined;
  if (identity.methods.includes("password")) checkPassword(identity, account);
  return tokens.issue(identity.methods, grantedScope(auth.scope, account), parent);
}
