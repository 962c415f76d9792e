import type { Problem } from "../../problem.js";
import type { Range } from "../../range.js";
import { type BlockReading, MAXIMUM_DEPTH, MAXIMUM_SIZE, refusedBlock } from "../block-reading.js";
import { type Composed, compose, tokensOf } from "./compose.js";
import { type Defect, explain } from "./defects.js";
import { readFlatYaml } from "./flat-block.js";
import { lostValues } from "./lost-values.js";
import { tagProblems } from "./tags.js";
import { commentsOf, tooDeepAt } from "./tokens.js";
import { YamlValues } from "./values.js";

/** Syntax errors that are looked for in one block; each costs another parse, so fewer in a large block. */
function maximumErrors(length: number): number {
  return Math.max(1, Math.min(10, Math.floor(MAXIMUM_SIZE / length)));
}

/** The text with `range` replaced by filler of the same length, line endings kept. */
function withFiller(text: string, defect: Defect): string {
  const { start, end } = defect.repair;
  const [first = "", ...rest] = text.slice(start, end).split("\n");
  const filler = defect.isValue
    ? "x".repeat(first.trimEnd().length).padEnd(first.length)
    : " ".repeat(first.length);
  const lines = [filler, ...rest.map((line) => " ".repeat(line.length))];
  return text.slice(0, start) + lines.join("\n") + text.slice(end);
}

interface Repaired {
  readonly text: string;
  readonly composed: Composed;
  readonly problems: readonly Problem[];
  readonly restored: ReadonlyMap<number, Range>;
}

/**
 * Parses, and at each error hides the faulty value or line and parses again. So a block yields every error
 * it really has, no error in consequence of another, and all values outside the faulty places.
 */
function parseRepairing(
  original: string,
  offset: number,
  firstTokens: ReturnType<typeof tokensOf>,
): Repaired {
  const problems: Problem[] = [];
  const restored = new Map<number, Range>();
  let text = original;
  let composed = compose(firstTokens, text.length);
  const maximum = maximumErrors(text.length);
  while (problems.length < maximum) {
    const [error] = composed.errors;
    if (error === undefined) break;
    const defect = explain(text, error);
    problems.push({
      kind: "front-matter-syntax",
      range: { start: defect.range.start + offset, end: defect.range.end + offset },
      reason: defect.reason,
      ...(defect.hint && { hint: defect.hint }),
    });
    let next = withFiller(text, defect);
    if (next === text) next = withFiller(text, { ...defect, isValue: false });
    if (next === text) break;
    if (defect.isValue) restored.set(defect.repair.start, defect.repair);
    text = next;
    composed = compose(tokensOf(text), text.length);
  }
  return { text, composed, problems, restored };
}

/** Reads YAML front matter. `offset` is where `content` begins in the file. */
export function readYaml(content: string, offset: number): BlockReading {
  return readFlatYaml(content, offset) ?? readAnyYaml(content, offset);
}

/** The same without the short way. */
export function readAnyYaml(content: string, offset: number): BlockReading {
  const tokens = tokensOf(content);
  const deep = tooDeepAt(tokens, MAXIMUM_DEPTH);
  if (deep !== undefined) {
    return refusedBlock({
      kind: "limit",
      range: { start: deep + offset, end: deep + offset + 1 },
      limit: "front-matter-depth",
      maximum: MAXIMUM_DEPTH,
      unchecked: "front-matter",
    });
  }
  const { text, composed, problems, restored } = parseRepairing(content, offset, tokens);
  const values = new YamlValues({ original: content, repaired: text }, offset, restored);
  const data = values.read(composed.document);
  return {
    data,
    entries: values.entries,
    comments: (text.includes("#") ? commentsOf(composed.tokens) : []).map((comment) => ({
      range: { start: comment.range.start + offset, end: comment.range.end + offset },
      text: comment.text,
    })),
    problems: [
      ...problems,
      ...tagProblems(text, offset, composed.warnings),
      ...lostValues(text, offset, composed.document),
      ...values.problems,
    ],
  };
}
