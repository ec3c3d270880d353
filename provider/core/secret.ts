/** Text that must not be seen: passwords and tokens. */

const HIDDEN = "[secret]";

/**
 * A secret that prints as `[secret]` in texts, JSON and Node's inspection. Only `reveal` gives the text, and only the
 * code that puts it into a request calls it.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  /** The name under which Node's `util.inspect` and `console` look for a text. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return HIDDEN;
  }
}

export const secret = (text: string): Secret => new Secret(text);
