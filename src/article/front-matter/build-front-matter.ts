import type { Range } from "../range.js";
import type { FencedBlock } from "./block.js";
import type { BlockReading } from "./block-reading.js";
import type { FrontMatter, FrontMatterEntry, ValuePath } from "./front-matter.js";

/** Joins the block's places with what was read from it. */
export function buildFrontMatter(block: FencedBlock, reading: BlockReading): FrontMatter {
  let byPath: Map<string, FrontMatterEntry> | undefined;
  let topLevel: Map<string | number | undefined, FrontMatterEntry> | undefined;
  // Of a repeated key the last entry counts, as in `data`.
  const entry = (path: ValuePath): FrontMatterEntry | undefined => {
    if (path.length === 1) {
      topLevel ??= new Map(
        reading.entries
          .filter((item) => item.path.length === 1)
          .map((item) => [item.path[0], item]),
      );
      return topLevel.get(path[0]);
    }
    byPath ??= new Map(reading.entries.map((item) => [JSON.stringify(item.path), item]));
    return byPath.get(JSON.stringify(path));
  };
  return {
    format: block.format,
    range: { start: block.opening.start, end: block.closing?.end ?? block.content.end },
    openingFence: block.opening,
    closingFence: block.closing,
    content: block.content,
    leading: block.leading,
    data: reading.data,
    entries: reading.entries,
    comments: reading.comments,
    entry,
    rangeOfKey: (path: ValuePath): Range | undefined => entry(path)?.keyRange,
    rangeOfValue: (path: ValuePath): Range | undefined => entry(path)?.valueRange,
  };
}
