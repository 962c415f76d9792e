import type { Asset } from "../../rule/site-index.js";

/** How much of a file's start is looked through for the root element. */
const START = 65_536;

/** CSS pixels in one unit of an absolute length (CSS Values 4, 6.2); `em` at a browser's usual text size. */
const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  q: 2.4 / 2.54,
  pt: 4 / 3,
  pc: 16,
  em: 16,
  rem: 16,
};

/**
 * The natural size of an SVG (SVG 2, 8.9, and CSS Images 3, 4.1): its width and height; where one of them is
 * missing or in percent, by the view box. Undefined when neither tells. Need not be whole numbers.
 */
export function svgSize(start: Uint8Array): Asset["size"] {
  const root = rootTag(new TextDecoder().decode(start.subarray(0, START)));
  if (root === undefined) return undefined;
  const width = lengthOf(root.get("width"));
  const height = lengthOf(root.get("height"));
  const box = viewBoxOf(root.get("viewBox"));
  if (width !== undefined && height !== undefined) return { width, height };
  if (box === undefined) return undefined;
  if (width !== undefined) return { width, height: (width * box.height) / box.width };
  if (height !== undefined) return { width: (height * box.width) / box.height, height };
  return box;
}

/** The attributes of the root element, if that is `<svg>` (with any prefix). */
function rootTag(text: string): ReadonlyMap<string, string> | undefined {
  const start = rootStart(text);
  const name = /^<(?:[\w-]+:)?svg(?=[\s/>])/.exec(text.slice(start, start + 100))?.[0];
  if (name === undefined) return undefined;
  const attributes = new Map<string, string>();
  const attribute = /\s+([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  attribute.lastIndex = start + name.length;
  for (let found = attribute.exec(text); found !== null; found = attribute.exec(text)) {
    const [, key = "", double, single] = found;
    attributes.set(key, (double ?? single ?? "").trim());
  }
  return attributes;
}

/** Where the root element begins: behind declarations, comments and a document type with its own entities. */
function rootStart(text: string): number {
  let at = 0;
  for (;;) {
    at = text.indexOf("<", at);
    if (at === -1) return text.length;
    const end = text.startsWith("<!--", at)
      ? after(text, "-->", at)
      : text.startsWith("<?", at)
        ? after(text, "?>", at)
        : text.startsWith("<!", at)
          ? doctypeEnd(text, at)
          : undefined;
    if (end === undefined) return at;
    at = end;
  }
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}

function doctypeEnd(text: string, from: number): number {
  const end = text.indexOf(">", from);
  const inner = text.indexOf("[", from);
  return inner === -1 || end < inner
    ? after(text, ">", from)
    : after(text, ">", after(text, "]", inner));
}

function lengthOf(value: string | undefined): number | undefined {
  const match = /^\+?(\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})(?:e([+-]?\d))?([a-z]{0,3})$/i.exec(
    value ?? "",
  );
  const unit = UNITS[(match?.[3] ?? "").toLowerCase()];
  if (match === null || unit === undefined) return undefined;
  const length = Number(match[1]) * 10 ** Number(match[2] ?? 0) * unit;
  return length > 0 ? length : undefined;
}

function viewBoxOf(value: string | undefined): Asset["size"] {
  const numbers = (value ?? "").split(/\s*,\s*|\s+/).map(Number);
  const [, , width = 0, height = 0] = numbers;
  return numbers.length === 4 && width > 0 && height > 0 ? { width, height } : undefined;
}
