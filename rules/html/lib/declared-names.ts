import { type Article, rangeOf } from "../../../src/rules.js";

/** A byte order mark keeps the parser from seeing that a module begins behind it. */
const BEHIND_MARK = /^\uFEFF(?:import|export)\b(?:.|\r?\n(?![ \t]*\r?\n))*/;
const COMMENT = /\/\*[\s\S]*?\*\/|^[ \t]*\/\/.*$/gm;
const NAME = /[A-Za-z_$][\w$]*/g;

/** Every name that the imports and exports of an MDX article mention, what is commented out left aside. */
export function declaredNames(article: Article): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (code: string): void => {
    for (const [name] of code.replace(COMMENT, "").matchAll(NAME)) names.add(name);
  };
  add(BEHIND_MARK.exec(article.source)?.[0] ?? "");
  for (const node of article.tree.children) {
    if (!/^mdxjsEsm$/.test(node.type)) continue;
    const { start, end } = rangeOf(node);
    add(article.source.slice(start, end));
  }
  return names;
}

const IMPORTED = /\bimport\s+([^'"]{1,400}?)\s*\bfrom\b/g;
const EXPORTED =
  /\bexport\s+(?:(?:async\s+)?function\*?|const|let|var|class)\s+([A-Za-z_$][\w$]*)/g;

/** The names that the imports and exports of an MDX article give to something. */
export function boundNames(article: Article): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of article.tree.children) {
    if (!/^mdxjsEsm$/.test(node.type)) continue;
    const { start, end } = rangeOf(node);
    const code = article.source.slice(start, end).replace(COMMENT, "");
    for (const [, list = ""] of code.matchAll(IMPORTED)) {
      const own = list.replace(/(?<![\w$*])[\w$*]+\s+as\s+/g, "").replace(/\btype\s/g, "");
      for (const [name] of own.matchAll(NAME)) names.add(name);
    }
    for (const [, name = ""] of code.matchAll(EXPORTED)) names.add(name);
  }
  return names;
}

/** A script of the page itself, which begins at the start of a line. */
const SCRIPT = /^<script\b[^>\n]{0,200}>/gim;

/** The names with a capital that the scripts of a page import: the components that its template may use. */
export function scriptedNames({ source }: Article): readonly string[] {
  return [...source.matchAll(SCRIPT)].flatMap(({ 0: { length }, index }) => {
    const start = index + length;
    const end = source.indexOf("</script", start);
    const code = end === -1 ? "" : source.slice(start, end);
    return [...code.replace(COMMENT, "").matchAll(IMPORTED)].flatMap(([, list = ""]) =>
      [...list.matchAll(NAME)].flatMap(([name]) => (/^[A-Z]/.test(name) ? [name] : [])),
    );
  });
}
