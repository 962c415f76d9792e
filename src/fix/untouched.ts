import type { Element, Nodes } from "hast";
import { htmlVoidElements } from "html-void-elements";
import type { Article } from "../article/article.js";
import { attributesOf } from "../article/attributes.js";
import type { FrontMatter } from "../article/front-matter/front-matter.js";
import { rangeOf } from "../article/node-range.js";
import type { Range } from "../article/range.js";
import { type SourceText, textOf } from "../article/text.js";
import type { Touched } from "./touched.js";

/** Elements whose white space is shown. */
const VERBATIM: ReadonlySet<string> = new Set(["pre", "textarea", "listing", "xmp"]);

/**
 * The tags that edits change: by name or Markdown marks, or by where the parser ends an element that has no
 * closing tag. Named by tag and place in the text before, so that both texts can leave out the same ones.
 */
export function touchedTags(article: Article, touched: Touched): ReadonlySet<string> {
  const split = splitElements(article);
  const names = article.elements
    .filter((node) =>
      article.originOf(node) === "markdown"
        ? touchesMarks(article, node, touched)
        : split.has(placeOf(node)) || touchesTags(article, node, touched),
    )
    .map((node) => nameOf(node, touched));
  return new Set(names);
}

/** Elements that the parser makes several of, since others are not nested in them: where they end is a guess. */
function splitElements(article: Article): ReadonlySet<string> {
  const seen = new Set<string>();
  const split = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === "element" && rangeOf(node).end > 0) {
      const place = placeOf(node);
      if (seen.has(place)) split.add(place);
      seen.add(place);
    }
    if ("children" in node) node.children.forEach(visit);
  };
  visit(article.tree);
  return split;
}

function placeOf(node: Element): string {
  return `${node.tagName} ${rangeOf(node).start}`;
}

function nameOf(node: Element, touched: Touched): string {
  return `${node.tagName} ${touched.origin(rangeOf(node).start)}`;
}

/**
 * What an article holds outside of edits, in order: tags (opening and closing, so that nesting counts),
 * attributes, characters of text, comments, expressions, template tags. An attribute, a character or a comment
 * is left out when an edit changes a part of it. White space counts as one blank except in `<pre>`. Two texts
 * with the same parts have the same nodes.
 *
 * @param without the tags to leave out, of this text or the other
 */
export function untouchedParts(
  article: Article,
  touched: Touched,
  without: ReadonlySet<string>,
): readonly string[] {
  const parts: string[] = [];
  const placed = new Set<Nodes>(article.elements);
  const texts = new Set<Nodes>(article.texts);
  const writer = new TextWriter(parts, touched);

  const element = (node: Element): void => {
    const markdown = article.originOf(node) === "markdown";
    const isTouched = without.has(nameOf(node, touched));
    if (!isTouched) {
      writer.flush();
      parts.push(`<${node.tagName}`);
    }
    const names = new Set<string>();
    for (const { name, value, range } of attributesOf(article, node)) {
      names.add(name);
      if (!(markdown ? isTouched || touched.meets(range) : touched.cuts(range))) {
        writer.flush();
        parts.push(`@${name}=${value}`);
      }
    }
    if (markdown && !isTouched) {
      const made = Object.entries(node.properties).filter(([name]) => !names.has(name));
      if (made.length > 0) parts.push(JSON.stringify(made));
    }
    children(node);
    if (isTouched) return;
    writer.flush();
    parts.push(`</${node.tagName}>`);
  };

  const children = (node: Nodes): void => {
    if (!("children" in node)) return;
    const verbatim = node.type === "element" && VERBATIM.has(node.tagName);
    if (verbatim) writer.verbatim++;
    for (const child of node.children) visit(child, node);
    if (verbatim) writer.verbatim--;
  };

  const visit = (node: Nodes, parent: Nodes): void => {
    if (node.type === "element" && placed.has(node)) element(node);
    else if (node.type === "text") {
      if (texts.has(node)) writer.write(article.source, textOf(article, node));
      else if (node.value.trim() !== "" && !touched.meets(rangeOf(parent))) parts.push(node.value);
    } else if ("value" in node) {
      if (!touched.cuts(rangeOf(node))) parts.push(`${node.type} ${node.value}`);
    } else children(node);
  };

  children(article.tree);
  writer.flush();
  const tags = article.templateTags.filter(({ range }) => !touched.cuts(range));
  return [...parts, ...tags.map(({ range }) => article.source.slice(range.start, range.end))];
}

/** Collects the characters outside of edits until the next tag outside of edits. */
class TextWriter {
  verbatim = 0;
  readonly #parts: string[];
  readonly #touched: Touched;
  #text = "";
  #blankFrom: number | undefined;

  constructor(parts: string[], touched: Touched) {
    this.#parts = parts;
    this.#touched = touched;
  }

  write(source: string, { text, offsetOf }: SourceText): void {
    for (let index = 0; index < text.length; index++) {
      const character = text[index] ?? "";
      const start = offsetOf(index);
      // A character reference reaches to the next character; a plain character does not, tags may follow it.
      const end = source[start] === character ? start + 1 : offsetOf(index + 1);
      const range = { start, end };
      if (this.verbatim === 0 && /\s/.test(character)) {
        this.#blankFrom ??= range.start;
        continue;
      }
      const blank = this.#blankFrom;
      this.#blankFrom = undefined;
      if (this.#touched.cuts(range)) continue;
      const kept = blank !== undefined && !this.#touched.meets({ start: blank, end: range.start });
      if (kept && this.#text !== "") this.#text += " ";
      this.#text += character;
    }
  }

  flush(): void {
    if (this.#text !== "") this.#parts.push(this.#text);
    this.#text = "";
    this.#blankFrom = undefined;
  }
}

/** Whether an edit changes the name in an HTML or JSX tag, or adds or removes the closing tag. */
function touchesTags(article: Article, node: Element, touched: Touched): boolean {
  const { start, end } = rangeOf(node);
  const name = { start, end: start + 1 + node.tagName.length };
  if (touched.cuts(name)) return true;
  const closing = /<\/[^<>]*>$/.exec(article.source.slice(Math.max(name.end, end - 64), end));
  if (closing !== null) return touched.cuts({ start: end - closing[0].length, end });
  return !htmlVoidElements.includes(node.tagName) && touched.meets({ start: end, end });
}

/** Whether an edit changes what of a Markdown element is neither content nor attribute: its marks. */
function touchesMarks(article: Article, node: Element, touched: Touched): boolean {
  const { start, end } = rangeOf(node);
  if (touched.meets({ start, end: start }) || touched.meets({ start: end, end })) return true;
  const inner: Range[] = [
    ...node.children.map(rangeOf),
    ...attributesOf(article, node).map(({ range }) => range),
  ]
    .filter((range) => range.start < range.end)
    .sort((left, right) => left.start - right.start);
  let from = start;
  for (const range of inner) {
    if (range.start > from && touched.cuts({ start: from, end: range.start })) return true;
    from = Math.max(from, range.end);
  }
  return from < end && touched.cuts({ start: from, end });
}

/** A front-matter value and the way to it, list places as `[]`. */
export interface Value {
  readonly way: string;
  readonly text: string;
  /** Whether an edit changes the value or its key. */
  readonly isTouched: boolean;
  /** Whether an edit deletes or inserts its key, or one of those it stands under. */
  readonly isWhole: boolean;
}

/** Every front-matter value that holds no others; a renamed key is `?` on the way to the values under it. */
export function valuesOf(frontMatter: FrontMatter | undefined, touched: Touched): readonly Value[] {
  if (frontMatter === undefined) return [];
  const { entries } = frontMatter;
  const parents = new Set(entries.map(({ path }) => JSON.stringify(path.slice(0, -1))));
  const renamed = new Set<string>();
  const whole = new Set<string>();
  const values: Value[] = [];
  for (const { path, value, keyRange, valueRange } of entries) {
    const key = JSON.stringify(path);
    const isCut = keyRange !== undefined && touched.cuts(keyRange);
    const isInserted =
      keyRange !== undefined && touched.cuts({ start: keyRange.end, end: keyRange.end + 1 });
    if (isInserted || whole.has(JSON.stringify(path.slice(0, -1)))) whole.add(key);
    if (parents.has(key)) {
      if (isCut && !whole.has(key)) renamed.add(key);
      continue;
    }
    const way = path.map((step, index) => {
      if (typeof step === "number") return "[]";
      return renamed.has(JSON.stringify(path.slice(0, index + 1))) ? "?" : step;
    });
    values.push({
      way: way.join("."),
      text: JSON.stringify(value),
      isTouched: isCut || touched.meets(valueRange),
      isWhole: whole.has(key),
    });
  }
  return values;
}
