import * as z from "zod";
import { type Replacement, replaceOutsideCode } from "../../article/markdown/outside-code.js";
import { formatOf, type Syntax } from "../../article/syntax.js";
import type { WrittenArticle } from "../../engine/engine.js";
import type { SiteSettings } from "../../facts/site-settings.js";

const format = z.enum(["mdx", "md", "detect"]).optional().catch(undefined);
const isOn = z.boolean().optional().catch(undefined);
const none = { comments: undefined, headingIds: undefined };

const configSchema = z.object({
  markdown: z
    .object({ format, mdx1Compat: z.object({ comments: isOn, headingIds: isOn }).catch(none) })
    .catch({ format: undefined, mdx1Compat: none }),
  future: z
    .object({
      v4: z.union([z.boolean(), z.object({ mdx1CompatDisabledByDefault: z.literal(true) })]),
    })
    .catch({ v4: false }),
});

/** `future.v4` asks for strict MDX from this version on. */
const STRICT_SINCE = { major: 3, minor: 10 };

const articleSchema = z.object({ mdx: z.object({ format }).catch({ format: undefined }) });

/**
 * How Docusaurus 3 reads an article: every file as MDX, unless the site or the article says otherwise
 * (`lib/format.js` of `@docusaurus/mdx-loader` 3.10). Before MDX is parsed, `{#id}` behind headings is escaped, HTML
 * comments are taken for comments, and the fences of `mdx-code-block` are taken away (`lib/preprocessor.js`);
 * the first two only where `mdx1Compat` is not off, which the flags of version 4 turn off.
 */
export function docusaurusSyntax(
  { path, data }: WrittenArticle,
  { config, version }: Pick<SiteSettings, "config" | "version">,
): Partial<Syntax> {
  const { markdown, future } = configSchema.parse(config);
  const own = articleSchema.safeParse(data).data?.mdx.format;
  const chosen = own ?? markdown.format ?? "mdx";
  const byEnding = formatOf(path);
  if (byEnding === "html") return {};
  const isMdx = chosen === "mdx" || (chosen === "detect" && byEnding === "mdx");
  const isLenient = !(future.v4 === true ? isStrictVersion(version) : future.v4);
  const { comments = isLenient, headingIds = isLenient } = markdown.mdx1Compat;
  return {
    format: isMdx ? "mdx" : "markdown",
    headingIds: isMdx && !headingIds ? "no" : "yes",
    idComment: /^\/\*\s*#((?:(?!\*\/)\S)+)/,
    hasComponents: isMdx,
    prepare: (body) => {
      const unfenced = withoutMdxFences(body);
      return isMdx && comments ? replaceOutsideCode(unfenced, mdxComment) : unfenced;
    },
  };
}

function isStrictVersion(version: string | undefined): boolean {
  const [major = 0, minor = 0] = (version ?? "").split(".").map(Number);
  const { major: first, minor: since } = STRICT_SINCE;
  return major > first || (major === first && minor >= since);
}

/** `<!-- x -->` as `{/*  x *\/}`, of the same length. */
function mdxComment(text: string, at: number): Replacement | undefined {
  if (!text.startsWith("<!--", at)) return undefined;
  const close = text.indexOf("-->", at + 4);
  if (close === -1) return undefined;
  const inner = text.slice(at + 4, close).replaceAll("*/", "* ");
  return { end: close + 3, text: `{/* ${inner}*/}` };
}

const MDX_FENCE = /^ *(`{3,4}) *mdx-code-block[ \t\r]*\n([\s\S]*?\n) *\1[ \t\r]*$/gm;

/** Code that is there for translators' sake only is Markdown like the rest. */
function withoutMdxFences(text: string): string {
  if (!text.includes("mdx-code-block")) return text;
  return text.replace(MDX_FENCE, (whole: string, _: string, inner: string) => {
    const first = whole.indexOf("\n");
    const last = whole.length - first - 1 - inner.length;
    return `${" ".repeat(first)}\n${inner}${" ".repeat(last)}`;
  });
}
