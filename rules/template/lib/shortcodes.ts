import type { TemplateLanguage } from "./template-language.js";
import type { RunTag } from "./template-marks.js";

/** A shortcode and whether it is closed, by a tag of its own or by itself. */
export interface Shortcode {
  readonly tag: RunTag;
  readonly isClosed: boolean;
}

/** The shortcodes that an article uses; none where the engine has other tags. */
export function shortcodesOf(
  tags: readonly RunTag[],
  { style }: TemplateLanguage,
): readonly Shortcode[] {
  if (style !== "shortcodes") return [];
  const closed = new Set<RunTag>();
  const open = new Map<string, RunTag[]>();
  const opening = tags.filter(({ kind, name }) => kind === "tag" && /^[\w/-]+$/.test(name));
  for (const tag of opening) {
    const last = tag.isClosing ? open.get(tag.name.slice("end".length))?.pop() : undefined;
    if (last !== undefined) closed.add(last);
    else open.set(tag.name, [...(open.get(tag.name) ?? []), tag]);
    if (tag.isSelfClosing) closed.add(tag);
  }
  return opening.filter((tag) => !tag.isClosing).map((tag) => ({ tag, isClosed: closed.has(tag) }));
}
