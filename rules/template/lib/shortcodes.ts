import type { TemplateLanguage } from "./template-language.js";
import type { RunTag } from "./template-marks.js";

/** A shortcode, or a tag of the site's own, and whether it is closed, by a tag of its own or by itself. */
export interface Shortcode {
  readonly tag: RunTag;
  readonly isClosed: boolean;
}

/** The shortcodes that an article uses, or the tags that its engine does not have by itself. */
export function shortcodesOf(
  tags: readonly RunTag[],
  language: TemplateLanguage,
): readonly Shortcode[] {
  if (language.style === "interpolations") return [];
  const closed = new Set<RunTag>();
  const open = new Map<string, RunTag[]>();
  const opening = tags.filter(
    ({ kind, name }) =>
      kind === "tag" && (language.style === "shortcodes" ? /^[\w/-]+$/ : /^\w+$/).test(name),
  );
  const isEnd = ({ isClosing, name }: RunTag): boolean =>
    language.style === "shortcodes" ? isClosing : /^end./.test(name);
  for (const tag of opening) {
    const last = isEnd(tag) ? open.get(tag.name.slice("end".length))?.pop() : undefined;
    if (last !== undefined) closed.add(last);
    else open.set(tag.name, [...(open.get(tag.name) ?? []), tag]);
    if (tag.isSelfClosing) closed.add(tag);
  }
  return opening
    .filter(
      (tag) => !isEnd(tag) && (language.style === "shortcodes" || !language.hasBuiltIn(tag.name)),
    )
    .map((tag) => ({ tag, isClosed: closed.has(tag) }));
}
