import { lazily } from "../../article/lazily.js";
import type { SiteFiles, TagDefinition } from "../../engine/router.js";
import names from "./template-names.json" with { type: "json" };

const FILE = /\/_?shortcodes\/([\w/-]+?)(?:\.[\w-]+)+$/;
const COMMENT = /\{\{-?\s*\/\*[\s\S]*?\*\/\s*-?\}\}/g;
/** A shortcode of an article: its mark and its name. */
const USE = /\{\{([<%])\s*([\w/-]+)/g;
/** What other pages or files hold. */
const OTHER_TEXT = /\.(?:Raw)?Content\b|\.RenderShortcodes\b|\b(?:os\.R|r)eadFile\b/;
/** A heading or a term of a definition list, as Markdown writes them. */
const NAMED_LINE = /^[ \t]*(?:#{1,6}|:)[ \t]+\S/m;
const ACTION = /\{\{[\s\S]*?\}\}/g;

/** Hugo's own shortcodes that need their content, or to close themselves (seen with 0.169). */
const PAIRS: ReadonlySet<string> = new Set(names.blocks);
/** Its own that take content or not, by version or parameters. */
const EITHER: ReadonlySet<string> = new Set(["comment"]);
const OWN: ReadonlySet<string> = new Set([...names.blocks, ...names.tags]);

/** The shortcodes of a site and its themes. */
export interface Shortcodes {
  /** What there is by this name; undefined where nobody knows. */
  definitionOf(name: string): TagDefinition | undefined;
  has(name: string): boolean;
  /** Whether it is surely Hugo's own one. */
  isOwn(name: string): boolean;
  /** Whether one that a text uses brings headings or terms along, whose ids nobody sees in the text. */
  bringsNames(text: string): boolean;
}

/**
 * A shortcode is a template called after it below `shortcodes` or, from 0.146 on, `_shortcodes`. Without one the build
 * stops, as it does where the template prints `.Inner` and nothing closes the shortcode, or the other way round.
 *
 * @param folders of layouts, the site's own and those of its themes, relative to the project root
 * @param isOpen whether a theme or module may bring further ones
 */
export function readShortcodes(
  folders: readonly string[],
  files: SiteFiles | undefined,
  isOpen: () => boolean,
): Shortcodes {
  const templates = lazily(() => {
    const map = new Map<string, string[]>();
    for (const path of files?.list() ?? []) {
      if (!folders.some((folder) => path.startsWith(`${folder}/`))) continue;
      const name = FILE.exec(path)?.[1]?.toLowerCase();
      if (name !== undefined) map.set(name, [...(map.get(name) ?? []), path]);
    }
    return map;
  });
  /** Where `%` marks the shortcode, what its template prints is read as Markdown. */
  const bringsName = (mark: string, name: string): boolean =>
    (templates().get(name.toLowerCase()) ?? []).some((path) => {
      const template = (files?.text(path) ?? "").replace(COMMENT, "");
      return OTHER_TEXT.test(template) || (mark === "%" && NAMED_LINE.test(template));
    });
  return {
    has: (name) => templates().has(name.toLowerCase()),
    isOwn: (name) => OWN.has(name) && !templates().has(name) && !isOpen(),
    bringsNames: (text) =>
      [...text.matchAll(USE)].some(([, mark = "", name = ""]) => bringsName(mark, name)),
    definitionOf(name) {
      if (name.includes(".")) return undefined;
      const own = templates().get(name.toLowerCase());
      if (own !== undefined) {
        const kinds = new Set(own.map((path) => takesContent(files?.text(path))));
        const [kind] = kinds;
        return kinds.size === 1 ? kind : undefined;
      }
      if (isOpen() || EITHER.has(name)) return undefined;
      if (OWN.has(name)) return PAIRS.has(name) ? "pair" : "alone";
      return "missing";
    },
  };
}

function takesContent(template: string | undefined): TagDefinition | undefined {
  if (template === undefined) return undefined;
  const actions = template.replace(COMMENT, "").match(ACTION) ?? [];
  return actions.some((action) => /\.Inner(?:Deindent)?\b/.test(action)) ? "pair" : "alone";
}
