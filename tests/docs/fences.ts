import { readFileSync } from "node:fs";
import path from "node:path";
import { type Fence, readFences } from "../../src/testing/page-fences.js";
import { root } from "../package/sandbox.js";

/** The fenced blocks of a documentation page. */
export function fencesOf(page: string): readonly Fence[] {
  return readFences(readFileSync(path.join(root, page), "utf8"));
}

/** The text of a block, its last line ended. */
export function textOf(fence: Fence): string {
  return `${fence.lines.join("\n")}\n`;
}
