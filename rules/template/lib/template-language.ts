import { type Engine, nearestOf, type TemplateSyntax } from "../../../src/rules.js";

/** The template language that an engine runs in the articles of one site. */
export interface TemplateLanguage
  extends Pick<
    TemplateSyntax,
    "style" | "refusesUnknownTags" | "parsesArguments" | "runsInCode" | "escapesCode"
  > {
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
  /** Whether the engine, a known theme or the site has a tag of this name. */
  knows(name: string): boolean;
  /** Whether the engine itself has it. */
  hasBuiltIn(name: string): boolean;
  /** The tag of the engine that an unknown name was probably meant to be. */
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

/** The articles of a site mostly share engine and tags. */
let last:
  | {
      readonly templates: TemplateSyntax;
      readonly ownTags: readonly string[];
      readonly language: TemplateLanguage;
    }
  | undefined;

function makeLanguage(
  label: string,
  { style, names, refusesUnknownTags, parsesArguments, runsInCode, escapesCode }: TemplateSyntax,
  ownTags: readonly string[],
): TemplateLanguage {
  const branches = new Map(Object.entries(names.branches));
  const core = [...names.blocks, ...branches.keys(), ...names.tags];
  const known = new Set([...core, ...names.familiar, ...ownTags]);
  const ends = new Set(names.blocks.map((name) => `end${name}`));
  const proper = new Set([...core, ...ends]);
  return {
    style,
    label,
    blocks: new Set(names.blocks),
    branches,
    needArguments: new Set(names.arguments),
    variables: new Set(names.variables),
    refusesUnknownTags,
    parsesArguments,
    runsInCode,
    escapesCode,
    hasBuiltIn: (name) => proper.has(name),
    knows: (name) => known.has(name) || ends.has(name),
    meant: (name) => meantTag(name, [...proper]),
  };
}

/** Below this length, a typo may as easily be another word. */
const SHORTEST = 4;
/** From this length on, two typos are still more likely than another word. */
const LONG = 8;

/** The tag that a slip or two of the fingers may have turned into `written`. */
function meantTag(written: string, tags: readonly string[]): string | undefined {
  // A theme's own version of a tag: `_param`.
  if (written.length < SHORTEST || written.startsWith("_")) return undefined;
  const long = tags.filter(({ length }) => length >= SHORTEST);
  const limit = written.length >= LONG ? 2 : 1;
  return nearestOf(written, long, { limit, swaps: true, exactCase: true, first: true });
}
