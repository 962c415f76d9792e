import { IMAGE_EXTENSIONS, type Range } from "../../../src/rules.js";
import { ADDRESS, TITLE } from "./address-pattern.js";

/** A link or image of Markdown that a bracket or parenthesis of full width leaves as text. */
export interface WideLink {
  /** Whether its parentheses are those of full width, or only other signs. */
  readonly kind: "gap" | "wideSigns";
  readonly range: Range;
  readonly mended: string;
}

/** An address, or a fragment that is no number, or a path: the signs around it leave no doubt. */
const WIDE_ADDRESS = String.raw`(?:${ADDRESS}|#(?!\d+[)）])[\p{L}\p{N}_.%-]{1,200}|/[\w./-]{1,500}(?:#[\w-]{1,200})?)`;
const END = new RegExp(
  String.raw`[\]］】](\(|[ \t]{0,4}（)[ \t]*<?(${WIDE_ADDRESS})>?(${TITLE})[ \t]*([)）])`,
  "iuy",
);
const PICTURE = new RegExp(String.raw`\.(?:${IMAGE_EXTENSIONS.join("|")})(?:[?#]|$)`, "i");
const BRACKET = /[[\]［］【】\n]/;
const LONGEST_TEXT = 200;

/** The link whose text the bracket at an offset closes, where any of its signs is of full width. */
export function wideLinkAt(source: string, at: number): WideLink | undefined {
  END.lastIndex = at;
  const [whole = "", parenthesis = "", url = "", title = "", last = ""] = END.exec(source) ?? [];
  const open = whole === "" ? undefined : openingAt(source, at);
  if (open === undefined) return undefined;
  const brackets = `${source[open]}${source[at]}`;
  const isWide = parenthesis !== "(";
  if (brackets === "[]" && !isWide && last === ")") return undefined;
  // ［設定］（https://…） is a label with an aside, and 【标题】(https://…) a title with its address.
  if (brackets !== "[]" && isWide) return undefined;
  if (brackets === "【】" && /^(?:https?:|www\.)/i.test(url)) return undefined;
  const text = source.slice(open + 1, at);
  const sign = source[open - 1] ?? "";
  const isImage = sign === "!" || (sign === "！" && PICTURE.test(url));
  const start = isImage ? open - 1 : open;
  // `matrix[row]（…）` and citations are no links.
  if (/[\w)\]]/.test(source[start - 1] ?? "") || (!isImage && !/\p{L}/u.test(text)))
    return undefined;
  if (text.startsWith("^") || /^[ xX]$/.test(text)) return undefined;
  return {
    kind: brackets === "[]" && isWide ? "gap" : "wideSigns",
    range: { start, end: at + whole.length },
    mended: `${isImage ? "!" : ""}[${text}](${url.replace(/>$/, "")}${title})`,
  };
}

/** The nearest bracket before an offset, where it opens. */
function openingAt(source: string, close: number): number | undefined {
  for (let at = close - 1; at >= 0 && at > close - LONGEST_TEXT; at--) {
    const character = source[at] ?? "";
    if (!BRACKET.test(character)) continue;
    return "[［【".includes(character) && source[at - 1] !== "\\" ? at : undefined;
  }
  return undefined;
}
