import type { Element, ElementContent } from "hast";
import type { Article } from "../../article/article.js";
import { attributeOf } from "../../article/attributes.js";
import { largest, smallest } from "../../article/largest.js";
import { remembered } from "../../article/remembered.js";
import table from "./captions.json" with { type: "json" };

/** How a block looks to a reader, as far as it bears on being a caption. */
export interface CaptionLook {
  readonly centred: boolean;
  readonly small: boolean;
  readonly grey: boolean;
  /** Wholly in `<em>` or `<i>`. */
  readonly emphasised: boolean;
  /** Wholly bold: rather a heading. */
  readonly bold: boolean;
  /** Nothing but a link: rather a button. */
  readonly link: boolean;
  /** Opens as captions do: 图：, Photo:, ▲, Source:. */
  readonly marked: boolean;
}

const MARKED = new RegExp(`^[(（\\[【*_]?(?:${table.markers.join("|")})`, "iu");
const CENTRING: ReadonlySet<string> = new Set(table.centringClasses);
const SMALL: ReadonlySet<string> = new Set(table.smallSizes);
const GREYS: ReadonlySet<string> = new Set(table.greys);

/** Looks at a block and at the elements that wrap all of its text. */
export function captionLook(article: Article, block: Element, text: string): CaptionLook {
  const chain: Element[] = [block];
  for (let inner = onlyChild(block); inner !== undefined; inner = onlyChild(inner)) {
    chain.push(inner);
  }
  const tags = new Set(chain.map(({ tagName }) => tagName));
  return {
    centred: tags.has("center") || chain.some((element) => isCentred(article, element)),
    small:
      tags.has("small") ||
      tags.has("sub") ||
      tags.has("sup") ||
      chain.some((element) => isSmall(article, element)),
    grey: chain.some((element) => isGrey(article, element)),
    emphasised: tags.has("em") || tags.has("i"),
    bold: tags.has("strong") || tags.has("b"),
    link: tags.has("a"),
    marked: MARKED.test(text),
  };
}

function onlyChild(element: Element): Element | undefined {
  const children = element.children.filter(
    (child: ElementContent) =>
      child.type !== "comment" &&
      !(child.type === "text" && child.value.trim() === "") &&
      !(child.type === "element" && child.tagName === "br"),
  );
  const [only] = children;
  return children.length === 1 && only?.type === "element" ? only : undefined;
}

function isCentred(article: Article, element: Element): boolean {
  if (readStyle(styleOf(article, element)).isCentred) return true;
  if (attributeOf(article, element, "align")?.value.trim().toLowerCase() === "center") return true;
  const classes = attributeOf(article, element, "class")?.value ?? "";
  if (classes === "") return false;
  return classes.split(/\s+/).some((name) => CENTRING.has(name.toLowerCase()));
}

function isSmall(article: Article, element: Element): boolean {
  if (readStyle(styleOf(article, element)).isSmall) return true;
  if (element.tagName !== "font") return false;
  return /^(?:[12]|-[12])$/.test(attributeOf(article, element, "size")?.value.trim() ?? "");
}

function isGrey(article: Article, element: Element): boolean {
  const color =
    readStyle(styleOf(article, element)).color ??
    (element.tagName === "font" ? attributeOf(article, element, "color")?.value : undefined);
  return color !== undefined && isGreyColor(color.trim().toLowerCase());
}

/** What a style says of the looks of captions; few styles are written often. */
const readStyle = remembered((style) => ({
  isCentred: /text-?align\s*:\s*["']?center/i.test(style),
  isSmall: isSmallSize(/font-?size\s*:\s*["']?([\w.%-]+)/i.exec(style)?.[1]?.toLowerCase() ?? ""),
  color: /(?:^|[;{\s])color\s*:\s*["']?([^;"'}]+)/i.exec(style)?.[1],
}));

function isSmallSize(size: string): boolean {
  if (SMALL.has(size)) return true;
  const [, number = "", unit = ""] = /^([\d.]+)(px|pt|em|rem|%)?$/.exec(size) ?? [];
  const limit = { px: 14, pt: 10.5, em: 0.95, rem: 0.95, "%": 95, "": 14 }[unit];
  return limit !== undefined && number !== "" && Number(number) <= limit;
}

/** Whether a CSS colour is a grey between nearly black and nearly white. */
const isGreyColor = remembered((color) => {
  if (GREYS.has(color)) return true;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(color);
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(color);
  const decimal = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(color);
  const channels = short
    ? short.slice(1).map((digit) => Number.parseInt(digit + digit, 16))
    : long
      ? long.slice(1).map((digits) => Number.parseInt(digits, 16))
      : (decimal?.slice(1).map(Number) ?? []);
  if (channels.length !== 3) return false;
  const lightest = largest(channels);
  const darkest = smallest(channels);
  return lightest - darkest <= 16 && darkest >= 0x50 && lightest <= 0xd0;
});

/** The style attribute; of a JSX style object its source, which reads much the same. */
function styleOf(article: Article, element: Element): string {
  const style = attributeOf(article, element, "style");
  if (style === undefined) return "";
  return style.unknown
    ? article.source.slice(style.valueRange.start, style.valueRange.end)
    : style.value;
}
