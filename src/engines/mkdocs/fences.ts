import type { MkdocsConfig } from "./config.js";

/** As `pymdownx/superfences.py` has it: attributes in braces, or a language and options. */
const SUPERFENCE =
  /^(?:\{[^\n]*\}|(?:\.?[\w#.+-]*)?[ \t]*(?:\b[a-zA-Z]\w*(?:=(?:".*?"|'.*?'))?[ \t]*)*)[ \t]*$/;
/** As `markdown/extensions/fenced_code.py` has it (version 3), which MkDocs always turns on. */
const FENCE = /^(?:\{[^}\n]*\}|\.?[\w#.+-]*[ ]*(?:hl_lines=(?:".*?"|'.*?')[ ]*)?)$/;

/** Extensions that MkDocs sites have without reading fences by them. */
const HAS_SUPERFENCES = /(?:^|\.)(?:superfences|extra)$/;

/** Whether a fence is none for Python-Markdown because of what it says, so that the code is a part of the text. */
export function isText(info: string, { markdown_extensions: extensions }: MkdocsConfig): boolean {
  const names = Object.keys(extensions);
  // Without a word about extensions, the config may not be in view.
  if (names.length === 0) return false;
  const isSuper = names.some((name) => name.startsWith("pymdownx") && HAS_SUPERFENCES.test(name));
  if (isSuper) return !SUPERFENCE.test(info);
  // Another extension may read fences, too.
  return names.every((name) => !/fence|codehilite|code_?block/.test(name)) && !FENCE.test(info);
}
