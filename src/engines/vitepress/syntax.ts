import { htmlVoidElements } from "html-void-elements";
import * as z from "zod";
import { blanked } from "../../article/blanked.js";
import { type Replacement, replaceOutsideCode } from "../../article/markdown/outside-code.js";
import type { Syntax } from "../../article/syntax.js";
import { TEMPLATE_FILLER } from "../../article/templates.js";
import { majorOf } from "../../engine/version.js";
import type { SiteSettings, SiteTable } from "../../facts/site-settings.js";
import { linkifyLink } from "../linkify-link.js";

const VOID: ReadonlySet<string> = new Set(htmlVoidElements);

const configSchema = z.object({
  markdown: z.object({ attrs: z.object({ disable: z.boolean() }) }),
});

/**
 * How VitePress reads an article: Markdown that becomes the template of a Vue component. `{#id}` names headings
 * unless `markdown.attrs.disable` says otherwise.
 */
export function vitepressSyntax(config: SiteTable): Partial<Syntax> {
  const hasNoAttributes = configSchema.safeParse(config).data?.markdown.attrs.disable ?? false;
  return {
    headingIds: hasNoAttributes ? "no" : "yes",
    hasComponents: true,
    bareLink: linkifyLink,
    prepare: (body) => replaceOutsideCode(body, componentPart),
  };
}

const emphasisSchema = z.object({
  markdown: z
    .object({ cjkFriendlyEmphasis: z.boolean().catch(true), cjkFriendly: z.boolean().catch(true) })
    .catch({ cjkFriendlyEmphasis: true, cjkFriendly: true }),
});

/** From 2.0 on markdown-it-cjk-friendly is part of VitePress; a version that nobody knows may be one of these. */
export function vitepressCjkEmphasis({ config, version }: SiteSettings): boolean {
  const { markdown } = emphasisSchema.parse(config);
  return (majorOf(version) ?? 2) >= 2 && markdown.cjkFriendlyEmphasis && markdown.cjkFriendly;
}

const BLOCK = /<(script|style)(?=[\s>])[^>]*>/y;
const TAG =
  /<([A-Za-z][\w.:-]*)(?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?)*\s*\/?>/y;
/** `@click` and `#slot`, which are no attributes of HTML, and quoted values, which may hold the like. */
const SHORTHAND = /"[^"]*"|'[^']*'|(?<=\s)[@#](?=[\w[])/g;

/** What is the component's, not the page's: its script and style, tags that close themselves, attributes of Vue. */
function componentPart(text: string, at: number): Replacement | undefined {
  const isFirst = at === 0 || text[at - 1] === "\n";
  BLOCK.lastIndex = at;
  const name = isFirst ? BLOCK.exec(text)?.[1] : undefined;
  if (name !== undefined) {
    const close = text.indexOf(`</${name}>`, BLOCK.lastIndex);
    const end = close === -1 ? text.length : close + name.length + 3;
    return { end, text: blanked(text.slice(at, end)) };
  }
  TAG.lastIndex = at;
  const [tag, tagName = ""] = TAG.exec(text) ?? [];
  if (tag === undefined) return undefined;
  const end = at + tag.length;
  if (!tag.endsWith("/>") || VOID.has(tagName.toLowerCase())) {
    const bound = tag.replace(SHORTHAND, (found) => (found.length > 1 ? found : ":"));
    return bound === tag ? undefined : { end, text: bound };
  }
  return { end, text: isAlone(text, at, end) ? blockLike(tag) : wordLike(tag) };
}

function isAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const feed = text.indexOf("\n", end);
  return `${before}${text.slice(end, feed === -1 ? text.length : feed)}`.trim() === "";
}

/** A tag that holds nothing, so that blocks begin and end where they do for the tag as it is written. */
function blockLike(tag: string): string {
  return tag.length < 5 ? blanked(tag) : `<wbr${blanked(tag.slice(4, -1))}>`;
}

function wordLike(tag: string): string {
  return tag.replace(/[^\r\n]/g, TEMPLATE_FILLER);
}
