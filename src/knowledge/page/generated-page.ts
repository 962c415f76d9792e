/** How much of a page is looked at. */
const START = 1500;
const COMMENT = /<!--([^<>]{0,400}?)-->|\{\/\*([^{}]{0,400}?)\*\/\}|^#(?!#)[ \t]*([^\n]{0,400})$/gm;
/** A comment that says of the whole file that a program wrote it. */
const SAYS_SO =
  /^\s*(?:(?:this|the) (?:file|page|document)(?: (?:is|was|has been))? )?(?:auto(?:matically)?[- ]?)?generated\b(?: automatically)?(?: (?:by|from|with|using)\b|[.!,;]|\s*$)|^\s*@generated\b/i;
/** Programs that write documentation from code. */
const PROGRAM = /\bcontent=["'](?:doxygen|javadoc|typedoc|jsdoc|pdoc|rustdoc|yard|phpdoc)/i;

/** Whether a program wrote a page, by what it says of itself at its beginning. */
export function isGeneratedPage(source: string): boolean {
  const start = source.slice(0, START);
  if (!/generat|@generated/i.test(start)) return false;
  if (/<meta\s[^>]{0,200}generator/i.test(start) && PROGRAM.test(start)) return true;
  // A heading of Markdown is no comment.
  const head = /^---\s*\n[\s\S]*?\n---\s*$/m.exec(start)?.[0].length ?? 0;
  return [...start.matchAll(COMMENT)].some(
    ({ 1: html, 2: mdx, 3: yaml, index }) =>
      (yaml === undefined || index < head) && SAYS_SO.test(html ?? mdx ?? yaml ?? ""),
  );
}
