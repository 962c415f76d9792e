import {
  type Article,
  type Attribute,
  innerRange,
  jsxComponentsOf,
  perArticle,
  type Range,
  soundEntries,
  type TemplateTag,
} from "../../../src/rules.js";

/** An alt text that a component, a template tag or front matter gives for an image. */
export interface GivenAlt {
  readonly alt: string;
  readonly range: Range;
  /** The address of the image, where it is written out. */
  readonly src: string | undefined;
}

/** `Image`, `NextImage`, `Img`: components whose `alt` is that of the image they make. */
const COMPONENT = /^(?:[A-Z]\w*)?(?:Image|Img|Picture)$/;
/** Components that print the text of their `caption` below the image that they make. */
const CAPTIONED = /^(?:[A-Z]\w*)?(?:Image|Img|Picture|Figure)$/;
/** `caption="…"`, `caption: "…"`, after a blank or a comma. */
const CAPTION = /[\s,]caption\s?[=:]\s?(["'])/;
/** `alt="…"`, `alt: "…"`, after a blank or a comma. */
const ALT = /[\s,]alt\s?[=:]\s?(["'])/;
const SRC = /[\s,](?:src|link|url|image)\s?[=:]\s?(["'])([^"'{}]{1,300})\1/;
const ALT_KEY = /^(?:\w*[_-])?alt(?:[_-]?text)?$|^\w*[a-z]Alt(?:Text)?$|^altText$/;
const PICTURE = /^[^\s"'<>]{1,300}\.(?:png|jpe?g|gif|svg|webp|avif)$/i;
/** Longer tags hold data. */
const LONGEST = 2000;

/** The alt texts that are given to components and template tags, in source order, then those of front matter. */
export const givenAltsOf: (article: Article) => readonly GivenAlt[] = perArticle((article) => [
  ...jsxComponentsOf(article).flatMap(({ name, attributes }) => {
    const given = (key: string): Attribute | undefined =>
      attributes.find((attribute) => attribute.name === key);
    const alt = given("alt");
    if (!COMPONENT.test(name) || given("aria-hidden") !== undefined) return [];
    if (alt === undefined || alt.unknown || alt.value === "") return [];
    const src = given("src");
    const url = src?.unknown === false ? src.value : undefined;
    return [{ alt: alt.value, range: alt.valueRange, src: url }];
  }),
  ...article.templateTags.flatMap((tag) => tagAlt(article, tag, ALT) ?? []),
  ...frontMatterAlts(article),
]);

/** The captions that are given to components and template tags that show an image, in source order. */
export function givenCaptionsOf(article: Article): readonly GivenAlt[] {
  return [
    ...jsxComponentsOf(article).flatMap(({ name, attributes }) => {
      const caption = attributes.find((attribute) => attribute.name === "caption");
      if (!CAPTIONED.test(name) || caption === undefined || caption.unknown) return [];
      return [{ alt: caption.value, range: caption.valueRange, src: undefined }];
    }),
    ...article.templateTags.flatMap((tag) => tagAlt(article, tag, CAPTION) ?? []),
  ];
}

/** The values of keys such as `alt`, `imageAlt` and `alt_text`, at any depth. */
function frontMatterAlts(article: Article): readonly GivenAlt[] {
  const entries = soundEntries(article);
  return entries.flatMap((entry): readonly GivenAlt[] => {
    const { path, value } = entry;
    const key = path.at(-1);
    if (typeof key !== "string" || !ALT_KEY.test(key) || typeof value !== "string") return [];
    const alt = value.trim();
    if (alt === "") return [];
    const holder = path.slice(0, -1);
    const sources = entries.flatMap(({ path: other, value: src }) => {
      const isNextToIt =
        other.length === path.length && holder.every((part, at) => part === other[at]);
      return isNextToIt && typeof src === "string" && PICTURE.test(src) ? [src] : [];
    });
    const { start, end } = innerRange(entry);
    const at = article.source.slice(start, end).indexOf(alt);
    const range = at < 0 ? { start, end } : { start: start + at, end: start + at + alt.length };
    return [{ alt, range, src: sources.length === 1 ? sources[0] : undefined }];
  });
}

function tagAlt(
  { source }: Article,
  { kind, range }: TemplateTag,
  key: RegExp,
): GivenAlt | undefined {
  const end = Math.min(range.end, range.start + LONGEST);
  const text = source.slice(range.start, end);
  const found = kind === "tag" ? key.exec(text) : null;
  if (found === null) return undefined;
  const start = found.index + found[0].length;
  const alt = text.slice(start, text.indexOf(found[1] ?? "", start));
  // What a template or an escape writes is not known.
  if (alt === "" || /[{}\\\n]/.test(alt)) return undefined;
  const place = { start: range.start + start, end: range.start + start + alt.length };
  return { alt, range: place, src: SRC.exec(text)?.[2] };
}
