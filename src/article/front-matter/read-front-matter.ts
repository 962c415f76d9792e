import type { Problem } from "../problem.js";
import type { FencedBlock } from "./block.js";
import {
  type BlockReading,
  emptyRecord,
  MAXIMUM_DEPTH,
  MAXIMUM_SIZE,
  refusedBlock,
} from "./block-reading.js";
import { buildFrontMatter } from "./build-front-matter.js";
import { withClosingFenceLost } from "./closing-fence.js";
import { findFence } from "./fence.js";
import type { FrontMatter } from "./front-matter.js";
import { readJson } from "./json/read-json.js";
import { readToml } from "./toml/read-toml.js";
import { readYaml } from "./yaml/read-yaml.js";

/** What reading the front matter of an article yields. */
export interface FrontMatterReading {
  readonly frontMatter: FrontMatter | undefined;
  /** Offset of the body's first character: just after the closing fence's line ending; 0 without front matter. */
  readonly bodyStart: number;
  readonly problems: readonly Problem[];
}

function readContent(block: FencedBlock, content: string): BlockReading {
  const { format, withoutBraces } = block;
  const offset = block.content.start;
  if (format === "toml") return readToml(content, offset);
  return format === "json" ? readJson(content, offset, withoutBraces) : readYaml(content, offset);
}

function readBlock(source: string, block: FencedBlock): BlockReading {
  const { content, opening, executable } = block;
  if (executable !== undefined) {
    return refusedBlock({ kind: "front-matter-executable", range: opening, language: executable });
  }
  if (content.end - content.start > MAXIMUM_SIZE) {
    return refusedBlock({
      kind: "limit",
      range: opening,
      limit: "front-matter-size",
      maximum: MAXIMUM_SIZE,
      unchecked: "front-matter",
    });
  }
  try {
    return readContent(block, source.slice(content.start, content.end));
  } catch (error) {
    // Depth is counted before any parser recurses; this is the net below that.
    if (!(error instanceof RangeError)) {
      const reason = error instanceof Error ? error.message : String(error);
      return {
        data: emptyRecord(),
        entries: [],
        comments: [],
        problems: [{ kind: "front-matter-syntax", range: opening, reason }],
      };
    }
    return refusedBlock({
      kind: "limit",
      range: opening,
      limit: "front-matter-depth",
      maximum: MAXIMUM_DEPTH,
      unchecked: "front-matter",
    });
  }
}

/**
 * Finds and reads the front matter of an article. Never throws and never executes anything.
 *
 * Front matter that is not closed ends where its keys end: they are read, and all that follows is body, so
 * nothing is lost. A block in a language that would be executed has no data; its text is neither read nor
 * taken for body, and `frontMatter` is undefined.
 */
export function readFrontMatter(source: string): FrontMatterReading {
  const { block, problems } = findFence(source);
  if (block === undefined) return { frontMatter: undefined, bodyStart: 0, problems };
  const reading = readBlock(source, block);
  const shortened = withClosingFenceLost(source, block, reading.problems);
  if (shortened !== undefined) {
    const again = readBlock(source, shortened.block);
    return {
      frontMatter: buildFrontMatter(shortened.block, again),
      bodyStart: shortened.block.bodyStart,
      problems: [...problems, shortened.problem, ...again.problems],
    };
  }
  return {
    frontMatter: block.executable === undefined ? buildFrontMatter(block, reading) : undefined,
    bodyStart: block.bodyStart,
    problems: [...problems, ...reading.problems],
  };
}
