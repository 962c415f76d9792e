import type { Article } from "../../article/article.js";
import { replaceOutsideCode } from "../../article/markdown/outside-code.js";

/** A tag that is a component's: `<Card>`, `<my-card>`, `<ui.Card>`. */
const COMPONENT = /<([A-Z][\w.]*|[a-z]\w*-[\w-]*)(?=[\s/>])/y;

/** An element whose id only code knows. */
const BOUND_ID = /<[a-z]\w*\s[^<>]*?(?::id="|v-bind:id="|id=\{)/y;

/** The id that is handed to a component, which most components put on what they print. */
const COMPONENT_ID = /<[A-Z][\w.]*(?=\s)[^<>]*?\sid=["']([^"'<>{}]+)["']/y;

/** A tag of any name, opening or closing. */
const TAG = /<\/?([A-Za-z][\w.]*)/y;

/**
 * The name of the component whose tag begins at an offset of Markdown, as written: `Card` of `<Card title="a">` and
 * `</Card>`. Preprocessors and themes take names with a capital letter for theirs, whatever element is called like that;
 * names in capital letters throughout are elements of HTML.
 */
export function componentNameAt({ format, markup }: Article, start: number): string | undefined {
  if (format !== "markdown") return undefined;
  TAG.lastIndex = start;
  const name = TAG.exec(markup)?.[1];
  return name !== undefined && /^[A-Z]/.test(name) && /[a-z]/.test(name) ? name : undefined;
}

/** The ids that an article hands to components: `<Anchor id="moorings" />`. */
export function componentIdsIn({ source, bodyStart, syntax }: Article): readonly string[] {
  if (!syntax.hasComponents) return [];
  const ids: string[] = [];
  replaceOutsideCode(source.slice(bodyStart), (text, at) => {
    COMPONENT_ID.lastIndex = at;
    const id = COMPONENT_ID.exec(text)?.[1];
    if (id !== undefined) ids.push(id);
    return undefined;
  });
  return ids;
}

/** The names of the components that an article uses, once each; `""` for an element whose id only code knows. */
export function componentsIn({ source, bodyStart, syntax }: Article): readonly string[] {
  if (!syntax.hasComponents) return [];
  const names = new Set<string>();
  replaceOutsideCode(source.slice(bodyStart), (text, at) => {
    COMPONENT.lastIndex = at;
    BOUND_ID.lastIndex = at;
    const name = COMPONENT.exec(text)?.[1];
    if (name !== undefined) names.add(name);
    else if (BOUND_ID.test(text)) names.add("");
    return undefined;
  });
  return [...names];
}
