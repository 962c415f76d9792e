import matter from "gray-matter";
import { load } from "js-yaml";
import { MAXIMUM_SIZE } from "./block-reading.js";

/** What gray-matter hands to an engine of an article's source. */
export type GrayMatterReading =
  | {
      readonly outcome: "read";
      readonly data: unknown;
      /** Offset of the first character that is text to it. */
      readonly bodyStart: number;
    }
  | { readonly outcome: "unknown-language"; readonly language: string }
  | {
      readonly outcome: "refused";
      /** Where its parser gave up. */
      readonly at: number;
      readonly reason: string;
    };

/** Thrown in place of running a program that stands in front matter. */
class RefusedEngine extends Error {
  constructor() {
    super("programs are refused");
  }
}

const refuse = {
  parse(): never {
    throw new RefusedEngine();
  },
};

/** Every name under which gray-matter would look for an engine that runs code. */
const REFUSED_ENGINES = {
  javascript: refuse,
  js: refuse,
  coffee: refuse,
  coffeescript: refuse,
  cson: refuse,
};

/** Languages it knows by itself. It is asked for no other: it looks names up in an object with a prototype. */
const isKnown = (language: string): boolean =>
  language === "json" || /^(?:ya?ml)?$/i.test(language);

/** Longer runs of white space make its pattern for comments quadratic. */
const LONG_BLANK_RUN = /\s{500}/;

/**
 * Reads the front matter of a source with gray-matter, fences included. Options are always given: without them
 * gray-matter keeps results in a cache that swallows errors. Never throws and never executes anything.
 *
 * @param yaml the major version of js-yaml that reads the block: gray-matter's own is 3
 * @returns undefined for a source that is too large to ask, or so deep that its parser breaks down
 */
export function readWithGrayMatter(source: string, yaml: 3 | 4): GrayMatterReading | undefined {
  const engines = { ...REFUSED_ENGINES, ...(yaml === 4 && { yaml: yamlOfFork }) };
  const start = source.startsWith("\uFEFF") ? 1 : 0;
  const text = source.slice(start);
  // It also wants another character than a dash after the fence.
  if (!/^---(?!-)/.test(text)) return { outcome: "read", data: {}, bodyStart: start };
  const { raw, name } = matter.language(text, { engines });
  if (!isKnown(name)) return { outcome: "unknown-language", language: name };
  const end = text.indexOf("\n---", 3 + raw.length);
  const block = text.slice(0, end === -1 ? undefined : end);
  if (block.length > MAXIMUM_SIZE || LONG_BLANK_RUN.test(block)) return undefined;
  try {
    const { data, content } = matter(text, { engines });
    return { outcome: "read", data, bodyStart: source.length - content.length };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    const at = start + 3 + raw.length + positionOf(error);
    return { outcome: "refused", at, reason: reasonOf(error) };
  }
}

const yamlOfFork = {
  parse(text: string): object {
    const data = load(text);
    // Text alone has no keys.
    return typeof data === "object" && data !== null ? data : {};
  },
};

/** Where js-yaml gave up, as an offset into the block; its start for other parsers. */
function positionOf(error: unknown): number {
  if (!(error instanceof Error) || !("mark" in error)) return 0;
  const { mark } = error;
  const isPlace = typeof mark === "object" && mark !== null && "position" in mark;
  return isPlace && typeof mark.position === "number" ? mark.position : 0;
}

/** The first words of an error, without the place. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const reason = "reason" in error ? error.reason : undefined;
  return typeof reason === "string" ? reason : error.message;
}
