import {
  awaitsOutsideAsync,
  type CodeBlock,
  type Range,
  showsChange,
} from "../../../../src/rules.js";
import { placeIn } from "./code-text.js";

const LANGUAGE = /^(?:[jt]sx?|[mc][jt]s|javascript|typescript)$/;

/** The words `await` of a sample in functions that are not async. */
export function lostAsync(block: CodeBlock): readonly Range[] {
  if (!LANGUAGE.test(block.language) || showsChange(block)) return [];
  const code = block.lines.map(({ text }) => text).join("\n");
  return awaitsOutsideAsync(code).map((at) => {
    const { start } = placeIn(block.lines, at);
    return { start, end: start + "await".length };
  });
}
