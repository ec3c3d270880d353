/** JSON schemas of the administration's request bodies. */

const text = { type: "string" };
const count = { type: "integer", minimum: 1 };

const effect = (kind: string, required: readonly string[] = [], properties: object = {}): object => ({
  properties: { kind: { const: kind }, ...properties },
  required: ["kind", ...required],
  additionalProperties: false,
});

export const faultSchema = {
  type: "object",
  required: ["match", "effect"],
  additionalProperties: false,
  properties: {
    match: {
      type: "object",
      additionalProperties: false,
      properties: { service: { enum: ["iam", "as"] }, method: text, path: text, nth: count },
    },
    effect: {
      type: "object",
      discriminator: { propertyName: "kind" },
      required: ["kind"],
      oneOf: [
        effect("status", ["status"], {
          status: { type: "integer", minimum: 200, maximum: 599 },
          code: text,
          message: text,
          headers: { type: "object", additionalProperties: text },
        }),
        effect("delay", ["ms"], { ms: { type: "number", minimum: 0 } }),
        effect("reset"),
        effect("lost"),
        effect("malformed"),
        effect("truncated"),
      ],
    },
    times: count,
  },
};

export const clockSchema = {
  type: "object",
  required: ["speed"],
  additionalProperties: false,
  properties: { speed: { type: "number", exclusiveMinimum: 0 } },
};

export const temporaryKeySchema = {
  type: ["object", "null"],
  additionalProperties: false,
  properties: { lifetimeSeconds: count },
};
