import type { Article } from "../../../src/rules.js";
import { nearestName } from "./near-names.js";
import table from "./template-engines.json" with { type: "json" };

/** What an engine's templates consist of, in articles. */
export interface TemplateLanguage {
  readonly engine: keyof typeof table;
  /** The engine's name as its makers write it. */
  readonly label: string;
  /** Tags that need an end tag. */
  readonly blocks: ReadonlySet<string>;
  /** Tags within a block, such as `else`, with the blocks they may stand in. */
  readonly branches: ReadonlyMap<string, readonly string[]>;
  /** Tags that are useless without saying what they are for. */
  readonly needArguments: ReadonlySet<string>;
  /** First names of what an expression may print; everything may be one where it is empty. */
  readonly variables: ReadonlySet<string>;
  /** Whether an unknown tag stops the build and themes and plug-ins seldom add any. */
  readonly namesItsTags: boolean;
  /** Whether tags in code are run as anywhere else. */
  readonly runsInCode: boolean;
  /** Whether a tag's name is one the engine, a known theme or the site has. */
  knows(name: string): boolean;
  /** The tag of the engine that was probably meant by a name it does not know. */
  meant(name: string): string | undefined;
}

/** The template language of an engine's articles, with the site's own tags; undefined where none is run. */
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

/** One site's articles mostly share engine and tags. */
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

/** Whether an article asks its engine to leave its braces alone, or is not run through templates at all. */
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
