import * as z from "zod";
import type { Engine } from "../../engine/engine.js";
import { ENGINE_NAMES } from "../../engines/index.js";
import { globsSchema, refineGlob } from "../../patterns/globs.js";
import type { Rule } from "../../rule/index.js";
import { onlineSchema } from "./online-schema.js";

/** Severities as a config writes them. */
export const severitySchema = z
  .enum(["off", "info", "warn", "error"])
  .describe("Severity of the findings; `off` switches the rule off.");

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
    name: z.string().optional().describe("Name of the plugin, for error messages."),
    rules: z
      .array(z.custom<Rule>(isRule, "is not a rule; make it with defineRule"))
      .optional()
      .describe("Rules made with `defineRule`. They are on unless they have `recommended: false`."),
    engines: z
      .array(z.custom<Engine>(isEngine, "is not an engine; make it with defineEngine"))
      .optional()
      .describe("Site engines made with `defineEngine`."),
  })
  .describe("Your own rules and engines. Only a config that is code can contain plugins.");

const rulesSchema = z
  .record(z.string(), ruleEntrySchema)
  .describe(
    "Severity and options by rule id (`image/hotlink`) or for a whole family (`typography/*`). Later entries override earlier ones.",
  );

const extendsSchema = z
  .union([z.string(), z.array(z.string())])
  .describe(
    "Presets (`recommended`, `strict`, `docs`, `feed`), engines by name, config files (`./house-style.yaml`) and installed packages (`@acme/copydesk-config`) to build on; later ones override earlier ones. `recommended` if no preset is named.",
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
    "Schema for front matter: JSON Schema, zod or any Standard Schema, a JSON file with a JSON Schema or the content types of Front Matter CMS (`./frontmatter.json`), the content config of a site (`./src/content.config.ts`), which is run, or the name of an engine's preset.",
  )
  .meta({ type: ["string", "object"] });

const engineSchema = z
  .union([z.enum(ENGINE_NAMES), z.string()])
  .describe("Site generator of the articles. Detected from the files of the site by default.");

/** Facts about the site, given once for all rules. */
export const siteSchema = z
  .strictObject({
    root: z
      .string()
      .optional()
      .describe(
        "Folder with the sources of the site, relative to this config. If it is set, the whole site is in view.",
      ),
    url: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe("Public URL of the site, for example `https://example.org/blog/`."),
    complete: z
      .boolean()
      .optional()
      .describe(
        "Whether the whole site is in view, so that a missing link target is certainly broken.",
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
      .describe("Other hosts that belong to the site, such as CDN hosts."),
    routes: z
      .record(
        z.string().startsWith("/").superRefine(refineGlob),
        z.union([z.string(), z.literal(true)]),
      )
      .optional()
      .describe(
        "URLs that exist, by glob (`/tags/**`): the source file that is published there, relative to this config, or `true` for a page from elsewhere. They override the routes of the engine.",
      ),
    redirectFiles: z
      .array(z.string())
      .optional()
      .describe(
        "Other files with redirects, relative to this config: lines as in `_redirects`, or JSON, YAML or TOML. `_redirects`, `netlify.toml` and `vercel.json` are found without this setting.",
      ),
    output: z
      .string()
      .optional()
      .describe(
        "Folder of the built site, relative to this config. If it exists, it decides which generated URLs exist.",
      ),
    manifest: z
      .string()
      .min(1)
      .optional()
      .describe(
        "JSON file with the URLs and ids of the built site, relative to this config; the build writes it. If it exists, it decides which generated URLs and which ids exist.",
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
    .describe("Whether directives that silence a rule must give a reason. `false` by default."),
  failOn: z
    .enum(["error", "warn", "info"])
    .optional()
    .describe("Lowest severity of a finding that fails the run. `error` by default."),
  compat: z
    .strictObject({
      markdownlint: z
        .boolean()
        .optional()
        .describe(
          "Whether comments such as `<!-- markdownlint-disable MD033 -->` silence the rules that find the same, and what `.markdownlint.json` and its kin switch off is off. `false` by default.",
        ),
    })
    .optional()
    .describe("Other tools whose directives are honoured."),
};

/** Settings for some of the articles. */
export const overrideSchema = z
  .strictObject({
    files: globsSchema.describe("Globs of the articles, relative to this config."),
    ignores: globsSchema.optional().describe("Globs of articles to exclude from them."),
    ...perArticle,
  })
  .describe("Settings for the articles that match `files`. Later overrides take precedence.");

/** The whole config. Types, JSON Schema and documentation are made from it. */
export const configSchema = z
  .strictObject({
    $schema: z.string().optional().describe("URL or path of this schema, for editors."),
    files: globsSchema
      .optional()
      .describe(
        "Globs of the articles to check, relative to this config. By default the content folders of the engine.",
      ),
    ignores: globsSchema
      .optional()
      .describe("Globs of files and folders that are never checked, relative to this config."),
    ...perArticle,
    overrides: z
      .array(overrideSchema)
      .max(1_000)
      .optional()
      .describe("Settings for some of the articles."),
    site: siteSchema.optional(),
    online: onlineSchema.optional(),
    maxWarnings: z
      .int()
      .min(0)
      .optional()
      .describe("Highest number of warnings with which the run passes. No limit by default."),
    maxFindings: z
      .union([z.int().min(0), z.literal("all")])
      .optional()
      .describe(
        "Most findings that the report for people shows one by one; `0` or `all` for no limit. 50 by default.",
      ),
    verbose: z
      .boolean()
      .optional()
      .describe(
        "Whether the report for people shows infos like other findings, instead of only counting them. `false` by default.",
      ),
    threads: z
      .int()
      .min(1)
      .max(64)
      .optional()
      .describe(
        "Most threads that check articles, in the config of the working directory. By default as many as processors and memory allow and the work is worth.",
      ),
    reports: z
      .array(
        z
          .strictObject({
            format: z
              .string()
              .describe(
                "Name of a report format (`human`, `json` …), or a formatter of one's own: a path relative to this config (`./my-format.mjs`), or an installed package.",
              ),
            to: z.string().describe("File to write, relative to this config."),
          })
          .describe("One report."),
      )
      .optional()
      .describe("Reports to write in addition to the one on standard output."),
    baseline: z
      .string()
      .min(1)
      .optional()
      .describe("File of known findings, relative to this config; `copydesk baseline` writes it."),
    plugins: z
      .array(pluginSchema)
      .optional()
      .describe("Plugins with your own rules and engines; only in a config that is code."),
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
