import type { Article } from "../../../src/article/article.js";
import { nearestName } from "./near-names.js";
import table from "./template-engines.json" with { type: "json" };

/** The template language that an engine runs in articles. */
export interface TemplateLanguage {
  readonly engine: keyof typeof table;
  /** The engine's name as its documentation writes it. */
  readonly label: string;
  /** Tags that need a closing tag. */
  readonly blocks: ReadonlySet<string>;
  /** Tags within a block, such as `else`, with the blocks that they belong to. */
  readonly branches: ReadonlyMap<string, readonly string[]>;
  /** Tags that do nothing without an argument. */
  readonly needArguments: ReadonlySet<string>;
  /** Names with which an expression may begin; any name if this is empty. */
  readonly variables: ReadonlySet<string>;
  /** Whether an unknown tag stops the build, and themes and plugins seldom add any. */
  readonly namesItsTags: boolean;
  /** Whether tags in code are run like all others. */
  readonly runsInCode: boolean;
  /** Whether the engine, a known theme or the site has a tag of this name. */
  knows(name: string): boolean;
  /** The tag of the engine that an unknown name was probably meant to be. */
  meant(name: string): string | undefined;
}

/** The template language of an engine's articles, with the site's own tags; undefined if the engine runs none. */
export function templateLanguageOf(
  engine: string,
  ownTags: readonly string[],
): TemplateLanguage | undefined {
  if (!isTemplated(engine)) return undefined;
  if (last?.engine !== engine || last.ownTags !== ownTags) {
    last = { engine, ownTags, language: makeLanguage(engine, ownTags) };
  }
  return last.language;
}

/** The articles of a site mostly share engine and tags. */
let last:
  | {
      readonly engine: string;
      readonly ownTags: readonly string[];
      readonly language: TemplateLanguage;
    }
  | undefined;

function makeLanguage(engine: keyof typeof table, ownTags: readonly string[]): TemplateLanguage {
  const entry = table[engine];
  const branches = new Map<string, readonly string[]>(Object.entries(entry.branches));
  const core = [...entry.blocks, ...branches.keys(), ...entry.tags];
  const names = new Set([...core, ...entry.familiar, ...ownTags]);
  const ends = new Set(entry.blocks.map((name) => `end${name}`));
  const proper = [...core, ...ends];
  return {
    engine,
    label: entry.label,
    blocks: new Set(entry.blocks),
    branches,
    needArguments: new Set(entry.arguments),
    variables: new Set(entry.variables),
    namesItsTags: engine === "hexo" || engine === "jekyll",
    runsInCode: engine === "jekyll" || engine === "eleventy" || engine === "hugo",
    knows: (name) => names.has(name) || ends.has(name),
    meant: (name) => nearestName(name, proper),
  };
}

/** Whether an article asks its engine to leave its braces alone, or is not run as a template at all. */
export function optsOut({ frontMatter, format }: Article, { engine }: TemplateLanguage): boolean {
  const data = frontMatter?.data ?? {};
  switch (engine) {
    case "hexo":
      return format === "mdx" || data.disableNunjucks === true;
    case "jekyll":
      return frontMatter === undefined || data.render_with_liquid === false;
    case "eleventy": {
      const override = data.templateEngineOverride;
      return override === false || (typeof override === "string" && !/liquid|njk/.test(override));
    }
    default:
      return format === "mdx";
  }
}

function isTemplated(engine: string): engine is keyof typeof table {
  return Object.hasOwn(table, engine);
}
