import type { Article } from "../../../src/rules.js";

/** Whether a merge left its lines in the front matter: what cannot be read there, or is there twice, comes of them. */
export function hasMergeConflict({ source, bodyStart }: Article): boolean {
  const head = source.slice(0, bodyStart);
  return /^<{7}(?: |$)/m.test(head) && /^>{7}(?: |$)/m.test(head);
}
