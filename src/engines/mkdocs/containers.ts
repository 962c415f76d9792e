import { TEMPLATE_FILLER } from "../../article/templates.js";

/** `!!! note`, `??? tip "Title"`, `=== "Tab"`: what is indented below belongs to it. */
const OPENING = /^([ \t]*)(?:(?:!!!|\?\?\?\+?)[ \t]+["\w]|===[!+]{0,2}[ \t]+["'])/;
/** `--8<-- "a.md"` stands for a file. */
const SNIPPET = /^([ \t]*)-+8<-+.*$/;
const FENCE = /^[ \t]*(`{3,}|~{3,})/;
/** As long as the indent of what such a line holds. */
const LIST_MARK = "-   ";

/**
 * Writes admonitions, details and tabs as items of a list, which hold what is indented by four blanks as they do
 * (Python-Markdown's `admonition`, `pymdownx.details` and `pymdownx.tabbed`).
 */
export function withContainers(body: string): string {
  if (!/^[ \t]*(?:!!!|\?\?\?|===|-+8<)/m.test(body)) return body;
  let fence = "";
  return body.replace(/[^\n]*/g, (line) => {
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined) {
      if (fence === "") fence = mark;
      else if (mark.startsWith(fence) && line.trim() === mark) fence = "";
      return line;
    }
    const snippet = SNIPPET.exec(line)?.[1];
    if (snippet !== undefined)
      return snippet + line.slice(snippet.length).replace(/[^\r]/g, TEMPLATE_FILLER);
    const indent = fence === "" ? OPENING.exec(line)?.[1] : undefined;
    if (indent === undefined) return line;
    const rest = line.slice(indent.length + LIST_MARK.length);
    return indent + LIST_MARK + rest.replace(/[^\r]/g, TEMPLATE_FILLER);
  });
}
