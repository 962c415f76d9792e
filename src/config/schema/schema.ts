import * as z from "zod";
import type { Engine } from "../../engine/engine.js";
import { ENGINE_NAMES } from "../../engines/index.js";
import type { Rule } from "../../rule/index.js";
import { onlineSchema } from "./online-schema.js";

/** Severities as a config writes them. */
export const severitySchema = z
  .enum(["off", "info", "warn", "error"])
  .describe("How much a finding weighs; `off` switches the rule off.");

/** What a config may say about one rule: a severity, or a severity and the rule's options. */
export const ruleEntrySchema = z
  .union([
    severitySchema,
    z.tuple([severitySchema]),
    z.tuple([severitySchema, z.record(z.string(), z.unknown())]),
  ])
  .describe("A severity, or a list of a severity and the rule's options.");

/** Rules and engines of one's own, for configs that are code. */
export const pluginSchema = z
  .strictObject({
    name: z.string().optional().describe("Name of the plugin, for messages."),
    rules: z
      .array(z.custom<Rule>(isRule, "is not a rule; make it with defineRule"))
      .optional()
      .describe("Rules made with `defineRule`. They are on unless they say `recommended: false`."),
    engines: z
      .array(z.custom<Engine>(isEngine, "is not an engine; make it with defineEngine"))
      .optional()
      .describe("Site engines made with `defineEngine`."),
  })
  .describe("Rules and engines of one's own. Only configs that are code can hold one.");

const globsSchema = z.union([z.string(), z.array(z.string())]);

const rulesSchema = z
  .record(z.string(), ruleEntrySchema)
  .describe(
    "Severity and options by rule id (`image/hotlink`) or for a whole family (`typography/*`). Later entries win.",
  );

const extendsSchema = z
  .union([z.string(), z.array(z.string())])
  .describe(
    "Presets (`recommended`, `strict`, `docs`, `feed`), engines by name and config files (`./house-style.yaml`) to build on; later ones win. `recommended` when nothing is named.",
  );

const frontMatterSchemaSchema = z
  .custom<string | object>(
    (value) =>
      typeof value === "string" ||
      (typeof value === "object" && value !== null) ||
      typeof value === "function",
    "must be a JSON Schema, a zod schema, a Standard Schema, or the name of a preset",
  )
  .describe(
    "Schema that front matter must meet: JSON Schema, zod or any Standard Schema, a JSON file with a JSON Schema or the content types of Front Matter CMS (`./frontmatter.json`), the content config of a site (`./src/content.config.ts`), which is run, or the name of an engine's preset.",
  )
  .meta({ type: ["string", "object"] });

const engineSchema = z
  .union([z.enum(ENGINE_NAMES), z.string()])
  .describe(
    "Site generator the articles are written for. Detected from the site's files when absent.",
  );

/** Facts about the site, given once for all rules. */
export const siteSchema = z
  .strictObject({
    root: z
      .string()
      .optional()
      .describe(
        "Folder of the site's sources, relative to this config. Setting it says that the whole site is in view.",
      ),
    url: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe("Public address of the site, for example `https://example.org/blog/`."),
    complete: z
      .boolean()
      .optional()
      .describe(
        "Whether the whole site is in view, so that an absent link target is certainly broken.",
      ),
    timezone: z
      .string()
      .refine(isTimeZone, "is not an IANA time zone such as Asia/Shanghai")
      .optional()
      .describe("IANA time zone of the newsroom, for example `Asia/Shanghai`."),
    staticDirs: z
      .array(z.string())
      .optional()
      .describe("Folders served at the root of the site, relative to this config."),
    ownHosts: z
      .array(z.string())
      .optional()
      .describe("Further hosts that are the site's own, CDN hosts included."),
    routes: z
      .record(z.string().startsWith("/"), z.union([z.string(), z.literal(true)]))
      .optional()
      .describe(
        "Addresses that exist, by glob (`/tags/**`): the source file that is served there, relative to this config, or `true` for what something else makes. They overrule the engine's own routes.",
      ),
    redirectFiles: z
      .array(z.string())
      .optional()
      .describe(
        "Further files with redirects, relative to this config: lines as in `_redirects`, or JSON, YAML or TOML. `_redirects`, `netlify.toml` and `vercel.json` are found without.",
      ),
    output: z
      .string()
      .optional()
      .describe(
        "Folder of the built site, relative to this config. Where it exists, it decides which addresses there are.",
      ),
  })
  .describe("Facts about the site that several rules need.");

const perArticle = {
  engine: engineSchema.optional(),
  extends: extendsSchema.optional(),
  schema: frontMatterSchemaSchema.optional(),
  rules: rulesSchema.optional(),
  requireReasons: z
    .boolean()
    .optional()
    .describe("Whether directives that silence a rule must give a reason. `false` when absent."),
  failOn: z
    .enum(["error", "warn", "info"])
    .optional()
    .describe("Least severity of a finding that fails the run. `error` when absent."),
};

/** Settings for some of the articles. */
export const overrideSchema = z
  .strictObject({
    files: globsSchema.describe("Globs of the articles meant, relative to this config."),
    ignores: globsSchema.optional().describe("Globs of articles to leave out of them."),
    ...perArticle,
  })
  .describe("Settings for the articles that match `files`. Later overrides win.");

/** The whole config. Types, JSON Schema and documentation are made from it. */
export const configSchema = z
  .strictObject({
    $schema: z.string().optional().describe("Address of this schema, for editors."),
    files: globsSchema
      .optional()
      .describe(
        "Globs of the articles to check, relative to this config. The engine's content folders when absent.",
      ),
    ignores: globsSchema
      .optional()
      .describe("Globs of files and folders never to check, relative to this config."),
    ...perArticle,
    overrides: z.array(overrideSchema).optional().describe("Settings for some of the articles."),
    site: siteSchema.optional(),
    online: onlineSchema.optional(),
    maxWarnings: z
      .int()
      .min(0)
      .optional()
      .describe("Number of warnings above which the run fails. No limit when absent."),
    reports: z
      .array(
        z
          .strictObject({
            format: z.string().describe("Name of a report format: `human`, `json` …"),
            to: z.string().describe("File to write, relative to this config."),
          })
          .describe("One report."),
      )
      .optional()
      .describe("Reports to write besides the one on standard output."),
    plugins: z.array(pluginSchema).optional().describe("Rules of one's own (code configs only)."),
  })
  .describe("Config of copydesk.");

export type Config = z.input<typeof configSchema>;
export type OverrideConfig = z.input<typeof overrideSchema>;
export type RuleEntry = z.input<typeof ruleEntrySchema>;
export type ConfigSeverity = z.infer<typeof severitySchema>;
export type SiteConfig = z.input<typeof siteSchema>;
export type Plugin = z.input<typeof pluginSchema>;

function isRule(value: unknown): value is Rule {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    typeof value.id === "string" &&
    "stages" in value &&
    "messages" in value &&
    "check" in value &&
    typeof value.check === "function"
  );
}

function isEngine(value: unknown): value is Engine {
  return (
    typeof value === "object" &&
    value !== null &&
    "name" in value &&
    typeof value.name === "string" &&
    "recognition" in value &&
    "createRouter" in value &&
    typeof value.createRouter === "function"
  );
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
