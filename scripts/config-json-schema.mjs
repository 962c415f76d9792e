const ID =
  "https://raw.githubusercontent.com/copydesk/copydesk/main/docs/schemas/config.schema.json";

/** The JSON Schema (draft 2020-12) of the config, the options of every rule included. */
export function configJsonSchema({ z, configSchema, rules }) {
  const convert = (schema) => {
    const { $schema: _, ...json } = z.toJSONSchema(schema, {
      target: "draft-2020-12",
      io: "input",
      unrepresentable: "any",
    });
    return json;
  };
  const base = convert(configSchema);
  const entry = base.properties.rules.additionalProperties;
  // Rules of one's own are code; a config in JSON or YAML cannot hold them.
  delete base.properties.plugins;

  const ruleEntries = Object.fromEntries(
    rules.map((rule) => [rule.id, ruleEntry(rule, convert(rule.options))]),
  );
  const rulesSchema = {
    description: base.properties.rules.description,
    type: "object",
    properties: ruleEntries,
    additionalProperties: { $ref: "#/$defs/ruleEntry" },
  };
  base.properties.rules = { $ref: "#/$defs/rules" };
  base.properties.overrides.items.properties.rules = { $ref: "#/$defs/rules" };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: ID,
    title: "copydesk config",
    ...base,
    $defs: {
      ...base.$defs,
      severity: { enum: ["off", "info", "warn", "error"] },
      ruleEntry: entry,
      rules: rulesSchema,
    },
  };
}

function ruleEntry(rule, options) {
  const severity = { $ref: "#/$defs/severity" };
  const list = {
    type: "array",
    prefixItems: [severity, options],
    minItems: 1,
    maxItems: 2,
  };
  return { description: `${rule.summary}.`, anyOf: [severity, list] };
}
