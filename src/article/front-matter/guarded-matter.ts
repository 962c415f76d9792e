import matter from "gray-matter";

/** Thrown in place of running a program that stands in front matter. */
class RefusedEngine extends Error {
  constructor() {
    super("Front matter is data here; it is never executed.");
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

/** Longer blank runs make gray-matter's comment pattern quadratic. */
const LONG_BLANK_RUN = /\s{500}/;

/**
 * Hands one exact block to gray-matter and returns what `read` makes of it.
 *
 * The fences are found before (gray-matter's own search takes prefixes and unclosed blocks), so the block
 * goes in between two lines that cannot occur in it. The language is one of ours, never a word of the article:
 * gray-matter looks engine names up in an object with a prototype. Options are always given, because
 * without them it keeps results in a cache that swallows errors and shares data.
 */
export function readThroughMatter<Reading>(
  language: "yaml" | "toml" | "json",
  block: string,
  read: (block: string) => Reading,
): Reading {
  if (LONG_BLANK_RUN.test(block)) return read(block);
  let fence = "---8<---|";
  while (block.includes(fence)) fence += "|";
  let reading: { readonly value: Reading } | undefined;
  const engine = {
    parse(text: string): object {
      // gray-matter keeps the line ending after the opening fence and drops the one before the closing fence.
      reading = { value: read(text.slice(1)) };
      return {};
    },
  };
  matter(`${fence}\n${block}\n${fence}`, {
    language,
    delimiters: [fence, fence],
    engines: { ...REFUSED_ENGINES, yaml: engine, toml: engine, json: engine },
  });
  // An empty or comment-only block never reaches an engine.
  return reading === undefined ? read(block) : reading.value;
}
