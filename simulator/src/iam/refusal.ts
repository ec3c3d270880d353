/** Refusals of the identity service, in Keystone's form. */

const TITLES: Readonly<Partial<Record<number, string>>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
};

/** Thrown by the identity service; answered as `{"error":{"code","message","title"}}`. */
export class IamRefusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404,
    message: string,
  ) {
    super(message);
    this.name = "IamRefusal";
  }
}

/** The body of a refusal. */
export function iamErrorBody(status: number, message: string): object {
  return { error: { code: status, message, title: TITLES[status] ?? "Error" } };
}
