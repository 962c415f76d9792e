import type { TemplateTag } from "./article.js";
import names from "./template-tags.json" with { type: "json" };

/** A template tag as found, before what it encloses is looked at. */
export interface FoundTag {
  readonly start: number;
  readonly end: number;
  readonly kind: TemplateTag["kind"];
  readonly name: string;
  /** Whether it may be alone on its line and then leaves nothing there: control flow, assignments, comments. */
  readonly silent: boolean;
}

/** Tags whose content is no article text: code, comments, diagrams, data. */
export const OPAQUE: ReadonlySet<string> = new Set(names.opaque);
/** Tags whose content is text as it stands, braces and all. */
export const VERBATIM: ReadonlySet<string> = new Set(names.verbatim);
const SILENT: ReadonlySet<string> = new Set([...names.silent, ...names.verbatim]);

const TAG_NAME = /[-~+]?\s*([\w.:-]*)/y;
const SHORTCODE_NAME = /\s*(\/?)\s*([\w./-]*)/y;
const ATTRIBUTE_LIST = /\{:[:/]?[^{}\r\n]*\}/y;
const BLANK_LINE = /\n[ \t\r]*\n/g;

/** Reads single template tags from a text, front to back; each search is made once, so that all together are linear. */
export class TagReader {
  readonly #text: string;
  readonly #next = new Map<string, number>();
  #blankLine = -2;

  constructor(text: string) {
    this.#text = text;
  }

  /** The tag that begins at an offset; undefined where its end is missing, or so far away that it is none. */
  read(at: number): FoundTag | undefined {
    const text = this.#text;
    if (text.startsWith("{{", at)) {
      const third = text[at + 2];
      return third === "<" || third === "%" ? this.#shortcode(at, third) : this.#expression(at);
    }
    if (text.startsWith("{%", at)) return this.#tag(at);
    if (text.startsWith("{#", at)) return this.#comment(at);
    if (text.startsWith("<%", at)) return this.#embedded(at);
    return this.#attributeList(at);
  }

  #expression(start: number): FoundTag | undefined {
    const text = this.#text;
    const braces = text[start + 2] === "{" ? 3 : 2;
    const close = this.#find("}}", start + braces);
    if (close === -1 || this.#opensBefore("{{", start + braces, close)) return undefined;
    if (this.#spansBlankLine(start, close)) return undefined;
    const end = close + (braces === 3 && text[close + 2] === "}" ? 3 : 2);
    return { start, end, kind: "expression", name: "", silent: false };
  }

  #shortcode(start: number, mark: "<" | "%"): FoundTag | undefined {
    const close = this.#find(mark === "<" ? ">}}" : "%}}", start + 3);
    if (close === -1 || this.#spansBlankLine(start, close)) return undefined;
    SHORTCODE_NAME.lastIndex = start + 3;
    const [, slash, name = ""] = SHORTCODE_NAME.exec(this.#text) ?? [];
    const full = slash === "/" ? `end${name}` : name;
    return { start, end: close + 3, kind: "tag", name: full, silent: isSilent(full) };
  }

  #tag(start: number): FoundTag | undefined {
    const close = this.#find("%}", start + 2);
    if (close === -1 || this.#opensBefore("{%", start + 2, close)) return undefined;
    TAG_NAME.lastIndex = start + 2;
    const name = TAG_NAME.exec(this.#text)?.[1] ?? "";
    return { start, end: close + 2, kind: "tag", name, silent: isSilent(name) };
  }

  /** `{# … #}`; `{#id}` after a heading is none. */
  #comment(start: number): FoundTag | undefined {
    if (!/[\s-]/.test(this.#text[start + 2] ?? "")) return undefined;
    const close = this.#find("#}", start + 2);
    if (close === -1 || this.#opensBefore("{#", start + 2, close)) return undefined;
    return { start, end: close + 2, kind: "opaque", name: "comment", silent: true };
  }

  /** `<% … %>` of ERB and EJS; `<%=` and `<%-` print. */
  #embedded(start: number): FoundTag | undefined {
    const close = this.#find("%>", start + 2);
    if (close === -1 || this.#opensBefore("<%", start + 2, close)) return undefined;
    if (this.#spansBlankLine(start, close)) return undefined;
    const prints = /[=-]/.test(this.#text[start + 2] ?? "");
    const kind = prints ? "expression" : "tag";
    return { start, end: close + 2, kind, name: "", silent: !prints };
  }

  /** kramdown's `{: .class}`, which belongs to what stands before it. */
  #attributeList(start: number): FoundTag | undefined {
    ATTRIBUTE_LIST.lastIndex = start;
    if (!ATTRIBUTE_LIST.test(this.#text)) return undefined;
    return { start, end: ATTRIBUTE_LIST.lastIndex, kind: "directive", name: ":", silent: true };
  }

  #find(wanted: string, from: number): number {
    const known = this.#next.get(wanted);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const found = this.#text.indexOf(wanted, from);
    this.#next.set(wanted, found);
    return found;
  }

  #opensBefore(opening: string, from: number, close: number): boolean {
    const next = this.#find(opening, from);
    return next !== -1 && next < close;
  }

  #spansBlankLine(start: number, end: number): boolean {
    if (this.#blankLine !== -1 && this.#blankLine < start) {
      BLANK_LINE.lastIndex = start;
      this.#blankLine = BLANK_LINE.exec(this.#text)?.index ?? -1;
    }
    return this.#blankLine !== -1 && this.#blankLine < end;
  }
}

function isSilent(name: string): boolean {
  return SILENT.has(name) || name.startsWith("end");
}
