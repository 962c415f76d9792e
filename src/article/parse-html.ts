import type { Nodes, Root } from "hast";
import { fromHtml } from "hast-util-from-html";

/** A tokenizer error by the name HTML gives it, in offsets of the parsed text. */
export interface HtmlError {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** Each error costs the parser a message object: more than this many and nobody reads them. */
const MAXIMUM_ERRORS = 500;

class TooManyErrors extends Error {}

/**
 * Parses HTML text to a tree with the positions of tags and attributes, and its first tokenizer errors.
 *
 * @throws {RangeError} when elements nest deeper than the stack allows; callers check limits first.
 */
export function parseHtml(
  text: string,
  options: { readonly fragment: boolean },
): { readonly tree: Root; readonly errors: readonly HtmlError[] } {
  const errors: HtmlError[] = [];
  const settings = { fragment: options.fragment, verbose: true };
  try {
    const tree = fromHtml(text, {
      ...settings,
      // Neither is an error in an article: its page is made by a template.
      missingDoctype: false,
      nonConformingDoctype: false,
      onerror({ place, ruleId }) {
        if (place === undefined || !("start" in place)) return;
        const start = place.start.offset ?? 0;
        errors.push({ code: ruleId ?? "html", start, end: place.end.offset ?? start });
        if (errors.length >= MAXIMUM_ERRORS) throw new TooManyErrors();
      },
    });
    return { tree: withinText(tree, text), errors };
  } catch (error) {
    if (!(error instanceof TooManyErrors)) throw error;
    return { tree: withinText(fromHtml(text, settings), text), errors };
  }
}

/** A `<?` or `<!` that nothing closes ends, for the parser, one character after the text, and so do its parents. */
function withinText(tree: Root, text: string): Root {
  if (!text.slice(text.lastIndexOf(">") + 1).includes("<")) return tree;
  const rest: Nodes[] = [tree];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    const end = node.position?.end;
    if (end?.offset !== undefined && end.offset > text.length) {
      end.column -= end.offset - text.length;
      end.offset = text.length;
    }
    if ("children" in node) for (const child of node.children) rest.push(child);
  }
  return tree;
}
