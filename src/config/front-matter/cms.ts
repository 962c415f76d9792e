import * as z from "zod";

/**
 * Content types of Front Matter CMS (https://frontmatter.codes/docs/content-creation/content-types), as
 * `frontmatter.json` holds them.
 */
const KEY = "frontMatter.taxonomy.contentTypes";

interface Field {
  readonly name?: string | undefined;
  readonly type: string;
  readonly required?: boolean | undefined;
  readonly multiple?: boolean | undefined;
  readonly choices?: readonly (string | number | { readonly id: string | number })[] | undefined;
  readonly numberOptions?:
    | {
        readonly isDecimal?: boolean | undefined;
        readonly min?: number | undefined;
        readonly max?: number | undefined;
      }
    | undefined;
  readonly taxonomyLimit?: number | undefined;
  readonly fields?: readonly Field[] | undefined;
}

const fieldSchema: z.ZodType<Field> = z.lazy(() =>
  z.looseObject({
    // Dividers and headings have no name.
    name: z.string().optional(),
    type: z.string(),
    required: z.boolean().optional(),
    multiple: z.boolean().optional(),
    choices: z
      .array(
        z.union([z.string(), z.number(), z.looseObject({ id: z.union([z.string(), z.number()]) })]),
      )
      .optional(),
    numberOptions: z
      .looseObject({
        isDecimal: z.boolean().optional(),
        min: z.number().optional(),
        max: z.number().optional(),
      })
      .optional(),
    taxonomyLimit: z.number().optional(),
    fields: z.array(fieldSchema).optional(),
  }),
);

const settingsSchema = z.looseObject({
  [KEY]: z.array(z.looseObject({ name: z.string(), fields: z.array(fieldSchema) })),
});

type JsonSchema = Record<string, unknown>;

/** Whether a value is the content of a `frontmatter.json`. */
export function isFrontMatterCms(value: object): boolean {
  return Object.hasOwn(value, KEY);
}

const TEXT: JsonSchema = { type: ["string", "number"] };
const NAMES: JsonSchema = { type: "array", items: TEXT };

function oneOrMany(one: JsonSchema, field: Field): JsonSchema {
  return field.multiple === true ? { anyOf: [one, { type: "array", items: one }] } : one;
}

function choice({ choices = [] }: Field): JsonSchema {
  const values = choices.map((one) => (typeof one === "object" ? one.id : one));
  return values.length === 0 ? TEXT : { enum: values };
}

/** What a field of a type holds; `{}`, anything, for types that extensions bring along. */
function shapeOf(field: Field): JsonSchema {
  switch (field.type) {
    case "string":
    case "slug":
    case "contentRelationship":
    case "image":
    case "file":
      return oneOrMany(TEXT, field);
    case "datetime":
      // Its text is checked by the date rules.
      return TEXT;
    case "number": {
      const { isDecimal, min, max } = field.numberOptions ?? {};
      return {
        type: isDecimal === false ? "integer" : "number",
        ...(min === undefined ? {} : { minimum: min }),
        ...(max === undefined ? {} : { maximum: max }),
      };
    }
    case "boolean":
    case "draft":
      return { type: "boolean" };
    case "choice":
      return oneOrMany(choice(field), field);
    case "tags":
    case "categories":
    case "taxonomy": {
      const limit = field.taxonomyLimit ?? 0;
      const list = limit > 0 ? { ...NAMES, maxItems: limit } : NAMES;
      return { anyOf: [TEXT, list] };
    }
    case "list":
      return NAMES;
    case "fields":
      return objectOf(field.fields ?? []);
    case "block":
      return { type: "array", items: { type: "object" } };
    default:
      return {};
  }
}

function objectOf(fields: readonly Field[]): JsonSchema {
  const named = fields.flatMap((field) =>
    field.name === undefined ? [] : [{ ...field, name: field.name }],
  );
  // An empty value is written by the editor for a field that is not filled in.
  const properties = named.map((field): readonly [string, JsonSchema] => [
    field.name,
    field.required === true ? shapeOf(field) : { anyOf: [shapeOf(field), { type: "null" }] },
  ]);
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    required: named.filter(({ required }) => required === true).map(({ name }) => name),
  };
}

/**
 * JSON Schemas of the content types of a `frontmatter.json`, by name.
 *
 * @throws {z.ZodError} when the content types are not as the CMS writes them
 */
export function contentTypes(settings: object): ReadonlyMap<string, JsonSchema> {
  const types = settingsSchema.parse(settings)[KEY];
  return new Map(types.map(({ name, fields }) => [name, objectOf(fields)]));
}

/** The content type that front matter names, as the CMS looks for it; `default` where it names none. */
export function contentTypeOf(data: Readonly<Record<string, unknown>>): string {
  const named = data.fmContentType ?? data.type;
  return typeof named === "string" ? named : "default";
}
