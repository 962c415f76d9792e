import { type Engine, nearestOf, type TemplateSyntax } from "../../../src/rules.js";

/** What an engine's templates consist of, in the articles of one site. */
export interface TemplateLanguage
  extends Pick<TemplateSyntax, "style" | "refusesUnknownTags" | "runsInCode"> {
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
  /** Whether a tag's name is one the engine, a known theme or the site has. */
  knows(name: string): boolean;
  /** The tag of the engine that was probably meant by a name it does not know. */
  meant(name: string): string | undefined;
}

/** The template language of an engine's articles, with the site's own tags. */
export function templateLanguageOf(
  { label, templates }: Engine & { readonly templates: TemplateSyntax },
  ownTags: readonly string[],
): TemplateLanguage {
  if (last?.templates !== templates || last.ownTags !== ownTags) {
    last = { templates, ownTags, language: makeLanguage(label, templates, ownTags) };
  }
  return last.language;
}

/** Whether an engine runs articles through templates. */
export function isTemplated(engine: Engine): engine is Engine & {
  readonly templates: TemplateSyntax;
} {
  return engine.templates !== undefined;
}

/** One site's articles mostly share engine and tags. */
let last:
  | {
      readonly templates: TemplateSyntax;
      readonly ownTags: readonly string[];
      readonly language: TemplateLanguage;
    }
  | undefined;

function makeLanguage(
  label: string,
  { style, names, refusesUnknownTags, runsInCode }: TemplateSyntax,
  ownTags: readonly string[],
): TemplateLanguage {
  const branches = new Map(Object.entries(names.branches));
  const core = [...names.blocks, ...branches.keys(), ...names.tags];
  const known = new Set([...core, ...names.familiar, ...ownTags]);
  const ends = new Set(names.blocks.map((name) => `end${name}`));
  const proper = [...core, ...ends];
  return {
    style,
    label,
    blocks: new Set(names.blocks),
    branches,
    needArguments: new Set(names.arguments),
    variables: new Set(names.variables),
    refusesUnknownTags,
    runsInCode,
    knows: (name) => known.has(name) || ends.has(name),
    meant: (name) => meantTag(name, proper),
  };
}

/** Below this a slip makes another word as easily as a misspelt one. */
const SHORTEST = 4;
/** From this length on, two slips are still more likely than another word. */
const LONG = 8;

/** The tag that a slip or two of the fingers may have turned into `written`. */
function meantTag(written: string, tags: readonly string[]): string | undefined {
  if (written.length < SHORTEST) return undefined;
  const long = tags.filter(({ length }) => length >= SHORTEST);
  const limit = written.length >= LONG ? 2 : 1;
  return nearestOf(written, long, { limit, swaps: true, exactCase: true, first: true });
}
