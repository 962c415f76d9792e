import type { Article } from "../article/article.js";
import type { Range } from "../article/range.js";
import others from "./box-names.json" with { type: "json" };

/**
 * A line that opens or closes a box, such as a note or a tab, and does not do what it is meant to; or one that does
 * (`sound`), since the habits of a site tell what is meant.
 */
export type BoxDefect = {
  readonly range: Range;
} /** Nothing closes the box, so that it holds all that follows. */ & (
  | { readonly kind: "unclosed"; readonly mark: string }
  /** The line closes no box. */
  | { readonly kind: "stray"; readonly mark: string }
  /** The box is closed together with the one around it, which has no more colons than it. */
  | { readonly kind: "nested"; readonly outer: Range }
  /**
   * The engine has no box of this name, but these; a plugin may add others. Where `choice` is there, a name unlike all of
   * them is none either, unless the site has it often.
   */
  | {
      readonly kind: "unknown";
      readonly name: string;
      readonly names: readonly string[];
      readonly choice?: readonly string[];
    }
  /** The engine has no box of this name, as others do; nobody knows whether a plugin adds it, where `isOpen`. */
  | {
      readonly kind: "foreign";
      readonly name: string;
      readonly names: readonly string[];
      readonly isOpen: boolean;
    }
  /** It is no line of a box, as it is written. */
  | { readonly kind: "text"; readonly mended: string }
  /** The site has not turned on the extension that makes such boxes. */
  | { readonly kind: "off"; readonly extension: string }
  /** The box is empty, since what follows is not indented as its content must be. */
  | { readonly kind: "empty" }
  /** The box has a title and nothing in it, which may be meant so. */
  | { readonly kind: "alone" }
  /** A tab with the label of another one in its group. */
  | { readonly kind: "sameTab"; readonly label: string; readonly first: Range }
  /** A box that is as it should be. */
  | { readonly kind: "sound" }
  /** `[!NOTE]` at the beginning of a quotation, of which the engine makes no box. */
  | { readonly kind: "alert" }
  /** The title is not shown, since it has no quotation marks. */
  | { readonly kind: "untitled"; readonly mended: string }
);

/** How a dialect writes boxes between lines of colons. */
export interface ColonBoxes {
  /** Names that a box may have; sites may have more. */
  readonly names: readonly string[];
  /** Whether a space may stand between the colons and the name. */
  readonly takesSpace: boolean;
  /** Whether the title stands in brackets right behind the name. */
  readonly takesLabel: boolean;
  /** Whether a title may follow the name behind a space. */
  readonly takesTitle: boolean;
  /** Whether a plugin may add boxes. */
  readonly isOpen: boolean;
  /** Names of boxes for code that have no look of their own: one may share the end of the box around it. */
  readonly groups?: readonly string[];
}

const OTHERS: ReadonlySet<string> = new Set(others.names);

/** A name begins with a letter of any script (micromark-extension-directive 4). */
const LINE = /^(:{3,})([ \t]*)(\p{L}[\p{L}\p{N}_-]*)?(.*)$/u;
const PAIR_END = /[ \t]+:{3,}[ \t]*$/;

interface OpenBox {
  readonly range: Range;
  readonly mark: string;
  /** Whether it is a box of a kind that is known, and opened well. */
  readonly isKnown: boolean;
  readonly isGroup: boolean;
}

/**
 * The defects of boxes between lines of colons. A line of colons closes the outermost box that has no more colons, with
 * all boxes in it (markdown-it-container 4, micromark-extension-directive 3).
 */
export function colonBoxDefects(article: Article, dialect: ColonBoxes): readonly BoxDefect[] {
  const defects: BoxDefect[] = [];
  const open: OpenBox[] = [];
  /** Boxes that the last line of colons closed at once, the outermost first. */
  let together: readonly OpenBox[] = [];
  const unclosed = ({ range, mark, isKnown }: OpenBox): void => {
    if (isKnown) defects.push({ kind: "unclosed", range, mark });
  };
  const settle = (): void => {
    if (!sharesEnd(article, together)) for (const box of together.slice(0, -1)) unclosed(box);
    together = [];
  };
  for (const { range, kind } of article.templateTags) {
    if (kind !== "directive") continue;
    const written = article.source.slice(range.start, range.end);
    const [, mark = "", space = "", name, rest = ""] = LINE.exec(written) ?? [];
    if (name !== undefined) {
      settle();
      const defect = openingDefect({ range, mark, space, name, rest }, dialect);
      defects.push(defect ?? { kind: "sound", range });
      open.push({
        range,
        mark,
        isKnown: dialect.names.includes(name) && defect === undefined,
        isGroup: dialect.groups?.includes(name) === true,
      });
    } else if (rest.trim() === "") {
      const at = open.findIndex((box) => box.mark.length <= mark.length);
      const closed = at === -1 ? [] : open.splice(at);
      const [outer, inner] = together;
      if (closed.length === 0 && open.length === 0 && outer !== undefined && inner !== undefined) {
        defects.push({ kind: "nested", range: inner.range, outer: outer.range });
        together = [];
        continue;
      }
      settle();
      if (closed.length === 0 && open.length === 0) defects.push({ kind: "stray", range, mark });
      // Boxes that nobody knows may be closed in a way of their own.
      if (closed.length > 1 && closed.every(({ isKnown }) => isKnown)) together = closed;
    }
  }
  settle();
  open.forEach(unclosed);
  return defects.sort((left, right) => left.range.start - right.range.start);
}

/** Whether a box ends with the code in it, as meant: where no heading lies between, nothing else was to follow. */
function sharesEnd({ source }: Article, [outer, inner, ...more]: readonly OpenBox[]): boolean {
  if (outer === undefined || inner?.isGroup !== true || more.length > 0) return false;
  return !/^#{1,6}[ \t]/m.test(source.slice(outer.range.end, inner.range.start));
}

interface OpeningLine {
  readonly range: Range;
  readonly mark: string;
  readonly space: string;
  readonly name: string;
  readonly rest: string;
}

function openingDefect(
  { range, mark, space, name, rest }: OpeningLine,
  { names, takesSpace, takesLabel, takesTitle, isOpen }: ColonBoxes,
): BoxDefect | undefined {
  if (OTHERS.has(name) && !names.includes(name))
    return { kind: "foreign", range, name, names, isOpen };
  if (!names.includes(name)) return { kind: "unknown", range, name, names };
  const title = rest.trim();
  if (PAIR_END.test(rest)) return undefined;
  if (space !== "" && !takesSpace) return { kind: "text", range, mended: `${mark}${name}${rest}` };
  if (/^\[[^\]]*\][ \t]*$/.test(rest) && !takesLabel)
    return { kind: "text", range, mended: `${mark} ${name} ${title.slice(1, -1)}` };
  if (/^[ \t]+[^\s[{]/.test(rest) && !takesTitle)
    return { kind: "text", range, mended: `${mark}${name}[${title}]` };
  return undefined;
}
