import table from "./kramdown-elements.json" with { type: "json" };

/** How kramdown sorts the elements of HTML (`kramdown/parser/html.rb`), which decides where it reads Markdown in them. */
export const kramdownElements = {
  /** Elements that it has in text, where they begin a line, too (`HTML_SPAN_ELEMENTS`). */
  spans: new Set(table.spans),
  /** Blocks that it has not in text, of those that hold others (`HTML_BLOCK_ELEMENTS`). */
  blocks: new Set(table.blocks),
  /** Elements without content (`HTML_ELEMENTS_WITHOUT_BODY`). */
  withoutBody: new Set(table.withoutBody),
} as const satisfies Readonly<Record<string, ReadonlySet<string>>>;
